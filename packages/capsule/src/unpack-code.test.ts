import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packCapsule } from './pack-capsule.ts';
import { buildPackInput } from './pack-input.fixture.ts';
import { createCapsuleSigner, createSigningKey } from './signing-key.ts';
import { unpackCode } from './unpack-code.ts';

const { archive } = await packCapsule(
  buildPackInput(),
  createCapsuleSigner(createSigningKey().privateKeyPem),
);

describe('unpackCode', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unpack-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('writes the code, and only the code, with its modes', async () => {
    const target = join(folder, 'new', 'app');
    const paths = await unpackCode(archive, target);

    expect(paths).toEqual(['bin/start.sh', 'package-lock.json', 'package.json', 'src/main.ts']);
    expect(await readFile(join(target, 'src/main.ts'), 'utf8')).toBe('export const answer = 42;\n');
    expect((await stat(join(target, 'bin/start.sh'))).mode & 0o777).toBe(0o755);
    expect((await stat(join(target, 'package.json'))).mode & 0o777).toBe(0o644);
    expect((await stat(target)).mode & 0o777).toBe(0o755);
    expect(await readdir(join(folder, 'new'))).toEqual(['app']);
  });

  it('accepts an empty folder', async () => {
    await unpackCode(archive, folder);
    expect(await readdir(folder)).toEqual(['bin', 'package-lock.json', 'package.json', 'src']);
  });

  it.each([
    ['a file inside', async () => writeFile(join(folder, 'mine.txt'), 'keep')],
    ['a link inside that leads elsewhere', async () => symlink('/tmp', join(folder, 'src'))],
  ])('touches nothing in a folder with %s', async (_case, prepare) => {
    await prepare();
    const before = await readdir(folder);

    await expect(unpackCode(archive, folder)).rejects.toMatchObject({ code: 'folder-not-empty' });
    expect(await readdir(folder)).toEqual(before);
  });

  it('refuses a file in the place of the folder', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(unpackCode(archive, file)).rejects.toMatchObject({ code: 'folder-not-empty' });
  });

  it('leaves nothing behind when the archive is bad', async () => {
    await mkdir(join(folder, 'x'));
    const bad = archive.subarray(0, archive.length - 9);

    await expect(unpackCode(bad, join(folder, 'x', 'app'))).rejects.toMatchObject({
      code: 'capsule-archive-invalid',
    });
    expect(await readdir(join(folder, 'x'))).toEqual([]);
  });
});
