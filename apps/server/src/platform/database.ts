import { drizzle } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { openEmbedded } from './embedded/embedded-database.ts';
import { startMaintenance } from './embedded/maintenance.ts';
import { listen } from './listen.ts';

/** The one database type that repositories see: drizzle over `pg`, never which home is behind it. */
export type Database = PgDatabase<PgQueryResultHKT>;

export type DatabaseHandle = {
  database: Database;
  pool: pg.Pool;
  home: 'embedded' | 'postgres';
  /** Calls `handler` with the payload of each NOTIFY on the channel; resolves to a function that stops it. */
  listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>>;
  /** Rejects while the database does not answer. */
  check(): Promise<void>;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** Connections of the pool; 10 when absent. */
  poolSize?: number;
  /** Embedded only: how long one statement may keep the engine busy; 120,000 when absent. */
  stuckMs?: number;
  /** Hears of what went wrong in the background: a broken idle connection, a failed maintenance. */
  onConnectionError?: (error: Error) => void;
};

const isServer = (url: string) => /^postgres(ql)?:/.test(url);

/** `postgres://…` opens a pool on a server; a folder or `memory://` opens the embedded engine. */
export async function openDatabase(
  url: string,
  options: DatabaseOptions = {},
): Promise<DatabaseHandle> {
  if (isServer(url)) return createHandle('postgres', { connectionString: url }, options);
  const { connection, close } = await openEmbedded(url, {
    ...(options.onConnectionError && { onError: options.onConnectionError }),
    ...(options.stuckMs !== undefined && { stuckMs: options.stuckMs }),
  });
  const handle = createHandle('embedded', connection, options, close);
  const stopMaintenance = startMaintenance(handle.pool, (error) =>
    options.onConnectionError?.(toError(error)),
  );
  return {
    ...handle,
    async close() {
      await stopMaintenance();
      await handle.close();
    },
  };
}

/** A handle over whatever `pg` can reach; `afterClose` runs when the last connection has ended. */
export function createHandle(
  home: DatabaseHandle['home'],
  connection: pg.PoolConfig,
  { poolSize = 10, onConnectionError }: DatabaseOptions = {},
  afterClose: () => Promise<void> = async () => {},
): DatabaseHandle {
  const pool = new pg.Pool({ max: poolSize, ...connection });
  pool.on('error', (error) => onConnectionError?.(error));
  const listeners = new Set<() => Promise<void>>();
  return {
    database: drizzle(pool),
    pool,
    home,
    async listen(channel, handler) {
      const stop = await listen(connection, channel, handler, onConnectionError);
      listeners.add(stop);
      return async () => {
        listeners.delete(stop);
        await stop();
      };
    },
    async check() {
      await pool.query('SELECT 1');
    },
    async close() {
      await Promise.all([...listeners].map((stop) => stop()));
      await pool.end();
      await afterClose();
    },
  };
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
