import { randomUUID } from 'node:crypto';
import {
  linkSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const HEARTBEAT_MS = 2_000;
/** A holder that this process cannot look up is gone when its lock has not been touched for so long. */
const SILENCE_MS = 10_000;
const ATTEMPTS = 5;

/** Who holds a lock; the start time tells a process from a later one with the same number. */
type Holder = { token: string; pid: number; startedAt: string; host: string; space: string };

export type FileLock = { release(): void };
/** The process that has the lock. */
export type LockHolder = Pick<Holder, 'pid' | 'host'>;

/** Makes this file the lock of this process, or says whose it is; that of a process that is gone is taken over. */
export async function takeFileLock(path: string): Promise<FileLock | { holder: LockHolder }> {
  const own: Holder = { token: randomUUID(), pid: process.pid, ...identity(process.pid) };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(path, own)) return hold(path, own);
    const holder = read(path);
    if (holder && (await isAlive(path, holder))) return { holder };
    await removeStale(path, holder);
  }
  return { holder: read(path) ?? own };
}

/** Appears with its content or not at all. */
function create(path: string, holder: Holder): boolean {
  const draft = `${path}.${holder.token}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function hold(path: string, own: Holder): FileLock {
  const heartbeat = setInterval(() => {
    if (read(path)?.token === own.token) utimesSync(path, new Date(), new Date());
  }, HEARTBEAT_MS).unref();
  return {
    release() {
      clearInterval(heartbeat);
      if (read(path)?.token === own.token) rmSync(path, { force: true });
    },
  };
}

/** Two that find the same stale lock must not both remove it, or one would remove the other's new lock. */
async function removeStale(path: string, seen: Holder | null): Promise<void> {
  const guard = `${path}.takeover`;
  try {
    writeFileSync(guard, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    if (age(guard) > SILENCE_MS) rmSync(guard, { force: true });
    await delay(HEARTBEAT_MS / 10);
    return;
  }
  try {
    if (read(path)?.token === seen?.token) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

async function isAlive(path: string, holder: Holder): Promise<boolean> {
  const here = identity(holder.pid);
  if (holder.host === here.host && holder.space === here.space) {
    return here.startedAt !== '' && here.startedAt === holder.startedAt;
  }
  while (age(path) < SILENCE_MS) {
    const before = age(path);
    await delay(HEARTBEAT_MS / 4);
    if (age(path) < before) return true;
  }
  return false;
}

/** Where a process lives and since when; `startedAt` is empty when there is no such process. */
function identity(pid: number): Pick<Holder, 'startedAt' | 'host' | 'space'> {
  return { startedAt: startOf(pid), host: hostname(), space: processSpace() };
}

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTicks] = [fields[0], fields[19]];
    return state === 'Z' || startTicks === undefined ? '' : startTicks;
  } catch {
    return processExists(pid) ? 'unknown' : '';
  }
}

/** Without a /proc file system the number alone has to do. */
function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** Process numbers mean the same only within one boot and one pid namespace. */
function processSpace(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return 'unknown';
  }
}

function read(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function age(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
