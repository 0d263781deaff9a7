import type { Access, People } from './access.ts';
import type { Blueprint, Entity } from './blueprint.ts';

/**
 * Who may do what, also where the blueprint does not say: who is signed in may do everything, with the rows of their
 * team where there are teams. Of the team itself everybody reads the own one, which the last role in it changes.
 */
export function accessOf({ name, access }: Entity, { roles, memberOf }: People): Access {
  if (access !== undefined) return access;
  const all = roles.map((role) => role.name);
  if (name === memberOf) {
    const none = { seesAll: [], create: [], delete: [] };
    return { rows: 'team', read: all, update: all.slice(-1), ...none };
  }
  const rows = memberOf === undefined ? 'shared' : 'team';
  return { rows, seesAll: [], create: all, read: all, update: all, delete: all };
}

/** The roles that see and change every team and its accounts; none where accounts have no teams. */
export function rolesAboveTeams({ people, entities }: Blueprint): string[] {
  const team = entities.find(({ name }) => name === people?.memberOf);
  return team?.access?.seesAll ?? [];
}
