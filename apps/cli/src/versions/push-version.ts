import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleCode } from '@quantumlayer/capsule';
import { CliError } from '../cli-error.ts';
import { commitVersion } from './commit-version.ts';
import { type Git, gitIn } from './git.ts';

const DIGEST = /^Code-Digest: (sha256:[0-9a-f]{64})$/m;

export type Push = {
  /** The capsule, verified. */
  archive: Buffer;
  remote: string;
  branch: string;
  /** What the version changes, in words. */
  change: string;
  /** Code digests of all versions of the project: what the remote may be at. */
  known: readonly string[];
};

export type Pushed = { commit: string; isNew: boolean };

/**
 * Pushes the code of a capsule to a branch of a remote, with the git of this machine and what it knows of the person. A
 * first version brings its history; a later one is a commit on top. Commits that no version knows are never passed over:
 * throws `CliError`.
 */
export async function pushVersion(push: Push): Promise<Pushed> {
  const folder = await mkdtemp(join(tmpdir(), 'ql-push-'));
  try {
    const bundle = join(folder, 'app.bundle');
    await writeFile(bundle, await bundleCode(push.archive));
    const repository = join(folder, 'app');
    await gitIn(folder)('clone', '-q', '--bare', bundle, repository);
    return await pushFrom(gitIn(repository), push);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pushFrom(git: Git, { remote, branch, change, known }: Push): Promise<Pushed> {
  const target = `refs/heads/${branch}`;
  const there = (await git('ls-remote', '--', remote, target)).split(/\s/)[0] ?? '';
  if (there === '') {
    await git('push', '-q', '--follow-tags', '--', remote, `main:${target}`);
    return { commit: await git('rev-parse', 'main'), isNew: true };
  }
  await git('fetch', '-q', '--no-tags', '--', remote, `${target}:refs/heads/there`);
  const trees = await git('rev-parse', 'there^{tree}', 'main^{tree}');
  const [before, after = ''] = trees.split('\n');
  if (before === after) return { commit: there, isNew: false };
  const digest = DIGEST.exec(await git('log', '-1', '--format=%B', 'there'))?.[1];
  if (digest === undefined || !known.includes(digest)) throw moved(branch);
  const commit = await commitVersion(git, { own: 'main', parent: there, change });
  await git('push', '-q', '--follow-tags', '--', remote, `${commit}:${target}`);
  return { commit, isNew: true };
}

function moved(branch: string): CliError {
  return new CliError(
    'remote-has-edits',
    `${branch} of the remote has commits that no version of the app knows, and nothing is passed over them. Hand them in first with \`ql capsules edit\`, or push to another --branch.`,
  );
}
