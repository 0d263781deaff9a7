import type { Access, Allowed } from '@quantumlayer/contracts';
import { nameOf } from './decide-people.ts';
import type { Action, Right } from './statements.ts';

/** A right as it concerns one entity. `isDirect`: it names the entity, and not just "everything". */
export type EntityRight = { right: Right; isDirect: boolean };

export type Roles = {
  all: readonly string[];
  named: ReadonlySet<string>;
  ranks: ReadonlyMap<string, number>;
};

/**
 * Who may do what with the rows of an entity, from the rights that the prompt gives and denies. An action that no right
 * names goes with the nearest one that is named: who creates may change, who changes may delete. Null when nothing is said.
 */
export function decideAccess(rights: readonly EntityRight[], roles: Roles): Access | null {
  const given = rights.filter(({ right }) => !right.isDenied);
  const denied = rights.filter(({ right }) => right.isDenied);
  const isSaid = rights.some(
    ({ right, isDirect }) =>
      right.actions.length > 0 && (isDirect || right.isDenied || right.isOwn),
  );
  if (!isSaid) return null;
  const own = given.filter(({ right }) => right.isOwn);
  const hasWrites = given.some(
    ({ right, isDirect }) => isDirect && right.actions.some((each) => each !== 'read'),
  );
  const said = (action: Action) =>
    grantsOf(
      given.filter(({ isDirect }) => isDirect),
      action,
      roles,
    ) ?? (hasWrites ? grantsOf(given, action, roles) : null);
  const create = said('create') ?? said('update');
  const update = said('update') ?? said('create');
  const decided: Record<Action, Allowed> = {
    create: create ?? [...roles.all],
    read: readers(given, roles),
    update: inherited(update, said('update'), said('delete'), roles),
    delete: inherited(
      said('delete') ?? said('update') ?? said('create'),
      said('delete') ?? said('update'),
      null,
      roles,
    ),
  };
  for (const { right } of denied)
    for (const action of right.actions)
      decided[action] = without(decided[action], right, given, action, roles);
  const rows = own.length > 0 ? 'own' : 'shared';
  const readsAll = rows === 'own' ? allReaders(given, own, decided.read, roles) : [];
  const sees = rows === 'own' ? seers(given, own, roles) : [];
  const seesAll = sees.filter((role) => !readsAll.includes(role));
  return {
    rows,
    seesAll,
    ...(readsAll.length > 0 && { readsAll }),
    create: rows === 'own' ? signedIn(decided.create, roles) : decided.create,
    read: decided.read,
    update: rows === 'own' ? signedIn(decided.update, roles) : decided.update,
    delete: rows === 'own' ? signedIn(decided.delete, roles) : decided.delete,
  };
}

/** The roles that a right names; everybody who is signed in, without names. */
export function rolesOf({ who }: Right, { all }: Roles): readonly string[] {
  if (who.kind === 'roles') return who.nouns.map(nameOf);
  return who.kind === 'nobody' ? [] : all;
}

/** Who may do it by what is said of it, with everybody above the least of them, but not their equals; null when nothing is said. */
function grantsOf(given: readonly EntityRight[], action: Action, roles: Roles): Allowed | null {
  const grants = given.filter(({ right }) => right.actions.includes(action));
  if (grants.length === 0) return null;
  const only = grants.filter(({ right }) => right.isOnly);
  const open = grants.some(({ right }) => right.who.kind === 'anyone');
  if (open && only.length === 0) return 'everyone';
  const least = Math.min(
    ...(only.length > 0 ? only : grants).flatMap(({ right }) =>
      rolesOf(right, roles).map((role) => rankIn(roles, role)),
    ),
  );
  const named = new Set(
    (only.length > 0 ? only : grants).flatMap(({ right }) => rolesOf(right, roles)),
  );
  return roles.all.filter((role) => rankIn(roles, role) > least || named.has(role));
}

function rankIn({ ranks }: Roles, role: string): number {
  return ranks.get(role) ?? 0;
}

/** What is taken over from a neighbouring action; that anybody may add a comment does not let anybody change it. */
function inherited(
  decided: Allowed | null,
  own: Allowed | null,
  nearest: Allowed | null,
  roles: Roles,
): Allowed {
  if (decided === 'everyone' && own === null) return nearest ?? [...roles.all];
  return decided ?? [...roles.all];
}

/** Reading is open to everybody who is signed in, unless it is said to be for some alone. */
function readers(given: readonly EntityRight[], roles: Roles): Allowed {
  const reads = given.filter(({ right }) => right.actions.includes('read'));
  if (reads.some(({ right }) => right.who.kind === 'anyone')) return 'everyone';
  const isRestricted = reads.some(({ right, isDirect }) => right.isOnly && isDirect);
  return (isRestricted ? grantsOf(given, 'read', roles) : null) ?? [...roles.all];
}

/** What is denied, unless the same role has it by a right that names the entity ("nothing except classes"). */
function without(
  allowed: Allowed,
  right: Right,
  given: readonly EntityRight[],
  action: Action,
  roles: Roles,
): Allowed {
  if (right.who.kind === 'nobody') return [];
  const kept = new Set(
    given
      .filter(
        (each) =>
          each.isDirect && each.right.actions.includes(action) && right.what.kind === 'everything',
      )
      .flatMap((each) => rolesOf(each.right, roles)),
  );
  const lost = new Set(rolesOf(right, roles).filter((role) => !kept.has(role)));
  return (allowed === 'everyone' ? [...roles.all] : allowed).filter((role) => !lost.has(role));
}

/** "see all, but change only their own": who has own rows to change and all of them to read. */
function allReaders(
  given: readonly EntityRight[],
  own: readonly EntityRight[],
  read: Allowed,
  roles: Roles,
): string[] {
  if (read === 'everyone' || own.some(({ right }) => right.actions.includes('read'))) return [];
  const changes = new Set(own.flatMap(({ right }) => rolesOf(right, roles)));
  const all = given.filter(
    ({ right, isDirect }) =>
      isDirect && right.isAll && !right.isOwn && right.actions.join() === 'read',
  );
  const reads = new Set(all.flatMap(({ right }) => rolesOf(right, roles)));
  return read.filter((role) => changes.has(role) && reads.has(role));
}

/** Roles above those that have only their own, and those that are said to see all. */
function seers(given: readonly EntityRight[], own: readonly EntityRight[], roles: Roles): string[] {
  const bound = new Set(own.flatMap(({ right }) => rolesOf(right, roles)));
  const isGeneric = own.some(({ right }) => right.who.kind !== 'roles');
  const highest = isGeneric ? -1 : Math.max(...[...bound].map((role) => rankIn(roles, role)));
  const sees = new Set(
    given.flatMap(({ right }) =>
      (right.isAll || right.what.kind === 'everything') && right.who.kind === 'roles'
        ? rolesOf(right, roles)
        : [],
    ),
  );
  const direct = new Set(
    given.flatMap(({ right, isDirect }) =>
      isDirect && !right.isOwn && right.who.kind === 'roles' ? rolesOf(right, roles) : [],
    ),
  );
  return roles.all.filter((role) => {
    if (!roles.named.has(role)) return false;
    if (isGeneric) return sees.has(role) || direct.has(role);
    return (rankIn(roles, role) > highest && !bound.has(role)) || sees.has(role);
  });
}

function signedIn(allowed: Allowed, { all }: Roles): Allowed {
  return allowed === 'everyone' ? [...all] : allowed;
}
