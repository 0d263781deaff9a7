import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCapsuleSigner, createSigningKey, packCapsule } from '@quantumlayer/capsule';
import { type Blueprint, CAPSULE_ORIGIN_SCHEMA, type CapsuleOrigin } from '@quantumlayer/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPackInput } from '../../../../packages/capsule/src/pack-input.fixture.ts';
import { pushVersion } from './push-version.ts';
import { writeRepository } from './write-repository.ts';

const signer = createCapsuleSigner(createSigningKey().privateKeyPem);
const input = buildPackInput();
const testFile = { path: 'tests/main.test.ts', content: 'export {};\n' };

function originOf(...names: string[]): CapsuleOrigin {
  const blueprint: Blueprint = {
    ...{ version: 1, name: 'shop', title: 'Shop', description: 'A shop' },
    entities: names.map((name) => ({
      ...{ name, plural: `${name}s`, relations: [] },
      fields: [{ name: 'title', type: 'string', required: true, unique: false }],
    })),
  };
  return {
    ...{ schema: CAPSULE_ORIGIN_SCHEMA, blueprint, base: null },
    byHand: { added: [], generated: [] },
  };
}

const first = await packCapsule(
  { ...input, files: [...input.files, testFile], origin: originOf('Item') },
  signer,
);
const second = await packCapsule(
  {
    ...{ ...input, origin: originOf('Item', 'Note'), createdAt: '2026-01-02T00:00:00.000Z' },
    files: [...input.files, testFile, { path: 'src/note.ts', content: 'export {};\n' }],
  },
  signer,
);
const change = `Add a note to everything that can be ordered, since those who pack it want to know more`;

describe('writing versions as a git repository', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'repository-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', args, { cwd: join(folder, cwd), stdio: 'pipe' })
      .toString()
      .trim();
  const versions = [
    { archive: first.archive, change: 'A shop' },
    { archive: second.archive, change },
  ];

  it('has the blueprint, the code and the tests of the first one, and a commit for each since', async () => {
    const { commit } = await writeRepository(join(folder, 'shop'), versions);
    const subjects = git('shop', 'log', '--reverse', '--format=%s').split('\n');

    expect(subjects).toEqual([
      'docs: the blueprint that the software is made from',
      'build: dependencies, tools and container',
      'feat: the software',
      'test: prove what the software does',
      'Add a note to everything that can be ordered, since those who pack it…',
    ]);
    expect(git('shop', 'rev-parse', 'main')).toBe(commit);
    expect(git('shop', 'show', '--name-only', '--format=', 'main').split('\n')).toEqual([
      'docs/blueprint.json',
      'src/note.ts',
    ]);
    const message = git('shop', 'log', '-1', '--format=%b');
    expect(message).toContain(`${change}\n\n`);
    expect(message).toContain(`Code-Digest: ${second.codeDigest}`);
    expect(git('shop', 'log', '-1', '--format=%an %cI')).toBe(
      'QuantumLayer 2026-01-02T00:00:00+00:00',
    );
  });

  it('is whole and clean, on one branch, with the tags of what was executed on each version', async () => {
    await writeRepository(join(folder, 'shop'), versions);
    const tags = git('shop', 'for-each-ref', '--format=%(*subject)', 'refs/tags').split('\n');

    expect(git('shop', 'fsck', '--strict')).not.toMatch(/error|missing|broken/);
    expect(git('shop', 'status', '--porcelain')).toBe('');
    expect(git('shop', 'branch', '--format=%(refname:short)')).toBe('main');
    expect(git('shop', 'remote')).toBe('');
    expect(tags.toSorted()).toEqual([
      'Add a note to everything that can be ordered, since those who pack it…',
      'test: prove what the software does',
    ]);
    expect(readdirSync(folder)).toEqual(['shop']);
  });

  it('has the commits of what was pushed', async () => {
    const { commit } = await writeRepository(join(folder, 'shop'), versions);
    execFileSync('git', ['init', '-q', '--bare', '-b', 'main', 'remote'], { cwd: folder });
    const known = [first.codeDigest, second.codeDigest];
    const to = { remote: join(folder, 'remote'), branch: 'main', known };
    await pushVersion({ ...to, ...{ archive: first.archive, change: 'A shop' } });

    expect(await pushVersion({ ...to, archive: second.archive, change })).toMatchObject({ commit });
  });

  it('takes an empty folder, and leaves everything else as it is', async () => {
    mkdirSync(join(folder, 'empty'));
    await writeRepository(join(folder, 'empty'), versions);
    expect(git('empty', 'ls-files')).toContain('src/note.ts');

    await expect(writeRepository(join(folder, 'empty'), versions)).rejects.toMatchObject({
      code: 'folder-not-empty',
    });
    const broken = [{ archive: Buffer.from('no capsule'), change: '' }];
    await expect(writeRepository(join(folder, 'broken'), broken)).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['empty']);
  });
});
