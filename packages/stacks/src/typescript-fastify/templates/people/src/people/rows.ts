// @if !ownInTeams
import { eq, type SQL } from 'drizzle-orm';
// @end
// @if ownInTeams
import { and, eq, type SQL } from 'drizzle-orm';
// @end
import type { PgColumn } from 'drizzle-orm/pg-core';
import { Problem } from '../http/problem.ts';
import type { Account } from './account.ts';
import { signedIn } from './authorise.ts';
// @if !ownInTeams
import type { Role } from './roles.ts';
// @end
// @if ownInTeams
import { type Role, rolesAboveTeams } from './roles.ts';
// @end

// @if !teams
/** The rows that a request reaches: those of one account, or all. */
export type Rows = { readonly ownerId: string } | 'all';

/** All rows for the roles that see all, else the own ones. */
export function rowsOf(account: Account | null, seesAll: readonly Role[]): Rows {
  const { id, role } = signedIn(account);
  return seesAll.includes(role) ? 'all' : { ownerId: id };
}

/** The condition on the column that holds the owner. */
export function within(owner: PgColumn, rows: Rows): SQL | undefined {
  return rows === 'all' ? undefined : eq(owner, rows.ownerId);
}
// @end
// @if teamRowsAlone
/** The rows that a request reaches: those of one team, or all. */
export type Rows = { readonly teamId: string } | 'all';

// @end
// @if ownInTeams
/** The rows that a request reaches: those of one team, of one account in it, or all. */
export type Rows = { readonly teamId: string; readonly ownerId?: string } | 'all';

/** The own rows; for the roles that see all, those of the team, or of every team for who stands above. */
export function rowsOf(account: Account | null, seesAll: readonly Role[]): Rows {
  const { id, role, teamId } = signedIn(account);
  if (!seesAll.includes(role)) return { teamId, ownerId: id };
  return rolesAboveTeams.includes(role) ? 'all' : { teamId };
}

// @end
// @if teams
/** The rows of the team; all for the roles that see those of every team. */
export function teamRowsOf(account: Account | null, seesAll: readonly Role[]): Rows {
  const { role, teamId } = signedIn(account);
  return seesAll.includes(role) ? 'all' : { teamId };
}

// @end
// @if teamRowsAlone
/** The condition on the column that holds the team. */
export function within(team: PgColumn, rows: Rows): SQL | undefined {
  return rows === 'all' ? undefined : eq(team, rows.teamId);
}
// @end
// @if ownInTeams
/** The condition on the columns that hold the team and, where rows are own ones, the owner. */
export function within(team: PgColumn, rows: Rows, owner?: PgColumn): SQL | undefined {
  if (rows === 'all') return undefined;
  const { teamId, ownerId } = rows;
  const isOwn = owner && ownerId !== undefined ? eq(owner, ownerId) : undefined;
  return and(eq(team, teamId), isOwn);
}
// @end

/** Refuses an id that `find` does not find, as if there were no such row: it may be the row of somebody else. */
export async function expectRow(
  member: string,
  id: string | null | undefined,
  find: (id: string) => Promise<unknown>,
): Promise<void> {
  if (id === undefined || id === null || (await find(id)) !== null) return;
  throw new Problem(422, 'reference-unknown', 'A record that is referred to does not exist.', [
    { pointer: `/${member}`, detail: 'does not exist' },
  ]);
}
