import { createHash } from 'node:crypto';
import type pg from 'pg';
import { PlatformError } from '#kernel/errors.ts';
import type { DatabaseHandle } from './database.ts';

/** One step forward; there are no steps back. Once released, neither `id` nor `sql` may change. */
export type Migration = { id: string; sql: string };

type Applied = { id: string; checksum: string };

/** The database has another past than this program. */
export class MigrationHistoryChanged extends PlatformError {
  readonly code = 'migration-history-changed';
  readonly kind = 'conflict';

  constructor(problems: string[]) {
    super(
      `The database was made by another version: ${problems.join('; ')}. Start the version that made it, or restore a backup; nothing was changed.`,
    );
  }
}

/** Any number that no other advisory lock of the product uses. */
const MIGRATION_LOCK = 7_305_214;

const HISTORY_TABLE = `
  CREATE TABLE IF NOT EXISTS migration (
    id text PRIMARY KEY,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  )`;

/**
 * Applies what is new, in the order given, all or nothing; returns the ids that it applied. Processes that start
 * together on one server wait for each other.
 */
export async function migrate(
  { pool }: Pick<DatabaseHandle, 'pool'>,
  migrations: readonly Migration[],
): Promise<string[]> {
  rejectDuplicates(migrations);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const applied = await applyNew(client, migrations);
    await client.query('COMMIT');
    return applied;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function applyNew(client: pg.PoolClient, migrations: readonly Migration[]) {
  await client.query(HISTORY_TABLE);
  const history = await client.query<Applied>('SELECT id, checksum FROM migration');
  const missing = findMissing(history.rows, migrations);
  for (const { id, sql } of missing) {
    try {
      await client.query(sql);
    } catch (cause) {
      throw new Error(`Migration ${id} failed; nothing was changed.`, { cause });
    }
    await client.query('INSERT INTO migration (id, checksum) VALUES ($1, $2)', [id, checksum(sql)]);
  }
  return missing.map(({ id }) => id);
}

/** Throws when what was applied is not what this program would have applied. */
function findMissing(history: Applied[], migrations: readonly Migration[]): Migration[] {
  const known = new Map(migrations.map(({ id, sql }) => [id, checksum(sql)]));
  const problems = history.flatMap(({ id, checksum: was }) => {
    if (!known.has(id)) return [`it holds ${id}, which is not known here`];
    return known.get(id) === was ? [] : [`${id} has changed since it was applied`];
  });
  if (problems.length > 0) throw new MigrationHistoryChanged(problems);
  const applied = new Set(history.map(({ id }) => id));
  return migrations.filter(({ id }) => !applied.has(id));
}

function rejectDuplicates(migrations: readonly Migration[]): void {
  const ids = migrations.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) throw new Error(`Migrations with the same id: ${twice.join(', ')}`);
}

function checksum(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n').trim()).digest('hex');
}
