import type { Blueprint, Entity, Field, Lifecycle, Rule } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';

const field = (name: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  name,
  type,
  required: true,
  unique: false,
  ...more,
});

const lifecycle: Lifecycle = {
  field: 'status',
  initial: 'asked',
  transitions: [
    { name: 'confirm', from: ['asked'], to: 'confirmed', roles: ['clerk'] },
    { name: 'cancel', from: ['asked', 'confirmed'], to: 'cancelled' },
  ],
};

const rules: Rule[] = [
  { kind: 'delete-blocked', field: 'status', values: ['confirmed'] },
  { kind: 'delete-blocked', field: 'paid', values: [true] },
  { kind: 'change-blocked', field: 'status', values: ['cancelled'] },
  { kind: 'at-most', per: 'room', most: 5, where: { field: 'status', values: ['asked'] } },
  { kind: 'no-overlap', start: 'starts', end: 'ends', per: ['room'] },
  { kind: 'order', first: 'adults', second: 'places', strictly: true },
];

/** Rooms have bookings; bookings have every rule. */
function hotel(): Blueprint {
  return {
    version: 1,
    name: 'hotel',
    title: 'Hotel',
    description: '',
    people: { roles: [{ name: 'guest' }, { name: 'clerk' }], signUp: 'open' },
    entities: [
      {
        name: 'Room',
        plural: 'Rooms',
        fields: [field('number', 'string', { unique: true })],
        relations: [relation('has-many', 'Booking', 'bookings', 'room')],
        rules: [{ kind: 'delete-blocked-by', relation: 'bookings' }],
      },
      {
        name: 'Booking',
        plural: 'Bookings',
        fields: [
          field('status', 'enum', { values: ['asked', 'confirmed', 'cancelled', 'lost'] }),
          field('paid', 'boolean'),
          field('starts', 'date'),
          field('ends', 'date'),
          field('adults', 'integer'),
          field('places', 'integer'),
          field('code', 'string', { unique: true }),
          field('extras', 'json'),
          field('left', 'date', { required: false }),
          field('price', 'money'),
          field('hoped', 'rating'),
          field('given', 'rating', { max: 10 }),
        ],
        relations: [relation('belongs-to', 'Room', 'room', 'bookings')],
        uniqueTogether: [['room', 'starts']],
        lifecycle,
        rules,
      },
    ],
  };
}

const relation = (
  kind: Entity['relations'][number]['kind'],
  target: string,
  name: string,
  inverse: string,
): Entity['relations'][number] => ({ kind, target, name, inverse, required: true });

type Change = (booking: Entity, room: Entity, hotel: Blueprint) => void;

const withLifecycle =
  (change: (lifecycle: Lifecycle) => void): Change =>
  (booking) => {
    booking.lifecycle = structuredClone(lifecycle);
    change(booking.lifecycle);
  };
const add =
  (name: string, from: string[], to: string, roles?: string[]): Change =>
  (booking, ...others) =>
    withLifecycle(({ transitions }) =>
      transitions.push({ name, from, to, ...(roles && { roles }) }),
    )(booking, ...others);
const withRule =
  (rule: Rule): Change =>
  (booking) => {
    booking.rules = [rule];
  };
const blockedBy =
  (name: string): Change =>
  (_booking, room) => {
    room.rules = [{ kind: 'delete-blocked-by', relation: name }];
  };
const deleting =
  (onDelete: 'restrict' | 'cascade' | 'set-null'): Change =>
  (booking, room) => {
    Object.assign(booking.relations[0] ?? {}, { onDelete });
    delete room.rules;
  };
/** A room is only hidden, and its bookings go with it. */
const hiding =
  (...names: ('Room' | 'Booking')[]): Change =>
  (booking, room, hotel) => {
    deleting('cascade')(booking, room, hotel);
    for (const entity of [booking, room])
      if (names.some((name) => name === entity.name)) entity.softDelete = true;
  };
const together =
  (...groups: string[][]): Change =>
  (booking) => {
    booking.uniqueTogether = groups;
  };

const sound: [string, Change][] = [
  ['a deletion that hides a row and what goes with it', hiding('Room', 'Booking')],
  ['a hidden row that goes with one that is gone', hiding('Booking')],
  ['restrict', deleting('restrict')],
  ['cascade', deleting('cascade')],
  [
    'set-null of an optional relation',
    (booking, ...others) => {
      Object.assign(booking.relations[0] ?? {}, { required: false });
      deleting('set-null')(booking, ...others);
    },
  ],
  ['no rules in a list', (booking) => Object.assign(booking, { rules: [] })],
  [
    'spans of the whole house',
    withRule({ kind: 'no-overlap', start: 'starts', end: 'ends', per: [] }),
  ],
  ['an order of optional dates', withRule({ kind: 'order', first: 'starts', second: 'left' })],
  ['an order of ratings', withRule({ kind: 'order', first: 'hoped', second: 'given' })],
  [
    'transitions for everyone without own rows',
    withLifecycle(({ transitions }) => Object.assign(transitions[0] ?? {}, { roles: 'everyone' })),
  ],
  [
    'a default that is the initial state',
    (b) => Object.assign(b.fields[0] ?? {}, { default: 'asked' }),
  ],
];

const breaches: [string, Change, string][] = [
  [
    'what goes with a row that is only hidden',
    hiding('Room'),
    'Booking.room.onDelete Room is only hidden when it is deleted, and Booking goes with it',
  ],
  [
    'a row that nobody hides',
    (booking, room, hotel) => {
      hiding('Booking')(booking, room, hotel);
      const roles = ['clerk'];
      const may = { create: roles, read: roles, update: roles, delete: [] };
      booking.access = { rows: 'shared', seesAll: [], ...may };
    },
    'Booking.softDelete Nobody may delete Booking',
  ],
  [
    'a hidden row with what is computed of others',
    (booking, room, hotel) => {
      hiding('Room', 'Booking')(booking, room, hotel);
      const computed = { kind: 'count', of: 'bookings' } as const;
      const flags = { required: false, unique: false };
      room.fields.push({ name: 'bookingCount', type: 'integer', ...flags, computed });
    },
    'Room.softDelete bookingCount is computed of other rows',
  ],
  ['set-null of a required relation', deleting('set-null'), 'Booking.room.onDelete A required'],
  [
    'onDelete without a key',
    (_booking, room) => Object.assign(room.relations[0] ?? {}, { onDelete: 'cascade' }),
    'Room.bookings.onDelete Only',
  ],
  ['one name together', together(['room']), 'uniqueTogether'],
  ['an unknown name together', together(['room', 'floor']), 'uniqueTogether.0 Booking has no'],
  ['a name twice together', together(['room', 'room']), 'uniqueTogether.0 room is listed twice'],
  [
    'the same names twice',
    together(['room', 'starts'], ['starts', 'room']),
    'uniqueTogether room, starts stands there twice',
  ],
  ['JSON together', together(['room', 'extras']), 'extras is of the type json'],
  ['what is unique alone', together(['room', 'code']), 'code is unique alone'],
  [
    'the key of a has-one',
    (_booking, room) => Object.assign(room.relations[0] ?? {}, { kind: 'has-one' }),
    'room is unique alone',
  ],
  [
    'a state field that is no enum',
    withLifecycle((l) => Object.assign(l, { field: 'paid' })),
    'no enum paid',
  ],
  [
    'an initial state that is none',
    withLifecycle((l) => Object.assign(l, { initial: 'x' })),
    'lifecycle.initial x',
  ],
  ['a transition from nowhere', add('lose', ['x'], 'lost'), 'lifecycle.lose x is no value'],
  ['a transition to nowhere', add('lose', ['asked'], 'x'), 'lifecycle.lose x is no value'],
  [
    'a transition that cannot happen',
    add('find', ['lost'], 'asked'),
    'lifecycle.find No row ever becomes lost',
  ],
  ['a transition to the same', add('stay', ['asked'], 'asked'), 'stay leads from asked to asked'],
  ['a state twice', add('lose', ['asked', 'asked'], 'lost'), 'asked is listed twice'],
  [
    'two transitions of one name',
    add('cancel', ['asked'], 'lost'),
    'Two transitions are called cancel',
  ],
  ['a transition called history', add('history', ['asked'], 'lost'), 'choose another name'],
  ['a transition called like a relation', add('room', ['asked'], 'lost'), 'choose another name'],
  ['an unknown role', add('lose', ['asked'], 'lost', ['boss']), 'There is no role boss'],
  ['a role twice', add('lose', ['asked'], 'lost', ['clerk', 'clerk']), 'clerk is listed twice'],
  [
    'roles without people',
    (_b, _r, app) => Object.assign(app, { people: undefined }),
    'lifecycle.confirm Booking says who',
  ],
  [
    'own rows that everyone moves',
    (booking, ...others) => {
      withLifecycle(({ transitions }) =>
        Object.assign(transitions[0] ?? {}, { roles: 'everyone' }),
      )(booking, ...others);
      const rolesOf = ['guest'];
      booking.access = {
        ...{ rows: 'own', seesAll: [], create: rolesOf, read: rolesOf },
        ...{ update: rolesOf, delete: rolesOf },
      };
    },
    'Own rows belong',
  ],
  [
    'a role that sees no row to move',
    (booking) => {
      const rolesOf = ['guest'];
      booking.access = {
        ...{ rows: 'own', seesAll: [], create: rolesOf, read: rolesOf },
        ...{ update: rolesOf, delete: rolesOf },
      };
    },
    'The role clerk sees no row',
  ],
  [
    'an optional state',
    (b) => Object.assign(b.fields[0] ?? {}, { required: false }),
    'make the field required',
  ],
  ['a unique state', (b) => Object.assign(b.fields[0] ?? {}, { unique: true }), 'cannot be unique'],
  [
    'a default that is another state',
    (b) => Object.assign(b.fields[0] ?? {}, { default: 'lost' }),
    'says something else',
  ],
  [
    'a block by text',
    withRule({ kind: 'delete-blocked', field: 'code', values: ['a'] }),
    'rules.0.field Booking has no enum',
  ],
  [
    'a block by no value',
    withRule({ kind: 'delete-blocked', field: 'status', values: ['x'] }),
    'x is no value of status',
  ],
  [
    'a block by text for a boolean',
    withRule({ kind: 'delete-blocked', field: 'paid', values: ['true'] }),
    'true is no value',
  ],
  [
    'a value twice',
    withRule({ kind: 'delete-blocked', field: 'paid', values: [true, true] }),
    'true is listed twice',
  ],
  [
    'a block by every value',
    withRule({ kind: 'delete-blocked', field: 'paid', values: [true, false] }),
    'rules.0.values No row could ever be deleted',
  ],
  [
    'a block by every state that a row can be in',
    (booking) => {
      booking.rules = [{ kind: 'delete-blocked', field: 'status', values: ['asked', 'confirmed'] }];
      Object.assign(booking.lifecycle ?? {}, {
        transitions: [{ name: 'confirm', from: ['asked'], to: 'confirmed' }],
      });
    },
    'No row ever has a status with which it could be deleted',
  ],
  ['a block by an unknown relation', blockedBy('guests'), 'rules.0.relation Room has no'],
  [
    'a block by what is deleted with it',
    (booking) => Object.assign(booking.relations[0] ?? {}, { onDelete: 'cascade' }),
    'Booking.room says cascade instead',
  ],
  [
    'a block by belongs-to',
    withRule({ kind: 'delete-blocked-by', relation: 'room' }),
    'has no has-many',
  ],
  [
    'a limit per nothing',
    withRule({ kind: 'at-most', per: 'floor', most: 1 }),
    'rules.0.per Booking belongs to no floor',
  ],
  ['a limit of none', withRule({ kind: 'at-most', per: 'room', most: 0 }), 'most'],
  [
    'a limit where nothing is',
    withRule({ kind: 'at-most', per: 'room', most: 1, where: { field: 'code', values: ['a'] } }),
    'rules.0.where Booking has no enum',
  ],
  [
    'a span between texts',
    withRule({ kind: 'no-overlap', start: 'code', end: 'ends', per: [] }),
    'no field code of the type date',
  ],
  [
    'a span without an end',
    withRule({ kind: 'no-overlap', start: 'starts', end: 'left', per: [] }),
    'make left required',
  ],
  [
    'a span per unknown',
    withRule({ kind: 'no-overlap', start: 'starts', end: 'ends', per: ['x'] }),
    'rules.0.per Booking has no',
  ],
  [
    'a span per its end',
    withRule({ kind: 'no-overlap', start: 'starts', end: 'ends', per: ['ends'] }),
    'ends is an end',
  ],
  [
    'a span per one twice',
    withRule({ kind: 'no-overlap', start: 'starts', end: 'ends', per: ['room', 'room'] }),
    'room is listed twice',
  ],
  [
    'an order of one',
    withRule({ kind: 'order', first: 'starts', second: 'starts' }),
    'compared with itself',
  ],
  [
    'an order of two types',
    withRule({ kind: 'order', first: 'price', second: 'places' }),
    'of two types',
  ],
  ['an order of unknowns', withRule({ kind: 'order', first: 'x', second: 'places' }), 'no field x'],
  [
    'a rule twice',
    (booking) => booking.rules?.push(structuredClone(rules[0] as Rule)),
    'The same rule',
  ],
  [
    'an unknown kind',
    (booking) => Object.assign(booking.rules?.[0] ?? {}, { kind: 'never' }),
    'entities.1.rules.0.kind',
  ],
];

function check(change: Change) {
  const app = structuredClone(hotel());
  const [room, booking] = app.entities as [Entity, Entity];
  change(booking, room, app);
  return checkBlueprint(app);
}

describe('the rules of a blueprint', () => {
  it('pass when they fit', () => {
    expect(check(() => undefined)).toMatchObject({ ok: true });
  });

  it.each(sound)('may be %s', (_case, change) => {
    expect(check(change)).toMatchObject({ ok: true });
  });

  it.each(breaches)('name %s', (_case, change, message) => {
    const result = check(change);
    const problems = result.ok ? [] : result.problems;
    expect(problems.map(({ path, message }) => `${path} ${message}`).join('\n')).toContain(message);
  });
});
