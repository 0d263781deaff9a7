import { drizzle } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { openEmbedded } from './embedded/embedded-database.ts';

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
  /** Hears of connections that broke while nobody used them; the pool replaces them by itself. */
  onConnectionError?: (error: Error) => void;
};

const isServer = (url: string) => /^postgres(ql)?:/.test(url);

/** `postgres://…` opens a pool on a server; a folder or `memory://` opens the embedded engine. */
export async function openDatabase(
  url: string,
  { poolSize = 10, onConnectionError }: DatabaseOptions = {},
): Promise<DatabaseHandle> {
  const embedded = isServer(url) ? null : await openEmbedded(url);
  const pool = new pg.Pool({
    max: poolSize,
    ...(embedded ? embedded.connection : { connectionString: url }),
  });
  pool.on('error', (error) => onConnectionError?.(error));
  return {
    database: drizzle(pool),
    pool,
    home: embedded ? 'embedded' : 'postgres',
    listen: (channel, handler) => listen(pool, channel, handler),
    async check() {
      await pool.query('SELECT 1');
    },
    async close() {
      await pool.end();
      await embedded?.close();
    },
  };
}

async function listen(
  pool: pg.Pool,
  channel: string,
  handler: (payload: string) => void,
): Promise<() => Promise<void>> {
  const client = await pool.connect();
  client.on('notification', (notification) => {
    if (notification.channel === channel) handler(notification.payload ?? '');
  });
  await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
  return async () => client.release(true);
}
