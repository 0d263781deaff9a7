// @if states
import { count, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
// @end
// @if !states
import type { SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
// @end
import type { Database } from './database.ts';

/** How many rows there are that fulfil the condition. */
export async function countRows(database: Database, table: PgTable, where?: SQL) {
  return { total: await database.$count(table, where) };
}
// @if states

/** The same, and how many of them are in each state. */
export async function countByState(
  database: Database,
  table: PgTable,
  state: PgColumn,
  where?: SQL,
) {
  const rows = await database
    .select({ state, count: count() })
    .from(table)
    .where(where)
    .groupBy(state)
    .orderBy(state);
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  return { total, states: Object.fromEntries(rows.map((row) => [String(row.state), row.count])) };
}
// @end
