import { describe, expect, it } from 'vitest';
import type { Entity, Field } from './blueprint.ts';
import {
  describeAccess,
  describeComputed,
  describePeople,
  describeRules,
} from './describe-rules.ts';

const loan: Entity = {
  name: 'Loan',
  plural: 'Loans',
  fields: [],
  relations: [
    {
      kind: 'belongs-to',
      target: 'Member',
      name: 'member',
      inverse: 'loans',
      required: true,
      onDelete: 'cascade',
    },
  ],
  access: {
    rows: 'own',
    seesAll: ['librarian'],
    create: ['member', 'librarian'],
    read: 'everyone',
    update: ['librarian'],
    delete: [],
  },
  uniqueTogether: [['copyNumber', 'member']],
  lifecycle: {
    field: 'status',
    initial: 'open',
    transitions: [
      { name: 'giveBack', from: ['open', 'late'], to: 'returned', roles: ['librarian'] },
      { name: 'remind', from: ['open'], to: 'late' },
    ],
  },
  rules: [
    { kind: 'delete-blocked', field: 'status', values: ['open', 'late'] },
    { kind: 'change-blocked', field: 'status', values: ['returned'] },
    { kind: 'delete-blocked-by', relation: 'lateFees' },
    { kind: 'at-most', per: 'member', most: 3, where: { field: 'status', values: ['open'] } },
    { kind: 'at-most', per: 'member', most: 9 },
    { kind: 'no-overlap', start: 'startsOn', end: 'endsOn', per: ['copyNumber'] },
    { kind: 'no-overlap', start: 'startsOn', end: 'endsOn', per: [] },
    { kind: 'order', first: 'startsOn', second: 'endsOn', strictly: true },
    { kind: 'order', first: 'startsOn', second: 'dueOn' },
  ],
  optimisticLocking: true,
  softDelete: true,
  audited: true,
};
const plain: Entity = { name: 'Book', plural: 'Books', fields: [], relations: [] };

describe('what a blueprint says, in words', () => {
  it('names every rule', () => {
    expect(describeRules(loan)).toEqual([
      'copy number and member are unique together',
      'status starts as open and changes by name alone',
      'give back: open or late → returned, by librarian',
      'remind: open → late',
      'cannot be deleted while status is open or late',
      'cannot be changed while status is returned',
      'cannot be deleted while it has late fees',
      'at most 3 for one member whose status is open',
      'at most 9 for one member',
      'starts on to ends on never overlap for the same copy number',
      'starts on to ends on never overlap',
      'starts on is before ends on',
      'starts on is not after due on',
      'of two changes at once the second is refused',
      'deleted ones are hidden and can be restored',
      'who made and changed it, and what, is kept',
      'deleted with its member',
    ]);
    expect(describeRules(plain)).toEqual([]);
  });

  it.each<[Field['computed'], string | null]>([
    [{ kind: 'product', of: ['quantity', 'unitPrice'] }, 'quantity × unit price'],
    [{ kind: 'sum', of: ['net', 'salesTax'] }, 'net + sales tax'],
    [{ kind: 'difference', of: ['credit', 'owed'] }, 'credit − owed'],
    [{ kind: 'total', of: 'lineItems', field: 'lineTotal' }, 'sum of line total of its line items'],
    [{ kind: 'count', of: 'openLoans' }, 'number of its open loans'],
    [undefined, null],
  ])('says what a field is worked out of: %j', (computed, text) => {
    const field: Field = { name: 'total', type: 'money', required: false, unique: false };
    expect(describeComputed(computed === undefined ? field : { ...field, computed })).toBe(text);
  });

  it('says who may do what', () => {
    expect(describeAccess(loan)).toEqual([
      { name: 'create', value: 'member and librarian' },
      { name: 'read', value: 'everyone' },
      { name: 'update', value: 'librarian' },
      { name: 'delete', value: 'nobody' },
      { name: 'rows', value: "only one's own; librarian all" },
    ]);
    expect(describeAccess(plain)).toEqual([]);
  });

  it.each<[Partial<NonNullable<Entity['access']>>, string]>([
    [{ rows: 'team', seesAll: [] }, "only one's team's"],
    [{ readsAll: ['member'] }, "only one's own; librarian all; member read all"],
  ])('says whose rows they are: %j', (changes, value) => {
    const access = { ...loan.access, ...changes } as NonNullable<Entity['access']>;
    expect(describeAccess({ ...loan, access }).at(-1)).toEqual({ name: 'rows', value });
  });

  it.each([
    [
      'open',
      [],
      'Accounts of nurse and lead, each in one clinic and with its rows alone; who signs up makes a clinic and becomes lead of it, and lead manages its accounts.',
    ],
    [
      'closed',
      ['lead'],
      'Accounts of nurse, each in one clinic and with its rows alone; nobody can sign up, and nurse manages its accounts; lead above every clinic.',
    ],
  ] as const)('says that accounts have teams: %s, %j', (signUp, seesAll, sentence) => {
    const roles = [{ name: 'nurse' }, { name: 'lead' }];
    const team: Entity = {
      ...{ name: 'Clinic', plural: 'Clinics', fields: [], relations: [] },
      access: {
        ...{ rows: 'team', seesAll: [...seesAll], create: [], read: [], update: [], delete: [] },
      },
    };
    const app = { version: 1, name: 'a', title: 'A', description: '', entities: [team] } as const;
    const people = { roles, signUp, memberOf: 'Clinic' };
    expect(describePeople({ ...app, entities: [team], people })).toBe(sentence);
  });

  it.each([
    [
      ['member', 'librarian'],
      'open',
      'Accounts of member and librarian, who may do most; who signs up becomes member, and librarian manages the accounts.',
    ],
    [['clerk'], 'closed', 'Accounts of one role, clerk; nobody can sign up.'],
  ] as const)('says who signs in: %s, %s', (names, signUp, sentence) => {
    const people = { roles: names.map((name) => ({ name })), signUp };
    const app = { version: 1, name: 'a', title: 'A', description: '', entities: [plain] } as const;

    expect(describePeople({ ...app, entities: [plain], people })).toBe(sentence);
    expect(describePeople({ ...app, entities: [plain] })).toBeNull();
  });
});
