import type { BlobStore } from '#platform/blob-store.ts';
import type { OutputStore } from '../ports.ts';

/** An output of at most so many characters of JSON is its own reference: a file that survives a power cut costs two syncs. */
const INLINE_LIMIT = 512;
const INLINE = 'json:';

type BlobOutputStore = OutputStore & {
  /** The digest of the blob that holds the output; makes one where it lives in the journal. */
  digestOf(reference: string): Promise<string>;
};

/** Outputs as content-addressed JSON, equal ones stored once; small ones live in the journal, inside their reference. */
export function createBlobOutputStore(blobs: BlobStore): BlobOutputStore {
  return {
    async put(value) {
      const json = JSON.stringify(value ?? null);
      return json.length <= INLINE_LIMIT ? `${INLINE}${json}` : blobs.put(Buffer.from(json));
    },

    async get(reference) {
      const content = inlined(reference) ?? (await blobs.get(reference));
      return JSON.parse(content.toString('utf8'));
    },

    async digestOf(reference) {
      const content = inlined(reference);
      return content === null ? reference : blobs.put(content);
    },
  };
}

function inlined(reference: string): Buffer | null {
  return reference.startsWith(INLINE) ? Buffer.from(reference.slice(INLINE.length)) : null;
}
