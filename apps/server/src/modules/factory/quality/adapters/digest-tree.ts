import { createHash, type Hash } from 'node:crypto';
import { open, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Binaries of 100 MB stand in a dependency set; the server holds no more than this of one at a time. */
const CHUNK_BYTES = 256 * 1024;

/** `sha256:<hex>` over every path, link and file content below a folder, in a fixed order. */
export async function digestTree(folder: string): Promise<string> {
  const hash = createHash('sha256');
  await addFolder({ hash, root: folder, chunk: Buffer.allocUnsafe(CHUNK_BYTES) }, '');
  return `sha256:${hash.digest('hex')}`;
}

type Walk = { readonly hash: Hash; readonly root: string; readonly chunk: Buffer };

async function addFolder(walk: Walk, below: string): Promise<void> {
  const { hash, root } = walk;
  const entries = await readdir(join(root, below), { withFileTypes: true });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(below, entry.name);
    if (entry.isDirectory()) await addFolder(walk, path);
    else if (entry.isSymbolicLink())
      hash.update(`link\0${path}\0${await readlink(join(root, path))}\0`);
    else hash.update(`file\0${path}\0`).update(await digestFile(join(root, path), walk.chunk));
  }
}

async function digestFile(path: string, chunk: Buffer): Promise<Buffer> {
  await using file = await open(path);
  const hash = createHash('sha256');
  for (;;) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length);
    if (bytesRead === 0) return hash.digest();
    hash.update(chunk.subarray(0, bytesRead));
  }
}
