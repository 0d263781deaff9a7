import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleCode } from '@quantumlayer/capsule';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { commitVersion } from './commit-version.ts';
import { gitIn } from './git.ts';

type Version = {
  /** The capsule, verified. */
  archive: Buffer;
  /** What it changes, in words; of the first one it is not said. */
  change: string;
};

/**
 * Writes versions of an app, the first one first, as a git repository with one branch: the history of the first one, and a
 * commit for each that follows. Nothing is there unless all of it is. Throws `CliError` where something is in the folder
 * already.
 */
export async function writeRepository(
  folder: string,
  versions: readonly Version[],
): Promise<{ commit: string }> {
  if ((await contentsOf(folder)) !== null) throw notEmpty(folder);
  await mkdir(dirname(folder), { recursive: true });
  // Beside it, since a folder cannot be renamed to another disk.
  const parts = await mkdtemp(join(dirname(folder), '.ql-repository-'));
  try {
    const commit = await writeVersions(parts, versions);
    await rmdir(folder).catch(() => undefined);
    await rename(join(parts, 'app'), folder);
    return { commit };
  } finally {
    await rm(parts, { recursive: true, force: true });
  }
}

async function writeVersions(parts: string, versions: readonly Version[]): Promise<string> {
  const bundle = join(parts, 'app.bundle');
  const git = gitIn(join(parts, 'app'));
  let commit: string | null = null;
  for (const { archive, change } of versions) {
    await writeFile(bundle, await bundleCode(archive));
    if (commit === null) {
      await gitIn(parts)('clone', '-q', '--no-checkout', '-o', 'bundle', bundle, 'app');
      commit = await git('rev-parse', 'main');
      continue;
    }
    await git('fetch', '-q', '--tags', bundle, '+main:refs/heads/own');
    commit = await commitVersion(git, { own: 'own', parent: commit, change });
    await git('branch', '-q', '-D', 'own');
  }
  await git('remote', 'remove', 'bundle');
  await git('reset', '-q', '--hard', commit ?? 'main');
  return commit ?? '';
}

/** The first thing in a folder; null where there is none, or no folder. */
async function contentsOf(folder: string): Promise<string | null> {
  try {
    return (await readdir(folder))[0] ?? null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw notEmpty(folder);
  }
}

function notEmpty(folder: string): CliError {
  return new CliError(
    'folder-not-empty',
    `${folder} is there and not an empty folder, and nothing is written over. Name another one; \`ql capsules push --remote\` brings a version to a repository that is there.`,
    exitCodes.usage,
  );
}
