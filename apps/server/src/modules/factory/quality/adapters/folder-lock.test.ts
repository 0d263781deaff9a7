import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTalkingProcess } from '@quantumlayer/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withFileLock } from './folder-lock.ts';

const MODULE = new URL('./folder-lock.ts', import.meta.url).href;
/**
 * Works for so many milliseconds, and says so when somebody else works as well. A hesitant one is about to remove a file
 * until there is a file that lets it.
 */
const WORKER = `
  import fs, { existsSync, writeFileSync } from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const [path, workMs, hesitates] = process.argv.slice(1);
  const { rmSync, promises: { rm } } = fs;
  const sleep = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  const hesitate = () => {
    if (!hesitates) return;
    process.stdout.write('hesitates ');
    while (!existsSync(path + '.go')) sleep();
  };
  fs.promises.rm = (...file) => { hesitate(); return rm(...file); };
  fs.rmSync = (...file) => { if (file[0] === path) hesitate(); rmSync(...file); };
  syncBuiltinESMExports();
  const { withFileLock } = await import('${MODULE}');
  await withFileLock(path, {}, async () => {
    const isAlone = !existsSync(path + '.works');
    writeFileSync(path + '.works', '');
    process.stdout.write(isAlone ? 'works ' : 'two at once ');
    await new Promise((done) => setTimeout(done, Number(workMs)));
    rmSync(path + '.works', { force: true });
  });
  process.stdout.write('done');`;

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

    expect(JSON.parse(seen)).toMatchObject({ pid: process.pid });
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
    await leaveDead();

    expect(await withFileLock(path, {}, async () => 'done')).toBe('done');
  });

  it('is taken over by one alone, also when one is slow to remove the lock of the dead', async () => {
    await leaveDead();
    const slow = startWorker('0', 'hesitates');
    await slow.says('hesitates');
    const quick = startWorker('2000');
    // It may not work before the slow one is through; this is the time in which it would.
    await Promise.race([quick.says('works'), sleep(1_500)]);
    await writeFile(`${path}.go`, '');
    const said = await Promise.all([slow.ended, quick.ended]);

    expect(said.join(' ')).not.toContain('two at once');
    expect(said.every((one) => one.includes('works') && one.endsWith('done'))).toBe(true);
  }, 60_000);

  /** Leaves the lock of a process that was killed while it worked. */
  async function leaveDead(): Promise<void> {
    const holder = startWorker('60000');
    await holder.says('works');
    holder.kill();
    await holder.ended;
    await rm(`${path}.works`);
  }

  function startWorker(...options: string[]) {
    return startTalkingProcess(WORKER, [path, ...options], import.meta.dirname);
  }

  it('waits for who works until it is told to stop', async () => {
    const worked = Promise.withResolvers<void>();
    const first = withFileLock(path, {}, () => worked.promise);
    const stopping = new AbortController();
    const waiting = withFileLock(
      path,
      { signal: stopping.signal, onWait: () => stopping.abort() },
      async () => 'worked',
    );

    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(existsSync(path)).toBe(true);
    worked.resolve();
    await first;
  });

  it('does not hide that the folder is missing', async () => {
    const missing = withFileLock(join(folder, 'none', 'x.lock'), {}, async () => 'worked');

    await expect(missing).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
