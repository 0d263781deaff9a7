import { open, readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './error-code.ts';

const POLL_MS = 250;

type Options = { signal?: AbortSignal | undefined; onWait?: () => void };

/** Runs `work` while no other live process holds the lock file; a dead holder's lock is taken over. */
export async function withFileLock<Result>(
  path: string,
  { signal, onWait }: Options,
  work: () => Promise<Result>,
): Promise<Result> {
  let waited = false;
  while (!(await take(path))) {
    if (!waited) onWait?.();
    waited = true;
    await sleep(POLL_MS, undefined, signal ? { signal } : {});
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    if (await isHeld(path)) return false;
    await rm(path, { force: true });
    return false;
  }
}

async function isHeld(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  // An empty file belongs to a process between creating and writing it.
  if (Number.isNaN(pid)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
