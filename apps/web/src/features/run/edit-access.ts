import { withoutTeam } from '@quantumlayer/contracts/remove-from-blueprint';
import type { Blueprint, Entity } from '#lib/blueprint.ts';

type Access = NonNullable<Entity['access']>;
type Change = (blueprint: Blueprint) => Blueprint;
export type Rows = Access['rows'];
/** What a role may do with the rows of others. */
export type Sight = 'own' | 'reads' | 'all';

/** What holds where the blueprint says nothing, as the factory takes it. */
export function accessOf({ people }: Blueprint, { name, access }: Entity): Access | null {
  if (people === undefined) return null;
  if (access !== undefined) return access;
  const all = people.roles.map((role) => role.name);
  if (people.memberOf === name)
    return { rows: 'team', seesAll: [], create: [], read: all, update: all.slice(-1), delete: [] };
  const rows = people.memberOf === undefined ? 'shared' : 'team';
  return { rows, seesAll: [], create: all, read: all, update: all, delete: all };
}

/** Whose the rows of an entity can be. */
export function rowsChoices({ people }: Blueprint, { name }: Entity): Rows[] {
  if (people?.memberOf === undefined) return ['shared', 'own'];
  return people.memberOf === name ? ['team'] : ['shared', 'team', 'own'];
}

export function changeRows(entityName: string, rows: Rows): Change {
  return changeAccess(entityName, ({ readsAll: _reads, ...access }) => ({
    ...access,
    rows,
    seesAll: [],
  }));
}

export function sightOf({ seesAll, readsAll = [] }: Access, role: string): Sight {
  if (seesAll.includes(role)) return 'all';
  return readsAll.includes(role) ? 'reads' : 'own';
}

/** Who reads all may read at all. */
export function changeSight(entityName: string, role: string, sight: Sight): Change {
  return changeAccess(entityName, (access, roles) => {
    const { readsAll = [], ...rest } = access;
    const inOrder = (names: string[]) => roles.filter((name) => names.includes(name));
    const without = (names: string[]) => names.filter((name) => name !== role);
    const reads = inOrder([...without(readsAll), ...(sight === 'reads' ? [role] : [])]);
    const isBlind = access.read !== 'everyone' && !access.read.includes(role);
    return {
      ...rest,
      seesAll: inOrder([...without(access.seesAll), ...(sight === 'all' ? [role] : [])]),
      ...(reads.length > 0 && { readsAll: reads }),
      ...(isBlind && sight === 'reads' && { read: inOrder([...access.read, role]) }),
    };
  });
}

/** Null: accounts belong to nothing, and what was of a team is shared. */
export function changeTeam(memberOf: string | null): Change {
  if (memberOf === null) return withoutTeam;
  return (blueprint) => {
    const { people } = blueprint;
    return people === undefined ? blueprint : { ...blueprint, people: { ...people, memberOf } };
  };
}

function changeAccess(
  entityName: string,
  change: (access: Access, roles: string[]) => Access,
): Change {
  return (blueprint) => ({
    ...blueprint,
    entities: blueprint.entities.map((entity) => {
      const access = entity.name === entityName ? accessOf(blueprint, entity) : null;
      if (access === null) return entity;
      const roles = blueprint.people?.roles.map(({ name }) => name) ?? [];
      return { ...entity, access: change(access, roles) };
    }),
  });
}
