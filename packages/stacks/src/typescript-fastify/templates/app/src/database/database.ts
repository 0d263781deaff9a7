import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { dataDir as emptyCluster } from '@electric-sql/pglite-prepopulatedfs';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import pg from 'pg';
import type { Config } from '../config.ts';
import { EmbeddedPool } from './embedded-pool.ts';
import { lockFolder } from './folder-lock.ts';

/** PostgreSQL, whether embedded or on a server; nothing outside this file knows which. */
export type Database = PgDatabase<PgQueryResultHKT>;
export type DatabaseHandle = { database: Database; close(): Promise<void> };

/** The server of `DATABASE_URL`, else the embedded database in `DATA_DIR`. */
export function openDatabase(config: Config): Promise<DatabaseHandle> {
  return config.DATABASE_URL
    ? connectDatabase(config.DATABASE_URL)
    : openFolderDatabase(config.DATA_DIR);
}

/** A pool of connections to a PostgreSQL server. */
export async function connectDatabase(url: string): Promise<DatabaseHandle> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    onConnect: async (client) => {
      await client.query("set time zone 'UTC'");
    },
  });
  // An idle connection that breaks is replaced on next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return { database: drizzle(pool), close: () => pool.end() };
}

/** An embedded PostgreSQL that lives in memory; for tests. */
export async function openMemoryDatabase(): Promise<DatabaseHandle> {
  return embed({ loadDataDir: await emptyCluster() });
}

/** An embedded PostgreSQL that keeps its data in a folder; one process at a time may open it. */
async function openFolderDatabase(folder: string): Promise<DatabaseHandle> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder);
  try {
    const { database, close } = await openFolder(folder);
    return { database, close: () => close().finally(unlock) };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function openFolder(folder: string): Promise<DatabaseHandle> {
  const dataDir = join(folder, 'postgres');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return embed({ dataDir });

  // The first start was never finished, so nothing can have been stored yet.
  await rm(dataDir, { recursive: true, force: true });
  const handle = await embed({ dataDir, loadDataDir: await emptyCluster() });
  await writeFile(complete, '');
  return handle;
}

async function embed(options: PGliteOptions): Promise<DatabaseHandle> {
  const engine = await PGlite.create(options);
  await engine.query("set time zone 'UTC'");
  // All that Drizzle asks of a pool is what this one has.
  const pool = new EmbeddedPool(engine) as unknown as pg.Pool;
  return { database: drizzle(pool), close: () => engine.close() };
}
