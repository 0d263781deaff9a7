import { mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BlobCorrupt } from './blob-errors.ts';
import { describeBlobStore } from './blob-store.contract.ts';
import { createFolderBlobStore } from './folder-blob-store.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'));
});
afterEach(() => rm(folder, { recursive: true }));

describeBlobStore('folder', async () => createFolderBlobStore(folder));

describe('folder blob store', () => {
  const blobs = () => createFolderBlobStore(folder);

  async function put(text: string) {
    const digest = await blobs().put(Buffer.from(text));
    const hex = digest.slice('sha256:'.length);
    return { digest, path: join(folder, hex.slice(0, 2), hex.slice(2, 4), hex) };
  }

  it('finds its blobs again after a restart', async () => {
    const { digest } = await put('kept');
    expect((await createFolderBlobStore(folder).get(digest)).toString()).toBe('kept');
  });

  it('gives the owner alone access', async () => {
    const { path } = await put('private');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
  });

  it('leaves no drafts behind', async () => {
    await put('whole');
    const names = await readdir(folder, { recursive: true });
    expect(names.filter((name) => name.includes('.'))).toEqual([]);
  });

  it('refuses to give out bytes that have changed', async () => {
    const { digest, path } = await put('original');
    await writeFile(path, 'tampered');
    await expect(blobs().get(digest)).rejects.toBeInstanceOf(BlobCorrupt);
  });

  it('mends a truncated blob when the content is put again', async () => {
    const { digest, path } = await put('original');
    await truncate(path, 3);
    await expect(blobs().get(digest)).rejects.toBeInstanceOf(BlobCorrupt);
    await put('original');
    expect((await blobs().get(digest)).toString()).toBe('original');
  });
});
