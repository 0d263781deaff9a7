import type { Field } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { BlueprintUnsound } from '../../stack.ts';
import { kindOf } from '../kind-of.ts';
import { choices } from '../templates/app/src/fields/multi-choice.ts';
import { someOf } from '../templates/app/src/samples/some-of.ts';

const field = (rest: Partial<Field> = {}): Field => ({
  ...{ name: 'tags', type: 'multi-choice', required: true, unique: false, values: ['a', 'b', 'c'] },
  ...rest,
});
const set = choices({ min: 1 }, ['a', 'b', 'c']);

describe('a choice of several', () => {
  it('is kept in the order of the enumeration', () => {
    expect(set.parse(['c', 'a'])).toEqual(['a', 'c']);
  });

  it.each([[[]], [['a', 'a']], [['d']], [[null]], ['a'], [{}]])('is not %j', (value) => {
    expect(set.safeParse(value).success).toBe(false);
  });

  it('may be empty where it is optional', () => {
    expect(kindOf(field({ required: false }), 'Thing.tags').schema).toContain('{ min: 0 }');
    expect(choices({ min: 0 }, ['a', 'b']).parse([])).toEqual([]);
  });

  it.each([{ values: ['a'] }, { values: [] }, { default: 'd' }])('is refused with %j', (rest) => {
    expect(() => kindOf(field(rest), 'Thing.tags')).toThrow(BlueprintUnsound);
  });

  it('has as many examples as it has sets', () => {
    const { capacity } = kindOf(field(), 'Thing.tags');
    const examples = Array.from({ length: capacity }, (_, n) =>
      someOf(n, ['a', 'b', 'c']).join(''),
    );
    expect(new Set(examples).size).toBe(7);
    expect(examples).not.toContain('');
  });
});
