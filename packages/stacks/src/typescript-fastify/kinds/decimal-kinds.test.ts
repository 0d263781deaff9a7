import type { Field } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../kind-of.ts';
import { decimalText } from '../templates/app/src/samples/decimal-text.ts';

const kindOfField = (rest: Partial<Field>) =>
  kindOf({ name: 'rate', type: 'decimal', required: true, unique: true, ...rest }, 'Thing.rate');

/** What the text of a sample stands for in the code of an app, for its first numbers. */
function samplesOf(rest: Partial<Field>): string[] {
  const { sample } = kindOfField(rest);
  // Generated code is a function of `n` and the one import that it names.
  const make = new Function('n', 'decimalText', `return ${sample}`) as (
    n: number,
    text: typeof decimalText,
  ) => string;
  return [1, 2, 3].map((n) => make(n, decimalText));
}

describe('the examples of a decimal number', () => {
  it.each([
    [{ max: 9.99 }, 'money'],
    [{ max: 0.5 }, 'decimal'],
    [{ min: -4, max: 3 }, 'decimal'],
    [{ max: 0 }, 'money'],
    [{ max: -2 }, 'money'],
    [{ min: 0, max: 1 }, 'percentage'],
  ] as const)('are near zero, within %j of %s, and not the same', (bounds, type) => {
    const { min = -Infinity, max } = { min: undefined, ...bounds };
    const samples = samplesOf({ type, ...bounds });

    expect(samples.every((each) => Number(each) >= min && Number(each) <= max)).toBe(true);
    expect(samples.every((each) => Math.abs(Number(each)) <= 10_002)).toBe(true);
    expect(new Set(samples).size).toBe(3);
  });
});
