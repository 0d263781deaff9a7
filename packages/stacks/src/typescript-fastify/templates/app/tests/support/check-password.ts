import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { createPasswordHasher } from '../../src/people/password-hash.ts';
import { database } from './api.ts';

const { matches } = createPasswordHasher(10);

/** The column holds a hash of this password, and not the password. */
export async function checkPassword(
  { table, column }: { table: string; column: string },
  id: string,
  password: string,
): Promise<void> {
  const [row] = await database
    .select({ stored: sql<string>`${sql.identifier(column)}` })
    .from(sql`${sql.identifier(table)}`)
    .where(sql`id = ${id}`);
  assert.ok(row !== undefined && !row.stored.includes(password));
  assert.ok(await matches(password, row.stored));
  assert.ok(!(await matches(`${password}.`, row.stored)));
}
