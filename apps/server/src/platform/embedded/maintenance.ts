import pg from 'pg';
import { startPeriodic } from '../periodic.ts';

/**
 * PostgreSQL's checkpointer and autovacuum are processes of their own, which the embedded engine does not have.
 * Without this the log would grow for ever, a start after a crash would take ever longer, and tables whose rows
 * change would never shrink.
 */

const EVERY_MS = 15_000;
const LOG_LIMIT_BYTES = 16 * 1024 * 1024;

const UNSAVED_LOG = `
  SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::bigint AS bytes FROM pg_control_checkpoint()`;

/** The thresholds of autovacuum, with a larger base: small tables are not worth the stop. */
const WORN_TABLES = `
  SELECT schemaname AS schema, relname AS name FROM pg_stat_user_tables
  WHERE n_dead_tup > 1000 + 0.2 * n_live_tup OR n_mod_since_analyze > 1000 + 0.1 * n_live_tup`;

type Queryable = Pick<pg.Pool, 'query'>;

/** Does what is due, table by table, so that nobody waits longer than for one of them. Returns what it did. */
export async function maintain(pool: Queryable): Promise<string[]> {
  const done: string[] = [];
  const worn = await pool.query<{ schema: string; name: string }>(WORN_TABLES);
  for (const { schema, name } of worn.rows) {
    const table = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
    await pool.query(`VACUUM (ANALYZE, SKIP_LOCKED) ${table}`);
    done.push(`vacuum ${schema}.${name}`);
  }
  const log = await pool.query<{ bytes: string }>(UNSAVED_LOG);
  if (Number(log.rows[0]?.bytes ?? 0) > LOG_LIMIT_BYTES) {
    await pool.query('CHECKPOINT');
    done.push('checkpoint');
  }
  return done;
}

/** Maintains now and then until it is stopped. */
export function startMaintenance(pool: Queryable, onError: (error: unknown) => void) {
  return startPeriodic(() => maintain(pool), EVERY_MS, onError);
}
