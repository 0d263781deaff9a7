import { randomUUID } from 'node:crypto';
import { testDatabaseUrl } from '@quantumlayer/testing';
import pg from 'pg';
import { createHandle, type DatabaseHandle, openDatabase } from '../database.ts';
import { type EmbeddedDatabase, openEmbedded } from '../embedded/embedded-database.ts';
import { type Migration, migrate } from '../migrate.ts';

/** An engine takes half a second to open, so a test file uses the same ones again. */
const idle: EmbeddedDatabase[] = [];

const EMPTY_DATABASE = `
  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
    LOOP EXECUTE format('DROP SCHEMA %I CASCADE', name); END LOOP;
    CREATE SCHEMA public;
  END $$`;

/**
 * An empty database of its own with the migrations applied: embedded, or on TEST_DATABASE_URL when that is set.
 * Close it, or the next call has to open another engine.
 */
export async function openTestDatabase(
  migrations: readonly Migration[] = [],
): Promise<DatabaseHandle> {
  const server = testDatabaseUrl();
  const handle = server ? await onServer(server) : await openEmbeddedTestDatabase();
  await migrate(handle, migrations);
  return handle;
}

export async function openEmbeddedTestDatabase(): Promise<DatabaseHandle> {
  const engine = idle.pop() ?? (await openEmbedded('memory://'));
  const handle = createHandle('embedded', engine.connection, {}, async () => {
    idle.push(engine);
  });
  await handle.pool.query(EMPTY_DATABASE);
  return handle;
}

/** A database of its own on the server, dropped when it is closed. */
export async function onServer(server: string): Promise<DatabaseHandle> {
  const name = `quantumlayer_test_${randomUUID().replaceAll('-', '')}`;
  await administrate(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const handle = await openDatabase(url.href);
  return {
    ...handle,
    async close() {
      await handle.close();
      await administrate(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function administrate(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
