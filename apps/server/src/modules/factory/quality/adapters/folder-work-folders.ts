import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, mkdir, open, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import type { GeneratedFile } from '@quantumlayer/contracts';
import { FilePathRefused } from '../domain/quality-errors.ts';
import type { WorkFolder, WorkFolders } from '../ports.ts';

/** Work folders below one folder, each named for the process that made it. */
export function createWorkFolders(folder: string): WorkFolders {
  /** Folders of this process; others that bear its number are of an earlier one. */
  const mine = new Set<string>();

  return {
    async open(label, files, writable) {
      const name = `${process.pid}-${label.replaceAll(/\W/g, '').slice(-16)}-${randomUUID().slice(0, 8)}`;
      const path = join(folder, name);
      mine.add(name);
      await mkdir(path, { recursive: true, mode: 0o755 });
      await writeFiles(path, files);
      for (const below of writable) {
        await mkdir(join(path, below), { recursive: true });
        await chmod(join(path, below), 0o777);
      }
      return {
        path,
        read: (below, maxBytes) => readPlainFile(path, below, maxBytes),
        async remove() {
          await rm(path, { recursive: true, force: true });
          mine.delete(name);
        },
      } satisfies WorkFolder;
    },

    async collect() {
      const names = await readdir(folder).catch(() => []);
      const left = names.filter((name) => !mine.has(name) && !isAlive(Number.parseInt(name, 10)));
      await Promise.all(
        left.map((name) => rm(join(folder, name), { recursive: true, force: true })),
      );
      return left.length;
    },
  };
}

export async function writeFiles(root: string, files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, content, executable } of files) {
    const place = join(root, checkPath(path));
    await mkdir(dirname(place), { recursive: true, mode: 0o755 });
    await writeFile(place, content, { mode: executable ? 0o755 : 0o644, flag: 'wx' });
  }
}

function checkPath(path: string): string {
  const plain = normalize(path);
  const escapes = plain.startsWith('..') || plain.startsWith(sep) || plain === '.';
  if (escapes || plain !== path || path.includes('\0') || path.includes('\\')) {
    throw new FilePathRefused(path);
  }
  return plain;
}

/** What untrusted code left may be a link or a pipe; neither is followed nor waited for. */
async function readPlainFile(
  root: string,
  below: string,
  maxBytes: number,
): Promise<string | null> {
  const path = join(root, checkPath(below));
  const real = await realpath(dirname(path)).catch(() => null);
  if (real === null || real !== join(await realpath(root), dirname(below))) return null;
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch(() => null);
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    const isPlain = (await file.stat()).isFile();
    return isPlain && size <= maxBytes ? await file.readFile('utf8') : null;
  } finally {
    await file.close();
  }
}

function isAlive(pid: number): boolean {
  if (Number.isNaN(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
