import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { connectDatabase } from '../src/database/database.ts';
import { lockFolder } from '../src/database/folder-lock.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-'));
});
after(() => rm(folder, { recursive: true, force: true }));

describe('the lock of the data folder', () => {
  const lock = () => join(folder, 'lock');
  /** Another process that is there while this one is. */
  const other = `${process.ppid} ${hostname()}`;

  it('is held by one, and left behind by none that ended', async () => {
    const release = await lockFolder(folder);
    await release();
    // One with the number of this process was left by an earlier one.
    await lockFolder(folder);
    const again = await lockFolder(folder);
    await again();
    // No process has such a number.
    await writeFile(lock(), `99999999 ${hostname()}`);
    const last = await lockFolder(folder);
    await last();
    assert.deepEqual(await readdir(folder), []);
  });

  it('is waited for, and not taken from who still has it', async () => {
    for (const holder of [other, '1 elsewhere']) {
      await writeFile(lock(), holder);
      await assert.rejects(lockFolder(folder, 120), /Another process has the data folder/);
    }
    const long = new Date(Date.now() - 60_000);
    await utimes(lock(), long, long);
    const release = await lockFolder(folder);
    await release();
  });

  it('is taken over by one of several that find it left', async () => {
    await writeFile(lock(), `99999999 ${hostname()}`);
    await writeFile(`${lock()}.takeover`, other);
    const [release] = await Promise.all([
      lockFolder(folder),
      delay(150).then(() => rm(`${lock()}.takeover`)),
    ]);
    await release();
    assert.deepEqual(await readdir(folder), []);
  });

  it('is of no folder that is not there', async () => {
    await assert.rejects(lockFolder(join(folder, 'none')), { code: 'ENOENT' });
  });
});

describe('a database on a server', () => {
  it('is said to be out of reach when it is used', async () => {
    const nowhere = join(folder, 'nowhere');
    const { database, close } = await connectDatabase(`postgres://app@localhost/app?host=${nowhere}`);
    await assert.rejects(database.execute(sql`select 1`));
    await close();
  });
});
