import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { splitInnerPath } from '../domain/inner-path.ts';
import { SandboxCopyRefused } from '../domain/sandbox-errors.ts';
import { hasCode } from './has-code.ts';
import { below, openParent, refusalOf } from './open-inside.ts';

const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/**
 * Reads files that a program wrote below `folder`; those that are missing are missing in the answer. Throws
 * `SandboxCopyRefused` for a symbolic or hard link, a device, pipe or socket, and when all together exceed `maxBytes`.
 */
export async function copyOut(
  folder: string,
  paths: readonly string[],
  { maxBytes = DEFAULT_MAX_BYTES }: { maxBytes?: number } = {},
): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  let room = maxBytes;
  for (const path of paths) {
    const content = await readInside(folder, path, room);
    if (content === null) continue;
    room -= content.length;
    found.set(path, content);
  }
  return found;
}

async function readInside(folder: string, path: string, room: number): Promise<Buffer | null> {
  const segments = splitInnerPath(path);
  const parent = await openParent(folder, segments, false);
  if (parent === null) return null;
  try {
    // without O_NONBLOCK the opening of a pipe would wait for a writer
    const file = await open(
      below(parent, segments.at(-1) ?? ''),
      O_RDONLY | O_NOFOLLOW | O_NONBLOCK,
    );
    try {
      return await readBounded(file, path, room);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    if (hasCode(error, 'ENXIO')) throw new SandboxCopyRefused(path, 'it is not a regular file');
    throw refusalOf(error, path);
  } finally {
    await parent.close();
  }
}

async function readBounded(file: FileHandle, path: string, room: number): Promise<Buffer> {
  const entry = await file.stat();
  const { nlink, size } = entry;
  if (!entry.isFile()) throw new SandboxCopyRefused(path, 'it is not a regular file');
  if (nlink > 1) throw new SandboxCopyRefused(path, 'it has a second name');
  if (size > room) throw new SandboxCopyRefused(path, 'it is larger than may be copied');
  // a program that is still running may let the file grow; what was there when we looked is enough
  const content = Buffer.alloc(size);
  const { bytesRead } = await file.read(content, 0, size, 0);
  return content.subarray(0, bytesRead);
}
