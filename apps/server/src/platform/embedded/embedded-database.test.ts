import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseHandle, openDatabase } from '../database.ts';
import { openEmbeddedTestDatabase } from '../testing/open-test-database.ts';
import { DataFolderInUse } from './folder-lock.ts';

let folder: string;
let open: DatabaseHandle[] = [];

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'embedded-')), 'data');
});
afterEach(async () => {
  await Promise.all(open.map((handle) => handle.close()));
  open = [];
  await rm(join(folder, '..'), { recursive: true, force: true });
});

async function openFolder(): Promise<DatabaseHandle> {
  const handle = await openDatabase(folder);
  open.push(handle);
  return handle;
}

async function close(handle: DatabaseHandle): Promise<void> {
  open = open.filter((other) => other !== handle);
  await handle.close();
}

describe('embedded database in a folder', () => {
  it('finds its rows again after it was closed', async () => {
    const first = await openFolder();
    await first.pool.query('CREATE TABLE note AS SELECT 1 AS id');
    await close(first);
    const second = await openFolder();
    expect((await second.pool.query('SELECT id FROM note')).rows).toEqual([{ id: 1 }]);
  });

  it('lets nobody but the owner enter any of its folders', async () => {
    const handle = await openFolder();
    await handle.pool.query('CREATE TABLE note AS SELECT generate_series(1, 1000) AS id');
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory());
    const modes = await Promise.all(
      [folder, ...folders.map(({ parentPath, name }) => join(parentPath, name))].map(
        async (path) => (await stat(path)).mode & 0o777,
      ),
    );
    expect(new Set(modes)).toEqual(new Set([0o700]));
    expect(modes.length).toBeGreaterThan(10);
  });

  it('refuses a folder that is open, naming the process', async () => {
    await openFolder();
    const second = openDatabase(folder);
    await expect(second).rejects.toBeInstanceOf(DataFolderInUse);
    await expect(second).rejects.toThrow(`in use by process ${process.pid}`);
  });

  it('begins anew where the first start was cut off', async () => {
    await mkdir(join(folder, 'postgres.new'), { recursive: true });
    await writeFile(join(folder, 'postgres.new', 'PG_VERSION'), randomBytes(10));
    const handle = await openFolder();
    expect((await handle.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('frees the folder when the engine cannot open it', async () => {
    await mkdir(join(folder, 'postgres'), { recursive: true });
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '18');
    await expect(openDatabase(folder)).rejects.toThrow('embedded database');
    await rm(join(folder, 'postgres'), { recursive: true });
    await expect(openFolder()).resolves.toBeDefined();
  });
});

describe('embedded database whose engine hangs', () => {
  it('is opened again with everything that was committed', async () => {
    const errors: string[] = [];
    const handle = await openDatabase(folder, {
      stuckMs: 1_500,
      onConnectionError: (error) => errors.push(error.message),
    });
    open.push(handle);
    const heard: string[] = [];
    await handle.listen('news', (payload) => heard.push(payload));
    await handle.pool.query('CREATE TABLE note AS SELECT 1 AS id');
    await expect(handle.pool.query('SELECT pg_sleep(600)')).rejects.toThrow('has stopped');
    expect(errors).toContain('The embedded database has stopped.');
    const read = async () => (await handle.pool.query('SELECT id FROM note')).rows;
    await expect.poll(() => read().catch(() => null), { timeout: 20_000 }).toEqual([{ id: 1 }]);
    await expect.poll(() => heard, { timeout: 10_000 }).toContain('');
  });
});

describe('embedded database', () => {
  it('refuses statements that would reach into other connections', async () => {
    const handle = await openEmbeddedTestDatabase();
    for (const statement of ['DISCARD ALL', 'DEALLOCATE ALL', 'COPY x FROM STDIN']) {
      await expect(handle.pool.query(statement)).rejects.toMatchObject({ code: '0A000' });
    }
    expect((await handle.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('keeps the event loop turning during a long statement', async () => {
    const handle = await openEmbeddedTestDatabase();
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    await handle.pool.query('SELECT sum(i) FROM generate_series(1, 1000000) i');
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });
});
