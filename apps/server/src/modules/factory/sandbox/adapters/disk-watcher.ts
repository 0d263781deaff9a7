import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inodesFor } from '../domain/limits.ts';

const PAUSE_MS = 100;
const BLOCK_BYTES = 512;

export type DiskWatcher = { isFull(): boolean; stop(): void };

/** Adds up each folder again and again. A program can pass the limit between two looks, until it is killed. */
export function watchDisks(folders: readonly string[], bytes: number): DiskWatcher {
  const ending = new AbortController();
  let full = false;

  async function look(): Promise<void> {
    while (!ending.signal.aborted && !full) {
      for (const folder of folders) full ||= await isOver(folder, bytes);
      await sleep(PAUSE_MS, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  if (folders.length > 0) void look();
  return { isFull: () => full, stop: () => ending.abort() };
}

async function isOver(folder: string, bytes: number): Promise<boolean> {
  const used = { bytes: 0, inodes: 0 };
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const path of await listQuietly(next)) {
      const entry = await lstat(path).catch(() => null);
      if (entry === null) continue;
      used.inodes += 1;
      used.bytes += entry.blocks * BLOCK_BYTES;
      if (entry.isDirectory()) waiting.push(path);
    }
    if (used.bytes > bytes || used.inodes > inodesFor(bytes)) return true;
  }
  return false;
}

/** A folder that vanishes or locks itself while we look holds nothing that we can count. */
async function listQuietly(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}
