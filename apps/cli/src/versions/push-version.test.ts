import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCapsuleSigner, createSigningKey, packCapsule } from '@quantumlayer/capsule';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPackInput } from '../../../../packages/capsule/src/pack-input.fixture.ts';
import { pushVersion } from './push-version.ts';

const signer = createCapsuleSigner(createSigningKey().privateKeyPem);
const input = buildPackInput();
const first = await packCapsule(input, signer);
const extra = { path: 'src/note.ts', content: 'export {};\n' };
const second = await packCapsule({ ...input, files: [...input.files, extra] }, signer);
const known = [first.codeDigest, second.codeDigest];

describe('pushing a version to a remote', () => {
  let folder: string;
  let remote: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'push-'));
    remote = join(folder, 'remote.git');
    git(folder, 'init', '-q', '--bare', '-b', 'main', remote);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function git(cwd: string, ...args: string[]): string {
    const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org'];
    return execFileSync('git', [...who, ...args], { cwd, stdio: 'pipe' })
      .toString()
      .trim();
  }
  const push = (archive: Buffer, more: { branch?: string; remote?: string } = {}) =>
    pushVersion({ ...{ archive, remote, branch: 'main', change: 'Add a note', known }, ...more });
  const tagOf = (digest: string) => `capsule-${digest.slice(7, 19)}`;
  const subjects = () => git(remote, 'log', '--reverse', '--format=%s', 'main').split('\n');

  it('brings the history of the first one, and a commit for each that follows', async () => {
    expect(await push(first.archive)).toMatchObject({ isNew: true });
    const history = subjects();
    expect(history.at(-1)).toBe('feat: the software');
    const { commit } = await push(second.archive);

    expect(git(remote, 'rev-parse', 'main')).toBe(commit);
    expect(subjects()).toEqual([...history, 'Add a note']);
    expect(git(remote, 'log', '-1', '--format=%B', 'main')).toContain(
      `Code-Digest: ${second.codeDigest}`,
    );
    expect(git(remote, 'show', '--name-only', '--format=', 'main')).toBe('src/note.ts');
    expect(git(remote, 'tag', '--points-at', 'main')).toBe(tagOf(second.digest));
    expect(git(remote, 'fsck', '--strict')).toBe('');
    expect(await push(second.archive)).toEqual({ commit, isNew: false });
  });

  it('never passes over commits of people, and takes another branch instead', async () => {
    await push(first.archive);
    const clone = join(folder, 'clone');
    git(folder, 'clone', '-q', remote, clone);
    writeFileSync(join(clone, 'own.ts'), 'export {};\n');
    git(clone, 'add', '.');
    git(clone, 'commit', '-qm', 'Something of my own');
    git(clone, 'push', '-q', 'origin', 'main');

    await expect(push(second.archive)).rejects.toMatchObject({ code: 'remote-has-edits' });
    expect(subjects().at(-1)).toBe('Something of my own');
    expect(await push(second.archive, { branch: 'next' })).toMatchObject({ isNew: true });
  });

  it('tells what git says, without what stands before the host', async () => {
    const secret = 'https://ann:hunter2@127.0.0.1:1/app.git';
    const error = await push(first.archive, { remote: secret }).catch((reason: unknown) => reason);

    expect(error).toMatchObject({ code: 'git-failed' });
    expect(String(error)).toContain('127.0.0.1');
    expect(String(error)).not.toContain('hunter2');
  });

  it('takes no remote for an option', async () => {
    await expect(push(first.archive, { remote: '--upload-pack=touch x' })).rejects.toMatchObject({
      code: 'git-failed',
    });
  });
});
