import { setTimeout as sleep } from 'node:timers/promises';
import { takeFileLock } from '#platform/file-lock.ts';

const POLL_MS = 250;

type Options = { signal?: AbortSignal | undefined; onWait?: () => void };

/** Runs `work` while no other live process holds the lock file; a dead holder's lock is taken over. */
export async function withFileLock<Result>(
  path: string,
  { signal, onWait }: Options,
  work: () => Promise<Result>,
): Promise<Result> {
  let lock = await takeFileLock(path);
  if ('holder' in lock) onWait?.();
  while ('holder' in lock) {
    await sleep(POLL_MS, undefined, signal ? { signal } : {});
    lock = await takeFileLock(path);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
