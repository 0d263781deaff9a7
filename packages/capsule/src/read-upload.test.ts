import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { type Zippable, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleCode } from './bundle-code.ts';
import { UploadInvalid } from './capsule-errors.ts';
import { packCapsule } from './pack-capsule.ts';
import { buildPackInput } from './pack-input.fixture.ts';
import { readUploadedCode } from './read-upload.ts';
import { createCapsuleSigner, createSigningKey } from './signing-key.ts';
import { UPLOAD_LIMITS } from './upload-limits.ts';
import { zipCode } from './zip-code.ts';
import { zipFolder } from './zip-folder.ts';

const { archive } = await packCapsule(
  buildPackInput(),
  createCapsuleSigner(createSigningKey().privateKeyPem),
);
const code = buildPackInput()
  .files.map(({ path, content, executable }) => ({
    path,
    content,
    ...(executable && { executable }),
  }))
  .toSorted((left, right) => (left.path < right.path ? -1 : 1));
const text = (content: string) => new TextEncoder().encode(content);
const zip = (files: Zippable) => Buffer.from(zipSync(files));
const pathsIn = async (bytes: Buffer) => (await readUploadedCode(bytes)).map(({ path }) => path);
const LINK = 0o120777;

describe('code in a zip', () => {
  it('is what a capsule gave as a zip', async () => {
    expect(await readUploadedCode(await zipCode(archive, 'invoicing'))).toEqual(code);
  });

  it('is without what is no code', async () => {
    const bytes = zip({
      ...{ 'a.ts': text('a'), 'node_modules/x/i.js': text('x'), '.git/config': text('x') },
      ...{
        'data/postgres/1': text('x'),
        'reports/junit.xml': text('x'),
        'reports/.gitignore': text('*'),
      },
      ...{ '.env': text('SECRET=1'), 'npm.log': text('x'), 'src/data/b.ts': text('b') },
    });

    expect(await pathsIn(bytes)).toEqual(['a.ts', 'reports/.gitignore', 'src/data/b.ts']);
  });

  it.each<[string, Zippable]>([
    ['a link', { 'a.ts': [text('/etc/passwd'), { os: 3, attrs: LINK << 16 }] }],
    ['a path that leads elsewhere', { '../a.ts': text('a') }],
    ['one from the root', { '/etc/a.ts': text('a') }],
    ['one of another system', { 'a\\b.ts': text('a') }],
    ['a hidden part of a path', { 'a/./b.ts': text('a') }],
    ['what is no text', { 'a.png': new Uint8Array([0xff, 0xfe, 0x00, 0xc3]) }],
    ['a file that is too large', { 'a.ts': new Uint8Array(UPLOAD_LIMITS.fileBytes + 1) }],
    [
      'a bomb',
      Object.fromEntries(
        Array.from({ length: 20 }, (_, at) => [
          `${at}.ts`,
          new Uint8Array(UPLOAD_LIMITS.fileBytes),
        ]),
      ),
    ],
    [
      'too many files',
      Object.fromEntries(
        Array.from({ length: UPLOAD_LIMITS.files + 1 }, (_, at) => [`${at}.ts`, text('')]),
      ),
    ],
    ['a file that is a folder too', { a: text('a'), 'a/b.ts': text('b') }],
    ['nothing', {}],
  ])('is refused with %s', async (_case, files) => {
    await expect(readUploadedCode(zip(files))).rejects.toThrow(UploadInvalid);
  });

  it('is refused where the size that is told is not the true one', async () => {
    const bytes = zip({ 'a.ts': text('a'.repeat(10_000)) });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(10_000);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at))
      bytes.writeUInt32LE(10, at);

    await expect(readUploadedCode(bytes)).rejects.toThrow(UploadInvalid);
  });
});

describe('code in a folder', () => {
  it('is what a zip of it has', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'folder-'));
    const kept = { path: 'reports/.gitignore', content: '*\n' };
    for (const { path, content, executable } of [
      ...[...code, kept, { path: 'reports/junit.xml', content: 'x' }],
      ...[
        { path: 'node_modules/x.js', content: 'x' },
        { path: 'data/1', content: 'x' },
      ],
    ].map((file) => ({ executable: false, ...file }))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content, { mode: executable ? 0o755 : 0o644 });
    }

    const all = [...code, kept].toSorted((left, right) => (left.path < right.path ? -1 : 1));
    expect(await readUploadedCode(await zipFolder(folder))).toEqual(all);
    symlinkSync('/etc/passwd', join(folder, 'src/link.ts'));
    await expect(zipFolder(folder)).rejects.toThrow('no plain file');
    rmSync(folder, { recursive: true });
  });
});

describe('code in a git bundle', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'upload-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Git as on a machine of its own: no settings of this user or system. */
  function git(...args: string[]): void {
    const env = {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
    };
    const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org'];
    execFileSync('git', [...who, ...args], { cwd: folder, env, stdio: 'pipe' });
  }
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  function bundle(...references: string[]): Buffer {
    git('bundle', 'create', '-q', 'app.bundle', ...references);
    return readFileSync(join(folder, 'app.bundle'));
  }

  it('is what a capsule gave as one', async () => {
    expect(await readUploadedCode(await bundleCode(archive))).toEqual(code);
  });

  it('is that of the newest commit, however git has packed it', async () => {
    git('init', '-q', '-b', 'main');
    const lines = Array.from(
      { length: 2_000 },
      (_, at) => `export const n${at} = ${at * 7_919};\n`,
    );
    for (const edit of ['one', 'two', 'three']) {
      lines.splice(700, 1, `// ${edit}\n`);
      write('src/long.ts', lines.join(''));
      write(`src/${edit}.ts`, `${edit}\n`);
      write('bin/run', '#!/bin/sh\n');
      chmodSync(join(folder, 'bin/run'), 0o755);
      git('add', '.');
      git('commit', '-qm', edit);
    }
    git('gc', '-q', '--aggressive');
    const files = await readUploadedCode(bundle('main'));

    expect(files.map(({ path }) => path)).toEqual([
      ...['bin/run', 'src/long.ts', 'src/one.ts', 'src/three.ts', 'src/two.ts'],
    ]);
    expect(files[0]).toEqual({ path: 'bin/run', content: '#!/bin/sh\n', executable: true });
    expect(files[1]?.content).toBe(lines.join(''));
  });

  it('is refused where it is a part of a history, or holds a link', async () => {
    git('init', '-q', '-b', 'main');
    write('a.ts', 'a\n');
    git('add', '.');
    git('commit', '-qm', 'a');
    write('b.ts', 'b\n');
    git('add', '.');
    git('commit', '-qm', 'b');
    await expect(readUploadedCode(bundle('HEAD~1..main'))).rejects.toThrow('not in it');

    symlinkSync('/etc/passwd', join(folder, 'c.ts'));
    git('add', 'c.ts');
    git('commit', '-qm', 'c');
    await expect(readUploadedCode(bundle('main'))).rejects.toThrow('no plain file');
  });

  it('never ends otherwise than with code or a reason, whatever bytes are changed', async () => {
    const whole = await bundleCode(archive);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const bytes = Buffer.from(whole);
          bytes[at] = (bytes[at] ?? 0) ^ by;
          const read = await readUploadedCode(bytes).catch((error: unknown) => error);
          expect(read instanceof UploadInvalid || Array.isArray(read)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
