import { createHash, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { BlobNotFound } from './blob-errors.ts';
import type { BlobStore } from './blob-store.ts';

/** What every BlobStore must do; each adapter's test calls this with a fresh store. */
export function describeBlobStore(name: string, create: () => Promise<BlobStore>): void {
  describe(`BlobStore: ${name}`, () => {
    let blobs: BlobStore;

    beforeEach(async () => {
      blobs = await create();
    });

    it('gives back what was put, under the SHA-256 of it', async () => {
      const content = randomBytes(100_000);
      const digest = await blobs.put(content);
      expect(digest).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
      expect((await blobs.get(digest)).equals(content)).toBe(true);
    });

    it('stores nothing as something', async () => {
      const digest = await blobs.put(new Uint8Array());
      expect(await blobs.get(digest)).toHaveLength(0);
    });

    it('takes the same content from many at once', async () => {
      const content = randomBytes(200_000);
      const digests = await Promise.all(Array.from({ length: 20 }, () => blobs.put(content)));
      expect(new Set(digests).size).toBe(1);
      expect((await blobs.get(digests[0] ?? '')).equals(content)).toBe(true);
    });

    it('knows what it has', async () => {
      const digest = await blobs.put(Buffer.from('x'));
      expect(await blobs.has(digest)).toBe(true);
      expect(await blobs.has(`sha256:${'0'.repeat(64)}`)).toBe(false);
    });

    it.each([
      `sha256:${'0'.repeat(64)}`,
      'sha256:../../../etc/passwd',
      '../../etc/passwd',
      `sha256:${'A'.repeat(64)}`,
      '',
    ])('finds nothing under %j', async (digest) => {
      await expect(blobs.get(digest)).rejects.toBeInstanceOf(BlobNotFound);
      expect(await blobs.has(digest)).toBe(false);
    });
  });
}
