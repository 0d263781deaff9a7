import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { copyIn, copyOut } from '#modules/factory/sandbox/index.ts';
import type { WorkFolder, WorkFolders } from '../ports.ts';
import { searchFiles } from './search-files.ts';

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
      await copyIn(files, path);
      for (const below of writable) {
        await mkdir(join(path, below), { recursive: true });
        await chmod(join(path, below), 0o777);
      }
      return {
        path,
        read: (below, maxBytes) => readFileOf(path, below, maxBytes),
        readAll: (below, maxBytes) => readFilesOf(path, below, maxBytes),
        search: (below, needles) => searchFiles(join(path, below), needles),
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

/** What untrusted code left may be a link or a pipe; the sandbox's reader refuses those. */
async function readFileOf(root: string, path: string, maxBytes: number): Promise<string | null> {
  const found = await copyOut(root, [path], { maxBytes });
  return found.get(path)?.toString('utf8') ?? null;
}

async function readFilesOf(root: string, folder: string, maxBytes: number) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
    .sort();
  const found = await copyOut(root, paths, { maxBytes });
  return paths.flatMap((path) => {
    const content = found.get(path);
    return content === undefined ? [] : [{ path, content: content.toString('utf8') }];
  });
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
