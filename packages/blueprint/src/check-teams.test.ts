import type { Access, Blueprint, Entity, Relation } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';

const member = ['nurse', 'manager'];
const all: Access = {
  ...{ rows: 'team', seesAll: [] },
  ...{ create: member, read: member, update: member, delete: member },
};

function relate(kind: Relation['kind'], target: string, name: string, inverse: string): Relation {
  return { kind, target, name, inverse, required: kind === 'belongs-to' };
}

function entity(name: string, relations: Relation[] = [], more: Partial<Entity> = {}): Entity {
  const fields: Entity['fields'] = [
    { name: 'name', type: 'string', required: true, unique: false },
  ];
  return { name, plural: `${name}s`, fields, relations, ...more };
}

/** Clinics with patients of their own, and medicines that all share. */
function clinics(): Blueprint {
  return {
    ...{ version: 1, name: 'clinics', title: 'Clinics', description: '' },
    people: { roles: member.map((name) => ({ name })), signUp: 'open', memberOf: 'Clinic' },
    entities: [
      entity('Clinic'),
      entity('Patient', [relate('belongs-to', 'Drug', 'drug', 'patients')]),
      entity('Drug', [relate('has-many', 'Patient', 'patients', 'drug')], {
        access: { ...all, rows: 'shared' },
      }),
    ],
  };
}

type Change = (blueprint: Blueprint) => unknown;
const at = ({ entities }: Blueprint, index: number) => entities[index] as Entity;
const set =
  (index: number, changes: Partial<Access>): Change =>
  (b) =>
    Object.assign(at(b, index), { access: { ...all, ...changes } });
const relateBoth =
  (one: [number, Relation], other: [number, Relation]): Change =>
  (b) => {
    for (const [index, relation] of [one, other]) at(b, index).relations.push(relation);
  };
const steps =
  (...changes: Change[]): Change =>
  (b) => {
    for (const change of changes) change(b);
  };
const people =
  (changes: Partial<NonNullable<Blueprint['people']>>): Change =>
  (b) =>
    Object.assign(b.people ?? {}, changes);
const ROLES = ['nurse', 'manager', 'operator'].map((name) => ({ name }));
const none = { create: [], delete: [] };

const fine: [string, Change][] = [
  ['what says nothing more', () => undefined],
  ['own rows in a team, which the last role sees', set(1, { rows: 'own', seesAll: ['manager'] })],
  ['own rows that all of the team read', set(1, { rows: 'own', readsAll: member })],
  [
    'a role above the teams',
    steps(
      people({ roles: ROLES, signUp: 'closed' }),
      set(0, { seesAll: ['operator'], create: ['operator'], delete: ['operator'] }),
      set(1, { readsAll: ['operator'], read: [...member, 'operator'] }),
    ),
  ],
];

const breaches: [string, Change, string][] = [
  ['rows of teams without teams', steps(set(1, {}), (b) => delete b.people?.memberOf), 'memberOf'],
  ['a team that is no entity', people({ memberOf: 'Hospital' }), 'no such entity'],
  ['a team that is shared', set(0, { ...none, rows: 'shared' }), 'not shared'],
  ['a team that is own', set(0, { ...none, rows: 'own' }), 'not own'],
  [
    'a team that is hidden',
    (b) => Object.assign(at(b, 0), { softDelete: true }),
    'cannot be hidden',
  ],
  [
    'a team with a password',
    (b) => at(b, 0).fields.push({ name: 'pin', type: 'password', required: true, unique: false }),
    'Clinic.pin',
  ],
  [
    'a relation to the team',
    relateBoth(
      [0, relate('has-many', 'Patient', 'patients', 'clinic')],
      [1, relate('belongs-to', 'Clinic', 'clinic', 'patients')],
    ),
    'leave out the relation',
  ],
  [
    'a relation of the team to itself',
    (b) => at(b, 0).relations.push(relate('many-to-many', 'Clinic', 'partners', 'partners')),
    'leave out the relation',
  ],
  [
    'a shared row that belongs to a team',
    relateBoth(
      [0, relate('has-many', 'Drug', 'drugs', 'clinic')],
      [2, relate('belongs-to', 'Clinic', 'clinic', 'drugs')],
    ),
    'it cannot belong to one Clinic',
  ],
  [
    'a team that needs a shared row',
    relateBoth(
      [0, relate('belongs-to', 'Drug', 'drug', 'clinics')],
      [2, relate('has-many', 'Clinic', 'clinics', 'drug')],
    ),
    'make it optional',
  ],
  [
    'a shared row that leads to one of a team',
    relateBoth(
      [1, relate('has-many', 'Drug', 'drugs', 'patient')],
      [2, relate('belongs-to', 'Patient', 'patient', 'drugs')],
    ),
    'let the rows of Drug be of the team',
  ],
  [
    'a count over all teams',
    (b) =>
      at(b, 2).fields.push({
        ...{ name: 'users', type: 'integer', required: false, unique: false },
        computed: { kind: 'count', of: 'patients' },
      }),
    'add up rows of every Clinic',
  ],
  [
    'rows of a team sent with a shared one',
    (b) => Object.assign(at(b, 2).relations[0] ?? {}, { nested: true }),
    'cannot be sent with it',
  ],
  [
    'a shared row that takes rows of all teams with it',
    (b) => Object.assign(at(b, 1).relations[0] ?? {}, { onDelete: 'cascade' }),
    'would change Patient of every Clinic',
  ],
  ['rows of a team for everyone', set(1, { read: 'everyone' }), 'has no Clinic'],
  ['own rows of a team for everyone', set(1, { rows: 'own', read: 'everyone' }), 'has no Clinic'],
  ['a member that sees all teams', set(1, { seesAll: ['manager'] }), 'is in a team'],
  ['a member that reads all teams', set(1, { readsAll: ['manager'] }), 'access.readsAll The role'],
  ['a first role above the teams', set(0, { ...none, seesAll: ['nurse'] }), 'are the last ones'],
  ['only roles above the teams', set(0, { ...none, seesAll: member }), 'are the last ones'],
  [
    'a role above the teams that only reads, as the last one',
    steps(
      people({ roles: ROLES }),
      set(0, { ...none, readsAll: ['operator'], read: ROLES.map(({ name }) => name) }),
    ),
    'are the last ones',
  ],
  ['members that make teams', set(0, { delete: [] }), 'may create a Clinic'],
  ['members that delete teams', set(0, { create: [] }), 'may delete a Clinic'],
  ['a second team that nobody can make', people({ signUp: 'closed' }), 'a second Clinic'],
  ['reading all of what is shared', set(2, { rows: 'shared', readsAll: member }), 'readsAll empty'],
  [
    'reading all and seeing all',
    set(1, { rows: 'own', seesAll: ['manager'], readsAll: ['manager'] }),
    'sees all already',
  ],
  [
    'reading all without reading',
    set(1, { rows: 'own', read: [], readsAll: ['nurse'] }),
    'not read',
  ],
  ['reading all for nobody', set(1, { rows: 'own', readsAll: ['boss'] }), 'There is no role boss'],
];

describe('checkTeams', () => {
  it.each(fine)('passes %s', (_case, change) => {
    const blueprint = clinics();
    change(blueprint);
    expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
  });

  it.each(breaches)('names %s', (_case, change, message) => {
    const blueprint = clinics();
    change(blueprint);
    const check = checkBlueprint(blueprint);
    const text = check.ok
      ? ''
      : check.problems.map((one) => `${one.path} ${one.message}`).join(' ');
    expect(text).toContain(message);
  });
});
