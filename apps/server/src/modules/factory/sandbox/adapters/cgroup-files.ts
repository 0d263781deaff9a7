import { existsSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from './has-code.ts';

/** Folder, below each hierarchy's root, that holds all groups of the product. */
export const PARENT = 'quantumlayer';

const REMOVAL_ATTEMPTS = 200;
const LONGEST_PAUSE_MS = 20;

export function readNumber(path: string): number | null {
  const text = readText(path)?.trim();
  return text === undefined || !/^\d+$/.test(text) ? null : Number(text);
}

/** The value of `key` in a file of `key value` lines. */
export function readKey(path: string, key: string): number {
  const line = readText(path)
    ?.split('\n')
    .find((text) => text.startsWith(`${key} `));
  return line === undefined ? 0 : Number(line.slice(key.length + 1));
}

export function writeIfPresent(path: string, value: string): void {
  if (existsSync(path)) writeFileSync(path, value);
}

/** SIGKILL to every process of the group; those that fork meanwhile are caught by the next call. */
export function killMembers(folder: string): void {
  for (const line of readText(join(folder, 'cgroup.procs'))?.split('\n') ?? []) {
    if (line !== '' && line !== '0') killProcess(Number(line));
  }
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}

/** The outermost process of a run and, since it leads a group of its own, all that never left that group. */
export function killRun(pid: number): void {
  killProcess(-pid);
  killProcess(pid);
}

/** A group can be removed only when its last member is reaped, which follows shortly after the kill. */
export async function removeFolder(folder: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      rmdirSync(folder);
      return;
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return;
      if (!hasCode(error, 'EBUSY') || attempt === REMOVAL_ATTEMPTS) throw error;
    }
    killMembers(folder);
    await sleep(Math.min(attempt + 1, LONGEST_PAUSE_MS));
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENODEV')) return undefined;
    throw error;
  }
}
