import { constants } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { SandboxCopyRefused } from '../domain/sandbox-errors.ts';
import { hasCode } from './has-code.ts';

const { O_DIRECTORY, O_NOFOLLOW, O_RDONLY } = constants;

/** The path of an entry below an open folder: whatever happens to the folder's name, it stays this folder. */
export function below(folder: FileHandle, name: string): string {
  return `/proc/self/fd/${folder.fd}/${name}`;
}

/**
 * Opens the folder that holds the last of `segments`, one step at a time and never through a symbolic link, so that
 * nothing a program swaps meanwhile can lead outside. Null when a part is missing and `create` is not asked for.
 */
export async function openParent(
  root: string,
  segments: readonly [string, ...string[]],
  create: boolean,
): Promise<FileHandle | null> {
  let folder = await open(root, O_RDONLY | O_DIRECTORY);
  for (const name of segments.slice(0, -1)) {
    const path = below(folder, name);
    try {
      if (create) await makeFolder(path);
      const next = await open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
      await folder.close();
      folder = next;
    } catch (error) {
      await folder.close();
      if (hasCode(error, 'ENOENT')) return null;
      throw refusalOf(error, segments.join('/'));
    }
  }
  return folder;
}

/** ENOTDIR and ELOOP are how Linux says that a link was met where none may be. */
export function refusalOf(error: unknown, path: string): unknown {
  if (hasCode(error, 'ELOOP') || hasCode(error, 'ENOTDIR')) {
    return new SandboxCopyRefused(path, 'a part of it is a symbolic link or no folder');
  }
  return error;
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o755 });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}
