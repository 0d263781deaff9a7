import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Blueprint, CAPSULE_ORIGIN_SCHEMA, type CapsuleOrigin } from '@quantumlayer/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleCode } from './bundle-code.ts';
import { codeDigestOf } from './code-digest.ts';
import { packCapsule } from './pack-capsule.ts';
import { buildPackInput } from './pack-input.fixture.ts';
import { createCapsuleSigner, createSigningKey } from './signing-key.ts';

const run = promisify(execFile);
const blueprint: Blueprint = {
  ...{ version: 1, name: 'invoicing', title: 'Invoicing', description: 'Invoices' },
  entities: [
    {
      ...{ name: 'Invoice', plural: 'Invoices', relations: [] },
      fields: [{ name: 'number', type: 'string', required: true, unique: true }],
    },
  ],
};
const origin: CapsuleOrigin = {
  ...{ schema: CAPSULE_ORIGIN_SCHEMA, blueprint, base: null },
  byHand: { added: [], generated: [] },
};
const input = buildPackInput({
  origin,
  files: [
    ...buildPackInput().files,
    { path: 'README.md', content: '# Invoicing\n' },
    { path: 'src/a/b.ts', content: 'export const b = 1;\n' },
    { path: 'src/a.b.ts', content: 'export const b = 1;\n' },
    { path: 'src/large.ts', content: `// ${'äöü '.repeat(40_000)}\n` },
    { path: 'src/empty.ts', content: '' },
    { path: 'tests/main.test.ts', content: 'export {};\n' },
  ],
});
const { archive, digest, codeDigest } = await packCapsule(
  input,
  createCapsuleSigner(createSigningKey().privateKeyPem),
);

/** Git as on a machine of its own: no settings of this user or system. */
async function git(cwd: string, ...args: string[]): Promise<string> {
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return (await run('git', args, { cwd, env })).stdout.trim();
}

describe('bundleCode', () => {
  let folder: string;
  let clone: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bundle-'));
    clone = join(folder, 'invoicing');
    await writeFile(join(folder, 'invoicing.bundle'), await bundleCode(archive));
    await git(folder, 'clone', '-q', 'invoicing.bundle', 'invoicing');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is a whole bundle by the judgement of git, without a fault in any object', async () => {
    expect(await git(clone, 'bundle', 'verify', '../invoicing.bundle')).toContain(
      'The bundle records a complete history',
    );
    expect(await git(clone, 'fsck', '--full', '--strict')).toBe('');
  });

  it('is cloned on main, with exactly the code of the capsule and its blueprint', async () => {
    expect(await git(clone, 'branch', '--show-current')).toBe('main');
    expect(await git(clone, 'status', '--porcelain')).toBe('');
    const paths = (await git(clone, 'ls-files')).split('\n');
    expect(JSON.parse(await readFile(join(clone, 'docs/blueprint.json'), 'utf8'))).toEqual(
      blueprint,
    );
    const code = paths.filter((path) => path !== 'docs/blueprint.json');
    const files = code.map(async (path) => {
      const content = await readFile(join(clone, path), 'utf8');
      return { path, content };
    });
    expect(codeDigestOf(await Promise.all(files))).toBe(codeDigest);
  });

  it('keeps what is executable so', async () => {
    const modes = await git(clone, 'ls-files', '--stage');
    expect(modes).toMatch(/^100755 .*bin\/start\.sh$/m);
    expect(modes.match(/^100755/gm)).toHaveLength(1);
  });

  it('tells what was made in the order in which it stands on each other', async () => {
    expect((await git(clone, 'log', '--reverse', '--format=%s')).split('\n')).toEqual([
      'docs: the blueprint that the software is made from',
      'docs: say what the software does',
      'build: dependencies, tools and container',
      'feat: the software',
      'test: prove what the software does',
    ]);
    expect(await git(clone, 'show', '--name-only', '--format=', 'HEAD')).toBe('tests/main.test.ts');
    expect(await git(clone, 'ls-tree', '-r', '--name-only', 'HEAD~4')).toBe('docs/blueprint.json');
    const trailers = await git(clone, 'log', '-1', '--format=%(trailers)%an %ae %cI');
    expect(trailers.split('\n')).toEqual([
      'Run: run_1',
      'Stack: typescript-fastify 1.0.0',
      `Code-Digest: ${codeDigest}`,
      'QuantumLayer noreply@quantumlayer.dev 2026-01-01T00:00:00+00:00',
    ]);
  });

  it('tags the last commit with what was executed on it', async () => {
    const name = `capsule-${digest.slice(7, 19)}`;
    const tag = await git(clone, 'cat-file', 'tag', name);
    expect(tag).toContain(`The code of the capsule ${digest}`);
    for (const check of input.evidence.checks) {
      expect(tag).toContain(`${check.title}: passed, exit code 0\n  ${check.command.join(' ')}`);
      expect(tag).toContain(`output ${check.outputDigest}`);
    }
    expect(await git(clone, 'rev-parse', `${name}^{commit}`)).toBe(
      await git(clone, 'rev-parse', 'HEAD'),
    );
  });

  it('has the same bytes, and so the same ids, every time', async () => {
    expect((await bundleCode(archive)).equals(await bundleCode(archive))).toBe(true);
  });

  it('leaves out commits that would be empty', async () => {
    const files = [{ path: 'src/main.ts', content: '1;\n' }];
    const packed = await packCapsule(
      buildPackInput({ files }),
      createCapsuleSigner(createSigningKey().privateKeyPem),
    );
    await writeFile(join(folder, 'small.bundle'), await bundleCode(packed.archive));
    await git(folder, 'clone', '-q', 'small.bundle', 'small');
    expect(await git(join(folder, 'small'), 'log', '--format=%s')).toBe('feat: the software');
  });

  it('leaves a file of the app where the blueprint would be', async () => {
    const own = { path: 'docs/blueprint.json', content: '"mine"\n' };
    const packed = await packCapsule(
      buildPackInput({ origin, files: [...buildPackInput().files, own] }),
      createCapsuleSigner(createSigningKey().privateKeyPem),
    );
    await writeFile(join(folder, 'own.bundle'), await bundleCode(packed.archive));
    await git(folder, 'clone', '-q', 'own.bundle', 'own');
    expect(await git(join(folder, 'own'), 'show', 'HEAD:docs/blueprint.json')).toBe('"mine"');
  });

  it('refuses what is no capsule', async () => {
    await expect(bundleCode(Buffer.from('no capsule at all'))).rejects.toThrow(/capsule/);
  });
});
