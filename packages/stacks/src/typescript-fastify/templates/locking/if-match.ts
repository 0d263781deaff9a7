import { sql } from 'drizzle-orm';
import type { Database } from '../../src/database/database.ts';
import { lockedTables } from './locked-tables.ts';

/** What somebody sends with a change who has just read the record. */
export async function ifMatch(
  database: Database,
  method: string,
  url: string,
): Promise<Record<string, string>> {
  const [, , path = '', id] = url.split(/[/?]/);
  const table = lockedTables.get(path);
  if (method === 'GET' || table === undefined || id === undefined) return {};
  const [row] = await database
    .select({ version: sql<number>`version` })
    .from(sql`${sql.identifier(table)}`)
    .where(sql`id::text = ${id}`);
  return { 'if-match': `"${row?.version ?? 1}"` };
}
