import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolderInUse, lockFolder } from './folder-lock.ts';

const MODULE = new URL('./folder-lock.ts', import.meta.url).href;
const HOLD = `
  const { lockFolder } = await import('${MODULE}');
  try { await lockFolder(process.argv[1]); process.stdout.write('held'); setInterval(() => {}, 1000); }
  catch (error) { process.stdout.write(error.code); }`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function startHolder() {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', HOLD, folder], {
    cwd: import.meta.dirname,
  });
  const [said] = await once(child.stdout, 'data');
  return { child, said: String(said) };
}

async function kill(child: ReturnType<typeof spawn>) {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('lockFolder', () => {
  it('refuses a second holder, names the first, and lets go on release', async () => {
    const lock = await lockFolder(folder);
    const refused = lockFolder(folder);
    await expect(refused).rejects.toBeInstanceOf(DataFolderInUse);
    await expect(refused).rejects.toMatchObject({ code: 'data-folder-in-use', kind: 'conflict' });
    lock.release();
    const next = await lockFolder(folder);
    next.release();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('refuses another process, and takes over at once when that was killed', async () => {
    const { child, said } = await startHolder();
    expect(said).toBe('held');
    await expect(lockFolder(folder)).rejects.toThrow(`process ${child.pid} `);
    await kill(child);
    const start = performance.now();
    const lock = await lockFolder(folder);
    expect(performance.now() - start).toBeLessThan(5_000);
    lock.release();
  });

  it('gives a stale lock to exactly one of many', async () => {
    const { child } = await startHolder();
    await kill(child);
    const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(folder)));
    const locks = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(locks).toHaveLength(1);
    for (const { value } of locks) value.release();
  });

  it('takes over the lock of an older process with the number of a living one', async () => {
    (await lockFolder(folder)).release();
    const lock = await lockFolder(folder);
    const holder = JSON.parse(await readFile(join(folder, 'lock'), 'utf8'));
    await writeFile(
      join(folder, 'lock'),
      JSON.stringify({ ...holder, token: 'x', startedAt: '1' }),
    );
    lock.release();
    const next = await lockFolder(folder);
    next.release();
  });

  it('takes over a lock from another machine once it is silent', async () => {
    const other = { token: 'x', pid: 1, startedAt: '1', host: 'elsewhere', space: 'other' };
    await writeFile(join(folder, 'lock'), JSON.stringify(other));
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(join(folder, 'lock'), longAgo, longAgo);
    const lock = await lockFolder(folder);
    lock.release();
  });

  it('refuses a lock from another machine that is kept fresh', async () => {
    const path = join(folder, 'lock');
    const other = { token: 'x', pid: 1, startedAt: '1', host: 'elsewhere', space: 'other' };
    await writeFile(path, JSON.stringify(other));
    const heartbeat = setInterval(() => void utimes(path, new Date(), new Date()), 300);
    await expect(lockFolder(folder)).rejects.toThrow('on elsewhere');
    clearInterval(heartbeat);
  });

  it('takes over a lock that was cut off while it was written', async () => {
    await writeFile(join(folder, 'lock'), '{"tok');
    const lock = await lockFolder(folder);
    lock.release();
  });
});
