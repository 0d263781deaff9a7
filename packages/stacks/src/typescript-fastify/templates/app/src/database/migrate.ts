import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

const FOLDER = new URL('../../migrations/', import.meta.url);
const LOCK = 7_241_936;

/** Applies the migrations that are missing, in the order of their names; two processes never do it at once. */
export async function migrate(database: Database): Promise<void> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  await database.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    await transaction.execute(sql`create table if not exists schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    for (const name of names) {
      await apply(transaction, name, await readFile(new URL(name, FOLDER), 'utf8'));
    }
  });
}

async function apply(database: Database, name: string, script: string): Promise<void> {
  const checksum = createHash('sha256').update(script).digest('hex');
  const [applied] = await database
    .select({ checksum: sql<string>`checksum` })
    .from(sql`schema_migration`)
    .where(sql`name = ${name}`);
  if (applied?.checksum === checksum) return;
  if (applied)
    throw new Error(`Migration ${name} was changed after it was applied; add a new one.`);
  for (const statement of script.split('--> statement-breakpoint')) {
    await database.execute(sql.raw(statement));
  }
  await database.execute(
    sql`insert into schema_migration (name, checksum) values (${name}, ${checksum})`,
  );
}
