import type { BlobStore } from '#platform/blob-store.ts';
import type { OutputStore } from '../ports.ts';

/** Outputs as content-addressed JSON: equal outputs are stored once. */
export function createBlobOutputStore(blobs: BlobStore): OutputStore {
  return {
    async put(value) {
      return blobs.put(Buffer.from(JSON.stringify(value ?? null)));
    },
    async get(reference) {
      return JSON.parse((await blobs.get(reference)).toString('utf8'));
    },
  };
}
