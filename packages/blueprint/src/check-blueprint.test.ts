import type { Blueprint } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

function shop(): Blueprint {
  const outcome = readPrompt(
    'customers have a name and many orders; an order has a total and a status of open or paid',
  );
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return structuredClone(outcome.reading.blueprint);
}

type Change = (blueprint: Blueprint) => void;
const entity = (blueprint: Blueprint, index: number) =>
  blueprint.entities[index] as Blueprint['entities'][number];

const breaches: [string, Change, string][] = [
  ['an unknown member', (b) => Object.assign(b, { extra: 1 }), 'extra'],
  ['no entities', (b) => b.entities.splice(0), 'entities'],
  [
    'two entities of one name',
    (b) => Object.assign(entity(b, 1), { name: 'customer'.replace('c', 'C') }),
    'Two entities',
  ],
  [
    'a plural used twice',
    (b) => Object.assign(entity(b, 1), { plural: entity(b, 0).plural }),
    'plural',
  ],
  [
    'a field called id',
    (b) => Object.assign(entity(b, 0).fields[0] as object, { name: 'id' }),
    'used twice',
  ],
  [
    'a field like the key of a relation',
    (b) => Object.assign(entity(b, 1).fields[0] as object, { name: 'customerId' }),
    'used twice',
  ],
  [
    'a field called constructor',
    (b) => Object.assign(entity(b, 0).fields[0] as object, { name: 'constructor' }),
    'every object',
  ],
  [
    'an enum without values',
    (b) => Object.assign(entity(b, 1).fields[1] as object, { values: undefined }),
    'enum',
  ],
  [
    'values on a string',
    (b) => Object.assign(entity(b, 0).fields[0] as object, { values: ['a'] }),
    'enum',
  ],
  [
    'crossed bounds',
    (b) => Object.assign(entity(b, 1).fields[0] as object, { min: 5, max: 1 }),
    'min is greater',
  ],
  [
    'a bound on text',
    (b) => Object.assign(entity(b, 0).fields[0] as object, { min: 5 }),
    'numbers only',
  ],
  [
    'a default outside the enum',
    (b) => Object.assign(entity(b, 1).fields[1] as object, { default: 'lost' }),
    'default',
  ],
  [
    'a relation to nothing',
    (b) => Object.assign(entity(b, 0).relations[0] as object, { target: 'Ghost' }),
    'no entity Ghost',
  ],
  ['a relation without its other side', (b) => entity(b, 1).relations.splice(0), 'both sides'],
  [
    'two sides that disagree',
    (b) => Object.assign(entity(b, 0).relations[0] as object, { kind: 'many-to-many' }),
    'not the other side',
  ],
];

describe('checkBlueprint', () => {
  it('passes what the reader made', () => {
    expect(checkBlueprint(shop())).toMatchObject({ ok: true });
  });

  it.each(breaches)('names %s', (_case, change, message) => {
    const blueprint = shop();
    change(blueprint);
    const check = checkBlueprint(blueprint);
    expect(
      check.ok
        ? ''
        : check.problems.map((problem) => `${problem.path} ${problem.message}`).join(' '),
    ).toContain(message);
  });

  it.each([null, 5, 'blueprint', [], {}])('refuses %j', (value) => {
    expect(checkBlueprint(value).ok).toBe(false);
  });
});
