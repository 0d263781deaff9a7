import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleCode } from '@quantumlayer/capsule';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';

const run = promisify(execFile);
const AUTHOR = { name: 'QuantumLayer', email: 'noreply@quantumlayer.dev' };
const DIGEST = /^Code-Digest: (sha256:[0-9a-f]{64})$/m;

export type Push = {
  /** The capsule, verified. */
  archive: Buffer;
  remote: string;
  branch: string;
  /** What the version changes, in words. */
  subject: string;
  /** Code digests of all versions of the project: what the remote may be at. */
  known: readonly string[];
};

export type Pushed = { commit: string; isNew: boolean };

/**
 * Pushes the code of a capsule to a branch of a remote, with the git of this machine and what it knows of the person. A
 * first version brings its history; a later one is a commit on top. Commits that no version knows are never passed over:
 * throws `CliError`. No message holds what stands in an URL before its host.
 */
export async function pushVersion(push: Push): Promise<Pushed> {
  const folder = await mkdtemp(join(tmpdir(), 'ql-push-'));
  try {
    const bundle = join(folder, 'app.bundle');
    await writeFile(bundle, await bundleCode(push.archive));
    const repository = join(folder, 'app');
    await git(folder, 'clone', '-q', '--bare', bundle, repository);
    return await pushFrom((...args) => git(repository, ...args), push);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Git = (...args: string[]) => Promise<string>;

async function pushFrom(gitIn: Git, { remote, branch, subject, known }: Push): Promise<Pushed> {
  const target = `refs/heads/${branch}`;
  const there = (await gitIn('ls-remote', '--', remote, target)).split(/\s/)[0] ?? '';
  if (there === '') {
    await gitIn('push', '-q', '--follow-tags', '--', remote, `main:${target}`);
    return { commit: await gitIn('rev-parse', 'main'), isNew: true };
  }
  await gitIn('fetch', '-q', '--no-tags', '--', remote, `${target}:refs/heads/there`);
  const trees = await gitIn('rev-parse', 'there^{tree}', 'main^{tree}');
  const [before, after = ''] = trees.split('\n');
  if (before === after) return { commit: there, isNew: false };
  const digest = DIGEST.exec(await gitIn('log', '-1', '--format=%B', 'there'))?.[1];
  if (digest === undefined || !known.includes(digest)) throw moved(branch);
  const message = `${subject}\n\n${await gitIn('log', '-1', '--format=%(trailers:only)', 'main')}\n`;
  const commit = await gitIn('commit-tree', after, '-p', 'there', '-m', message);
  await gitIn('push', '-q', '--', remote, `${commit}:${target}`);
  return { commit, isNew: true };
}

function moved(branch: string): CliError {
  return new CliError(
    'remote-has-edits',
    `${branch} of the remote has commits that no version of the app knows, and nothing is passed over them. Hand them in first with \`ql capsules edit\`, or push to another --branch.`,
    exitCodes.failed,
  );
}

async function git(cwd: string, ...args: string[]): Promise<string> {
  const author = ['-c', `user.name=${AUTHOR.name}`, '-c', `user.email=${AUTHOR.email}`];
  try {
    return (await run('git', [...author, ...args], { cwd })).stdout.trim();
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new CliError('git-failed', withoutSecrets(said.trim()), exitCodes.failed);
  }
}

/** `https://ann:secret@host/x` is `https://host/x`. */
function withoutSecrets(text: string): string {
  return text.replaceAll(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, '$1');
}
