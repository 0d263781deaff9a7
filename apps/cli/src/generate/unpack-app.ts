import { mkdir, mkdtemp, readdir, rename, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';

/** Refuses, before any work is done, a folder that already holds something, unless it may be moved aside. */
export async function checkOutFolder(folder: string, force: boolean): Promise<void> {
  if (!force && (await isOccupied(folder).catch(refuse))) {
    throw new CliError(
      'folder-not-empty',
      `${folder} is not empty. Name another folder with --out, or add --force to move it aside first.`,
      exitCodes.usage,
    );
  }
  await tryToWrite(dirname(folder)).catch(refuse);

  function refuse(error: Error): never {
    throw new CliError(
      'folder-unusable',
      `Nothing can be written to ${folder}: ${error.message}`,
      exitCodes.usage,
    );
  }
}

/** Makes and removes a folder there: what the file system says about permissions is not the whole truth. */
async function tryToWrite(parent: string): Promise<void> {
  await mkdir(parent, { recursive: true });
  await rmdir(await mkdtemp(join(parent, '.ql-')));
}

/** Unpacks the code of a verified capsule; what was there before is kept beside it, never overwritten. */
export async function unpackApp(
  capsule: Buffer,
  folder: string,
): Promise<{ movedTo: string | null }> {
  const movedTo = (await isOccupied(folder)) ? await moveAside(folder) : null;
  const { unpackCode } = await import('@quantumlayer/capsule');
  await unpackCode(capsule, folder);
  return { movedTo };
}

async function isOccupied(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

async function moveAside(folder: string): Promise<string> {
  const movedTo = `${folder}.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  await rename(folder, movedTo);
  return movedTo;
}
