import { chmod, copyFile, lstat, mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './has-code.ts';

type Options = {
  /** Apparent bytes that may be copied in all; sparse files count in full. */
  maxBytes: number;
  onCopied?: (path: string) => void;
};

/**
 * Copies what lies in `from` into the empty folder `to`: folders, regular files and symbolic links, never what links
 * point to, never devices, pipes or sockets, never a set-user-id bit. Returns what was left out.
 */
export async function copyTree(from: string, to: string, options: Options): Promise<string[]> {
  const leftOut: string[] = [];
  let room = options.maxBytes;

  async function copyEntry(source: string, target: string): Promise<void> {
    const entry = await lstat(source);
    if (entry.isDirectory()) {
      await mkdir(target, { mode: 0o700 });
      await copyFolder(source, target);
    } else if (entry.isSymbolicLink()) {
      await symlink(await readlink(source), target);
      return;
    } else if (entry.isFile() && entry.size <= room) {
      room -= entry.size;
      await copyFile(source, target);
    } else {
      leftOut.push(source);
      return;
    }
    await chmod(target, entry.mode & 0o777);
    options.onCopied?.(target);
  }

  async function copyFolder(source: string, target: string): Promise<void> {
    for (const name of await readdir(source)) {
      try {
        await copyEntry(join(source, name), join(target, name));
      } catch (error) {
        // a program can nest folders deeper than any path may be long
        if (!hasCode(error, 'ENAMETOOLONG')) throw error;
        leftOut.push(join(source, name));
      }
    }
  }

  await copyFolder(from, to);
  return leftOut;
}
