import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const HEARTBEAT_MS = 1_000;
/** Who has not touched the lock for so long is gone, whatever process has its number now. */
const SILENCE_MS = 30_000;
/** The same for a holder that cannot be looked up, in another container for example. */
const SILENCE_ELSEWHERE_MS = 5_000;
const RETRY_MS = 100;

/**
 * Makes this process the only one that has the folder open, and returns what lets go of it. One that is just stopping
 * is given a moment.
 */
export async function lockFolder(folder: string, patienceMs = 6_000): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  const end = Date.now() + patienceMs;
  while (!(await create(path))) {
    if (!(await isHeld(path))) await removeLeft(path);
    else if (Date.now() < end) await delay(RETRY_MS);
    else throw new Error(`Another process has the data folder ${folder} open; stop it first.`);
  }
  const touch = () => utimes(path, new Date(), new Date()).catch(() => undefined);
  const heartbeat = setInterval(touch, HEARTBEAT_MS).unref();
  return async () => {
    clearInterval(heartbeat);
    await rm(path, { force: true });
  };
}

async function create(path: string): Promise<boolean> {
  try {
    await writeFile(path, `${process.pid} ${hostname()}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Of several that find the same lock left one removes it: a slower one would remove the new lock of the quicker. */
async function removeLeft(path: string): Promise<void> {
  const guard = `${path}.takeover`;
  if (await create(guard)) {
    if (!(await isHeld(path))) await rm(path, { force: true });
    await rm(guard, { force: true });
  } else if (!(await isHeld(guard))) await rm(guard, { force: true });
  else await delay(RETRY_MS);
}

async function isHeld(path: string): Promise<boolean> {
  try {
    const [pid, host] = (await readFile(path, 'utf8')).split(' ');
    const silentFor = Date.now() - (await stat(path)).mtimeMs;
    if (host !== hostname()) return silentFor < SILENCE_ELSEWHERE_MS;
    return silentFor < SILENCE_MS && isAlive(Number(pid));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** A lock with the own number was left by an earlier process. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
