import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withFileLock } from './folder-lock.ts';

describe('withFileLock', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-'));
    path = join(folder, 'set.lock');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('holds the lock in its own name while it works, and gives it back', async () => {
    const seen = await withFileLock(path, {}, () => readFile(path, 'utf8'));

    expect(seen).toBe(String(process.pid));
    expect(existsSync(path)).toBe(false);
  });

  it('gives the lock back when the work fails', async () => {
    const failing = withFileLock(path, {}, async () => {
      throw new Error('no registry');
    });

    await expect(failing).rejects.toThrow('no registry');
    expect(existsSync(path)).toBe(false);
  });

  it('lets one work at a time, and says once that it waits', async () => {
    const [held, waited] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const order: string[] = [];
    const first = withFileLock(path, {}, async () => {
      held.resolve();
      await waited.promise;
      order.push('first');
    });
    await held.promise;
    const onWait = () => {
      order.push('waits');
      waited.resolve();
    };
    const second = withFileLock(path, { onWait }, async () => void order.push('second'));
    await Promise.all([first, second]);

    expect(order).toEqual(['waits', 'first', 'second']);
  });

  it('takes over the lock of a process that has died', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await writeFile(path, String(pid));

    expect(await withFileLock(path, {}, async () => 'done')).toBe('done');
  });

  it('waits for a holder that has not written its name yet, until it is told to stop', async () => {
    await writeFile(path, '');
    const stopping = new AbortController();
    const waiting = withFileLock(
      path,
      { signal: stopping.signal, onWait: () => stopping.abort() },
      async () => 'worked',
    );

    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(existsSync(path)).toBe(true);
  });

  it('does not hide that the folder is missing', async () => {
    const missing = withFileLock(join(folder, 'none', 'x.lock'), {}, async () => 'worked');

    await expect(missing).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
