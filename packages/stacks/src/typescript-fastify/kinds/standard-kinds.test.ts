import type { Field } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BlueprintUnsound } from '../../stack.ts';
import { kindOf } from '../kind-of.ts';
import { colour } from '../templates/app/src/fields/colour.ts';
import { country } from '../templates/app/src/fields/country.ts';
import { locale } from '../templates/app/src/fields/locale.ts';

const field = (type: Field['type'], rest: Partial<Field> = {}): Field => ({
  name: 'value',
  type,
  required: true,
  unique: false,
  ...rest,
});
const accepts = (schema: z.ZodType, value: string) => schema.safeParse(value).success;

describe('a colour', () => {
  it('is kept in lower case', () => {
    expect(colour().parse('#1E90FF')).toBe('#1e90ff');
  });

  it.each(['red', '#fff', '1e90ff', '#1e90ff ', '#1e90fg', '#1e90ff\n'])('is not %j', (value) => {
    expect(accepts(colour(), value)).toBe(false);
  });
});

describe('a country', () => {
  it('is one of the 249 of ISO 3166-1', () => {
    expect(country().options).toHaveLength(249);
    for (const code of ['NZ', 'GB', 'AX', 'SS']) expect(accepts(country(), code)).toBe(true);
  });

  it.each(['nz', 'NZL', 'ZZ', 'XK', 'EU', 'UK', 'YU', 'Kenya', ''])('is not %j', (value) => {
    expect(accepts(country(), value)).toBe(false);
  });
});

describe('a locale', () => {
  it('is kept in its canonical form', () => {
    expect(locale().parse('EN-us')).toBe('en-US');
    expect(locale().parse('ZH-hant-tw')).toBe('zh-Hant-TW');
  });

  it.each(['english please', 'en_GB', 'e', 'en-', '', 'en-GB-u-ca-buddhist'])(
    'is not %j',
    (value) => {
      expect(accepts(locale(), value)).toBe(false);
    },
  );

  it('accepts whatever its published pattern allows, and fits its column', () => {
    const { pattern } = z.toJSONSchema(locale(), { io: 'input' });
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(pattern ?? '')), (tag) => {
        expect(locale().parse(tag).length).toBeLessThanOrEqual(35);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('defaults and scales', () => {
  it.each([
    field('colour', { default: 'red' }),
    field('colour', { default: '#1E90FF' }),
    field('country', { default: 'ZZ' }),
    field('locale', { default: 'en_GB' }),
    field('locale', { default: 'en-us' }),
    field('rating', { default: 6 }),
  ])('refuses $type with default $default', (unsound) => {
    expect(() => kindOf(unsound, 'Thing.value')).toThrow(BlueprintUnsound);
  });

  it('bounds a rating by 1 and 5, or its own greatest', () => {
    expect(kindOf(field('rating'), 'Thing.value').schema).toBe('integer({ min: 1, max: 5 })');
    const ten = kindOf(field('rating', { max: 10 }), 'Thing.value');
    expect(ten.check?.('"value"')).toBe('"value" >= 1 and "value" <= 10');
  });
});
