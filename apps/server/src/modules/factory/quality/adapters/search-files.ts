import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';

const MOST_FILES = 20_000;
const MOST_BYTES = 1_073_741_824;
const PIECE_BYTES = 1_048_576;

/**
 * The plain files below a folder, as paths relative to it, that hold one of the needles. What untrusted code left may be
 * links, pipes or devices: these are passed over. Throws where there is more than can be searched.
 */
export async function searchFiles(folder: string, needles: readonly Buffer[]): Promise<string[]> {
  const sought = needles.filter(({ length }) => length > 0);
  const found: string[] = [];
  const overlap = Math.max(0, ...sought.map(({ length }) => length - 1));
  // One buffer for all files: one for each would be most of the work, and garbage of gigabytes.
  const search = { sought, overlap, buffer: Buffer.allocUnsafe(overlap + PIECE_BYTES) };
  const budget = { files: MOST_FILES, bytes: MOST_BYTES };
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of await entriesOf(join(folder, below), below === '')) {
      const path = join(below, entry.name);
      if (entry.isDirectory()) waiting.push(path);
      if (!entry.isFile()) continue;
      budget.files -= 1;
      if (budget.files < 0) throw new Error(`There are more than ${MOST_FILES} files to search.`);
      if (await holdsOne(join(folder, path), search, budget)) found.push(path);
    }
  }
  return found.toSorted();
}

/** None of a folder that was removed since its name was read; the first one has to be there. */
async function entriesOf(path: string, isFirst: boolean) {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (!isFirst && errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

type Search = { sought: readonly Buffer[]; overlap: number; buffer: Buffer };

async function holdsOne(
  path: string,
  { sought, overlap, buffer }: Search,
  budget: { bytes: number },
): Promise<boolean> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch((error: unknown) => {
    // It was removed or became a link since the folder was read.
    if (['ENOENT', 'ELOOP'].includes(errorCode(error) ?? '')) return null;
    throw error;
  });
  if (file === null) return false;
  try {
    if (!(await file.stat()).isFile()) return false;
    // What a needle may have begun in stays in front of the next piece.
    let kept = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, PIECE_BYTES);
      if (bytesRead === 0) return false;
      budget.bytes -= bytesRead;
      if (budget.bytes < 0) throw new Error('There is more than 1 GiB to search.');
      const piece = buffer.subarray(0, kept + bytesRead);
      if (sought.some((needle) => piece.includes(needle))) return true;
      kept = Math.min(overlap, piece.length);
      buffer.copyWithin(0, piece.length - kept, piece.length);
    }
  } finally {
    await file.close();
  }
}
