import type { Database } from '../database/database.ts';
import { seedId } from '../samples/seed-id.ts';
import { type Role, roles } from './roles.ts';
import { accountTable } from './tables.ts';

/**
// @if !teams
 * An account of each role, so that example rows have owners. They have no password: nobody signs in to them before one
 * who manages accounts gives them one.
 */
export async function seedAccounts(database: Database): Promise<void> {
  const accounts = roles.map((role) => ({
    id: seedOwner(role),
    email: `${role.toLowerCase()}@seed.example`,
    role,
  }));
// @end
// @if teams
 * An account of each role in each example team, so that example rows have owners. They have no password: nobody signs in
 * to them before one who manages accounts gives them one.
 */
export async function seedAccounts(database: Database): Promise<void> {
  const accounts = SEED_TEAMS.flatMap((team) =>
    roles.map((role) => ({
      id: seedOwner(role, team),
      email: `${role.toLowerCase()}@${team === 0 ? 'seed' : 'other'}.example`,
      role,
      teamId: seedTeam(team),
    })),
  );
// @end
  await database.insert(accountTable).values(accounts).onConflictDoNothing();
}

// @if !teams
/** The id of the example account of a role. */
export function seedOwner(role: Role): string {
  return seedId('account', roles.indexOf(role));
}
// @end
// @if teams
const SEED_TEAMS = [0, 1];

/** The id of the first or the second example team. */
export function seedTeam(team: number): string {
  return seedId('team', team);
}

/** The id of the example account of a role in a team. */
export function seedOwner(role: Role, team: number): string {
  return seedId('account', roles.indexOf(role) + team * roles.length);
}
// @end
