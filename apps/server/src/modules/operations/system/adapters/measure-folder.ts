import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';

export type FolderSize = {
  bytes: number;
  parts: { name: string; bytes: number; files: number }[];
  isComplete: boolean;
};

type Budget = { entries: number };

const ENTRIES = 200_000;
const BLOCK = 512;

/**
 * What a folder takes on the disk, by its own entries, the largest first. Links are counted as links and never followed;
 * after `entries` files it stops and says so. What goes away meanwhile is not counted.
 */
export async function measureFolder(folder: string, entries = ENTRIES): Promise<FolderSize> {
  const budget = { entries };
  const parts: FolderSize['parts'] = [];
  for (const name of await namesIn(folder)) {
    parts.push({ name, ...(await measure(join(folder, name), budget)) });
  }
  return {
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    parts: parts.toSorted((a, b) => b.bytes - a.bytes),
    isComplete: budget.entries > 0,
  };
}

async function measure(path: string, budget: Budget): Promise<{ bytes: number; files: number }> {
  const entry = await lstat(path).catch(ignoreMissing);
  if (entry === null || budget.entries <= 0) return { bytes: 0, files: 0 };
  budget.entries -= 1;
  const own = entry.blocks * BLOCK;
  if (!entry.isDirectory()) return { bytes: own, files: 1 };
  let [bytes, files] = [own, 0];
  for (const name of await namesIn(path)) {
    const inside = await measure(join(path, name), budget);
    bytes += inside.bytes;
    files += inside.files;
  }
  return { bytes, files };
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  const entries = await opendir(folder).catch(ignoreMissing);
  if (entries !== null) for await (const { name } of entries) names.push(name);
  return names;
}

function ignoreMissing(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOTDIR') return null;
  throw error;
}
