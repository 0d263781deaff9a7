import type { Access, People } from './access.ts';
import type { Blueprint, Entity } from './blueprint.ts';

/**
 * Who may do what, also where the blueprint does not say: who is signed in may do everything, with the rows of their
 * team where there are teams. Of the team itself everybody reads the own one, which the last role in it changes.
 */
export function accessOf(
  { name, access }: Pick<Entity, 'name' | 'access'>,
  { roles, memberOf }: Pick<People, 'roles' | 'memberOf'>,
): Access {
  if (access !== undefined) return access;
  const all = roles.map((role) => role.name);
  if (name === memberOf) {
    const none = { seesAll: [], create: [], delete: [] };
    return { rows: 'team', read: all, update: all.slice(-1), ...none };
  }
  const rows = memberOf === undefined ? 'shared' : 'team';
  return { rows, seesAll: [], create: all, read: all, update: all, delete: all };
}

/**
 * The roles above the teams, which only one of them gives: those that manage every team and its accounts (`seesAll` of
 * the entity), and those that only read besides. None where accounts have no teams.
 */
export function rolesAboveTeams({ people, entities }: Blueprint) {
  const team = entities.find(({ name }) => name === people?.memberOf);
  const { seesAll: managers = [], readsAll: readers = [] } = team?.access ?? {};
  return { managers, all: [...managers, ...readers] };
}
