import { chmod, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type ArchiveMember, readArchive } from './archive.ts';
import { FolderNotEmpty } from './capsule-errors.ts';
import { CODE_PREFIX } from './capsule-layout.ts';

/**
 * Writes the files below `code/` into `folder`, which must not exist or be empty (else `FolderNotEmpty`). All or
 * nothing: they are written beside it and moved into place, so no link that waits in the folder is ever followed.
 * Verify the capsule first; this only guards the file system. Answers the paths, relative to the folder.
 */
export async function unpackCode(archive: Buffer, folder: string): Promise<string[]> {
  const target = resolve(folder);
  const members = (await readArchive(archive)).filter(({ path }) => path.startsWith(CODE_PREFIX));
  await assertEmpty(target);
  await mkdir(dirname(target), { recursive: true });
  const staging = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  await chmod(staging, 0o755);
  try {
    for (const member of members) await writeMember(staging, member);
    await rename(staging, target);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
  return members.map(({ path }) => path.slice(CODE_PREFIX.length));
}

async function writeMember(root: string, { path, content, mode }: ArchiveMember): Promise<void> {
  const file = join(root, path.slice(CODE_PREFIX.length));
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(content);
    await handle.chmod(mode);
  } finally {
    await handle.close();
  }
}

async function assertEmpty(folder: string): Promise<void> {
  try {
    if ((await readdir(folder)).length === 0) return;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTDIR')) throw error;
  }
  throw new FolderNotEmpty(folder);
}
