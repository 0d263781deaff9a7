import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMasterKey } from './read-master-key.ts';

describe('readMasterKey', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'master-'));
    path = join(folder, 'data', 'master.key');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('makes a key file that only the owner may read, and nothing else', async () => {
    const key = await readMasterKey(undefined, path);

    expect(key).toHaveLength(32);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'data'))).toEqual(['master.key']);
  });

  it('reads the same key again, and takes back rights that others were given', async () => {
    const key = await readMasterKey(undefined, path);
    await chmod(path, 0o644);

    expect(await readMasterKey(undefined, path)).toEqual(key);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('gives several that start at once the same key', async () => {
    const keys = await Promise.all([1, 2, 3, 4].map(() => readMasterKey(undefined, path)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
  });

  it('takes the configured key and leaves no file', async () => {
    const secret = 'a-secret-of-at-least-32-characters';

    expect((await readMasterKey(secret, path)).toString()).toBe(secret);
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  it('refuses a damaged file instead of replacing it', async () => {
    await readMasterKey(undefined, path);
    await writeFile(path, 'abc');

    await expect(readMasterKey(undefined, path)).rejects.toThrow('Restore it from a backup');
  });
});
