import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { measureFolder } from './measure-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'measure-'));
  await mkdir(join(folder, 'blobs', 'ab'), { recursive: true });
  await writeFile(join(folder, 'blobs', 'ab', 'one'), Buffer.alloc(100_000, 1));
  await writeFile(join(folder, 'blobs', 'two'), Buffer.alloc(50_000, 1));
  await writeFile(join(folder, 'master.key'), 'x');
});
afterEach(() => rm(folder, { recursive: true }));

it('says what each part takes, the largest first', async () => {
  const { parts, bytes, isComplete } = await measureFolder(folder);
  expect(parts.map(({ name, files }) => `${name} ${files}`)).toEqual(['blobs 2', 'master.key 1']);
  expect(parts[0]?.bytes).toBeGreaterThanOrEqual(150_000);
  expect(bytes).toBe(parts.reduce((sum, part) => sum + part.bytes, 0));
  expect(isComplete).toBe(true);
});

it('follows no link out of the folder, and none in a circle', async () => {
  await symlink('/usr', join(folder, 'elsewhere'));
  await symlink(folder, join(folder, 'blobs', 'circle'));
  const { parts, isComplete } = await measureFolder(folder);
  expect(parts.find(({ name }) => name === 'elsewhere')).toMatchObject({ files: 1 });
  expect(isComplete).toBe(true);
});

it('stops after so many, and says so', async () => {
  expect(await measureFolder(folder, 2)).toMatchObject({ isComplete: false });
});

it('is nothing where there is no folder', async () => {
  const nothing = { bytes: 0, parts: [], isComplete: true };
  expect(await measureFolder(join(folder, 'none'))).toEqual(nothing);
});
