import { createHash, type Hash } from 'node:crypto';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** `sha256:<hex>` over every path, link and file content below a folder, in a fixed order. */
export async function digestTree(folder: string): Promise<string> {
  const hash = createHash('sha256');
  await addFolder(hash, folder, '');
  return `sha256:${hash.digest('hex')}`;
}

async function addFolder(hash: Hash, root: string, below: string): Promise<void> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(below, entry.name);
    if (entry.isDirectory()) await addFolder(hash, root, path);
    else if (entry.isSymbolicLink())
      hash.update(`link\0${path}\0${await readlink(join(root, path))}\0`);
    else hash.update(`file\0${path}\0`).update(await digestFile(join(root, path)));
  }
}

async function digestFile(path: string): Promise<Buffer> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest();
}
