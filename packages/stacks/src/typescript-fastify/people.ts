import type { Access, Allowed, Blueprint, Entity } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../stack.ts';

/** Who signs in. */
export type PeopleModel = {
  roles: string[];
  /** What who signs up becomes. */
  first: string;
  /** Manages the accounts. */
  admin: string;
  isOpen: boolean;
};

/** Who may do what with an entity, in an app with people. */
export type AccessModel = {
  rules: Record<Action, Allowed>;
  seesAll: string[];
  /** The member that holds the owner of a row; null where rows are shared. */
  owner: OwnerModel | null;
  /** Others do not even see the rows. */
  isHidden: boolean;
};
export type OwnerModel = {
  name: string;
  column: string;
  foreignKeyName: string;
  indexName: string;
};

export const actions = ['create', 'read', 'update', 'delete'] as const;
export type Action = (typeof actions)[number];

/** Names that the people of an app have taken already. */
export const PEOPLE_NAMES = {
  tables: ['account', 'session', 'password_reset', 'attempt', 'audit_entry'],
  paths: ['accounts', 'auth', 'audit'],
  plurals: ['Account', 'Accounts', 'AuditEntries'],
  /** Of tests: `tests/accounts.test.ts`. */
  files: ['accounts', 'audit', 'first-admin', 'mailer', 'passwords', 'permissions', 'signing-in'],
};

export function peopleOf({ people, entities }: Blueprint): PeopleModel | null {
  if (people === undefined) return null;
  const taken = entities.find(({ name }) => ['account', 'session'].includes(name.toLowerCase()));
  if (taken) {
    throw new BlueprintUnsound(
      taken.name,
      'an app with people has this already; rename the entity',
    );
  }
  const roles = people.roles.map(({ name }) => name);
  const [first = ''] = roles;
  return { roles, first, admin: roles.at(-1) ?? first, isOpen: people.signUp === 'open' };
}

/** What holds where the blueprint says nothing: who is signed in may do everything, and rows are shared. */
export function accessOf({ access }: Entity, { roles }: PeopleModel): Access {
  return (
    access ?? {
      rows: 'shared',
      seesAll: [],
      create: roles,
      read: roles,
      update: roles,
      delete: roles,
    }
  );
}

/** May do both. */
export function both(one: Allowed, other: Allowed): Allowed {
  if (one === 'everyone') return other;
  return other === 'everyone' ? one : one.filter((role) => other.includes(role));
}

export function may(role: string, allowed: Allowed): boolean {
  return allowed === 'everyone' || allowed.includes(role);
}
