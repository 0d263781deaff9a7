import { type Allowed, type Blueprint, rolesAboveTeams } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../stack.ts';

/** Who signs in. */
export type PeopleModel = {
  roles: string[];
  /** What who signs up becomes. */
  first: string;
  /** Manages the accounts; where there are teams, those of the own one. */
  admin: string;
  isOpen: boolean;
  /** What accounts belong to; null where they belong to nothing. */
  team: TeamModel | null;
};
export type TeamModel = {
  entity: string;
  /** The roles above the teams, the last of `roles`, and those of them that manage these. */
  above: string[];
  managers: string[];
};

/** Who may do what with an entity, in an app with people. */
export type AccessModel = {
  rules: Record<Action, Allowed>;
  seesAll: string[];
  /** Those, and who reads the rows of everybody besides. */
  readsAll: string[];
  /** The member that holds the owner of a row; null where rows are shared. */
  owner: OwnerModel | null;
  /** The member that holds the team of a row; null where rows are shared, or nothing has a team. */
  team: TeamColumn | null;
  /** Others do not even see the rows. */
  isHidden: boolean;
};
export type OwnerModel = {
  name: string;
  column: string;
  foreignKeyName: string;
  indexName: string;
};
export type TeamColumn = OwnerModel & {
  /** Of the constraint that references within a team refer to. */
  keyName: string;
  /** The rows are the teams, each of its own. */
  isItself: boolean;
};

export const actions = ['create', 'read', 'update', 'delete'] as const;
export type Action = (typeof actions)[number];

/** Names that the people of an app have taken already. */
export const PEOPLE_NAMES = {
  tables: ['account', 'session', 'password_reset', 'attempt', 'audit_entry'],
  paths: ['accounts', 'auth', 'audit'],
  plurals: ['Account', 'Accounts', 'AuditEntries'],
  /** Of tests: `tests/accounts.test.ts`. */
  files: [
    ...['accounts', 'audit', 'first-admin', 'mailer', 'passwords', 'permissions', 'signing-in'],
  ],
};

export function peopleOf(blueprint: Blueprint): PeopleModel | null {
  const { people, entities } = blueprint;
  if (people === undefined) return null;
  const taken = entities.find(({ name }) => ['account', 'session'].includes(name.toLowerCase()));
  if (taken) {
    throw new BlueprintUnsound(
      taken.name,
      'an app with people has this already; rename the entity',
    );
  }
  const roles = people.roles.map(({ name }) => name);
  const isOpen = people.signUp === 'open';
  const team = teamOf(blueprint, roles);
  const admin = roles.filter((role) => !team?.above.includes(role)).at(-1) ?? '';
  const [first = ''] = roles;
  return { roles, first: team === null ? first : admin, admin, isOpen, team };
}

function teamOf(blueprint: Blueprint, roles: readonly string[]): TeamModel | null {
  const entity = blueprint.people?.memberOf;
  if (entity === undefined) return null;
  if (!blueprint.entities.some(({ name }) => name === entity)) {
    throw new BlueprintUnsound('people.memberOf', `there is no entity ${entity}`);
  }
  const { all: above, managers } = rolesAboveTeams(blueprint);
  if (above.length >= roles.length) {
    throw new BlueprintUnsound(`${entity}.access.seesAll`, 'a role has to be in a team');
  }
  return { entity, above, managers };
}

/** May do both. */
export function both(one: Allowed, other: Allowed): Allowed {
  if (one === 'everyone') return other;
  return other === 'everyone' ? one : one.filter((role) => other.includes(role));
}

export function may(role: string, allowed: Allowed): boolean {
  return allowed === 'everyone' || allowed.includes(role);
}
