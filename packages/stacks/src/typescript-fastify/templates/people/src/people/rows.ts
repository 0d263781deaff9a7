import { eq, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { Problem } from '../http/problem.ts';
import type { Account } from './accounts.ts';
import { signedIn } from './authorise.ts';
import type { Role } from './roles.ts';

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
