import type { Access, Blueprint } from '@quantumlayer/contracts';
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

const access: Access = {
  rows: 'own',
  seesAll: ['clerk'],
  create: ['customer', 'clerk'],
  read: ['customer', 'clerk'],
  update: ['clerk'],
  delete: [],
};

/** The shop, whose customers see only their own orders. */
function shopWithPeople(): Blueprint {
  const blueprint = shop();
  blueprint.people = { roles: [{ name: 'customer' }, { name: 'clerk' }], signUp: 'open' };
  entity(blueprint, 1).access = structuredClone(access);
  return blueprint;
}

const withAccess =
  (changes: Partial<Access>): Change =>
  (b) =>
    Object.assign(entity(b, 1), { access: { ...access, ...changes } });

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
    'a field like the version of a record',
    (b) => {
      entity(b, 0).optimisticLocking = true;
      Object.assign(entity(b, 0).fields[0] as object, { name: 'version' });
    },
    'version is used twice',
  ],
  [
    'changes that are kept where nobody signs in',
    (b) => {
      entity(b, 0).audited = true;
    },
    'Customer can only be kept in an app with people',
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
  ...[{ min: 1 }, { max: 1 }, { max: 4.5 }, { max: 101 }].map((scale): [string, Change, string] => [
    `a rating with ${JSON.stringify(scale)}`,
    (b) => Object.assign(entity(b, 0).fields[0] as object, { type: 'rating', ...scale }),
    'A rating goes from 1',
  ]),
  ...[0, 6, 2.5, 'three'].map((value): [string, Change, string] => [
    `a rating of ${value} by default`,
    (b) => Object.assign(entity(b, 0).fields[0] as object, { type: 'rating', default: value }),
    'default',
  ]),
  [
    'a unique place',
    (b) => Object.assign(entity(b, 0).fields[0] as object, { type: 'geo-point', unique: true }),
    'type geo-point cannot be unique',
  ],
  [
    'a place by default',
    (b) => Object.assign(entity(b, 0).fields[0] as object, { type: 'geo-point', default: '1,2' }),
    'default',
  ],
  [
    'a unique password',
    (b) => Object.assign(entity(b, 0).fields[0] as object, { type: 'password', unique: true }),
    'type password cannot be unique',
  ],
  [
    'a password by default',
    (b) => Object.assign(entity(b, 0).fields[0] as object, { type: 'password', default: 'secret' }),
    'default',
  ],
  ...(
    [
      [{ type: 'file', required: true }, 'cannot be required'],
      [{ type: 'image', required: false, unique: true }, 'type image cannot be unique'],
      [{ type: 'image', required: false, mediaTypes: ['application/pdf'] }, 'of an image are'],
      [{ type: 'file', required: false, mediaTypes: ['image/png', 'image/png'] }, 'twice'],
      [{ type: 'file', required: false, default: 'a.png' }, 'default'],
      [{ type: 'file', required: false, maxBytes: 1e9 }, 'maxBytes'],
      [{ type: 'file', required: false, maxBytes: 20 }, 'No file has fewer than 64 bytes'],
      [{ maxBytes: 5 }, 'for a file or an image only'],
    ] as const
  ).map(([changes, said]): [string, Change, string] => [
    `a field with ${JSON.stringify(changes)}`,
    (b) => Object.assign(entity(b, 0).fields[0] as object, changes),
    said,
  ]),
  [
    'an entity of files alone',
    (b) =>
      Object.assign(entity(b, 0), {
        fields: [{ name: 'photo', type: 'image', required: false, unique: false }],
      }),
    'nothing but files',
  ],
  [
    'a choice of one value',
    (b) => Object.assign(entity(b, 1).fields[1] as object, { type: 'multi-choice', values: ['a'] }),
    'at least two values',
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

const peopleBreaches: [string, Change, string][] = [
  ['rules without people', (b) => Object.assign(b, { people: undefined }), 'has no people'],
  [
    'a role that is listed twice',
    (b) => b.people?.roles.push({ name: 'clerk' }),
    'people.roles Two roles are called clerk',
  ],
  ['no role', (b) => b.people?.roles.splice(0), 'people.roles'],
  [
    'an entity that the app has already',
    (b) => Object.assign(entity(b, 0), { name: 'Account' }),
    'has Account of its own',
  ],
  [
    'another entity that the app has already',
    (b) => Object.assign(entity(b, 0), { name: 'Session' }),
    'has Session of its own',
  ],
  ['an unknown role', withAccess({ read: ['boss'] }), 'access.read There is no role boss'],
  ['an unknown role that sees all', withAccess({ seesAll: ['boss'] }), 'access.seesAll'],
  ['a role twice in a rule', withAccess({ update: ['clerk', 'clerk'] }), 'listed twice'],
  ['own rows made by nobody', withAccess({ create: 'everyone' }), 'access.create Own rows'],
  ['shared rows that some see', withAccess({ rows: 'shared' }), 'leave seesAll empty'],
  [
    'an operation without a rule',
    (b) => Object.assign(entity(b, 1).access ?? {}, { delete: undefined }),
    'access.delete',
  ],
];

function problemsOf(blueprint: Blueprint, change: Change): string {
  change(blueprint);
  const check = checkBlueprint(blueprint);
  return check.ok ? '' : check.problems.map(({ path, message }) => `${path} ${message}`).join(' ');
}

describe('checkBlueprint', () => {
  it('passes what the reader made', () => {
    expect(checkBlueprint(shop())).toMatchObject({ ok: true });
  });

  it.each(breaches)('names %s', (_case, change, message) => {
    expect(problemsOf(shop(), change)).toContain(message);
  });

  it('passes people with roles and rules', () => {
    expect(checkBlueprint(shopWithPeople())).toMatchObject({ ok: true });
  });

  it.each(peopleBreaches)('names %s', (_case, change, message) => {
    expect(problemsOf(shopWithPeople(), change)).toContain(message);
  });

  it('lets an app without people have accounts and sessions', () => {
    const blueprint = structuredClone(shop());
    const [customer, order] = blueprint.entities;
    Object.assign(customer ?? {}, { name: 'Account' });
    Object.assign(order?.relations[0] ?? {}, { target: 'Account' });
    expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
  });

  it.each([null, 5, 'blueprint', [], {}])('refuses %j', (value) => {
    expect(checkBlueprint(value).ok).toBe(false);
  });
});
