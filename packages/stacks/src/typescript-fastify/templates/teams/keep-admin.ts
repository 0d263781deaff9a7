// @if teamsAlone
import { and, eq, isNotNull } from 'drizzle-orm';
// @end
// @if above
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
// @end
import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import type { AccountChanges } from './account-schema.ts';
// @if teamsAlone
import { adminRole } from './roles.ts';
// @end
// @if above
import { adminRole, managersAboveTeams } from './roles.ts';
// @end
import type { Rows } from './rows.ts';
import { accountTable } from './tables.ts';

/**
 * Refuses a change, or an end (null), that would leave a team without an account that manages the others.
// @if above
 * Who stands above the teams may leave one so, but not end the last account above.
// @end
 * The rows are locked, so that two administrators cannot remove each other at once.
 */
export async function keepAnAdmin(
  transaction: Database,
  id: string,
// @if teamsAlone
  _whose: Rows,
// @end
// @if above
  whose: Rows,
// @end
  changes: AccountChanges | null,
): Promise<void> {
  const { role, teamId, isActive, passwordHash } = accountTable;
  const [account] = await transaction.select().from(accountTable).where(eq(accountTable.id, id));
  if (account === undefined) return;
  const keepsRole = changes?.role === undefined || changes.role === account.role;
  if (changes !== null && keepsRole && changes.isActive !== false) return;
// @if teamsAlone
  const isLike = and(eq(role, adminRole), eq(teamId, account.teamId));
// @end
// @if above
  const isAbove = managersAboveTeams.includes(account.role);
  if (whose === 'all' && !isAbove) return;
  const isLike = isAbove
    ? inArray(role, [...managersAboveTeams])
    : and(eq(role, adminRole), eq(teamId, account.teamId));
// @end
  const admins = await transaction
    .select({ id: accountTable.id })
    .from(accountTable)
    .where(and(isLike, isActive, isNotNull(passwordHash)))
    .for('update');
  if (admins.length === 1 && admins[0]?.id === id) {
    throw new Problem(409, 'last-admin', `This is the last account of the role ${account.role}.`);
  }
}
