import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BlobStore } from '#platform/blob-store.ts';
import { createFolderBlobStore } from '#platform/folder-blob-store.ts';
import { createBlobOutputStore } from './blob-output-store.ts';

describe('outputs among the blobs', () => {
  let folder: string;
  let blobs: BlobStore;
  let outputs: ReturnType<typeof createBlobOutputStore>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outputs-'));
    blobs = createFolderBlobStore(folder);
    outputs = createBlobOutputStore(blobs);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives back any JSON value, whichever way it is kept', () =>
    fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.nat(1_000), async (value, length) => {
        const given = { value, filler: 'x'.repeat(length) };
        const back = await outputs.get(await outputs.put(given));
        expect(back).toEqual(JSON.parse(JSON.stringify(given)));
      }),
      { numRuns: 50 },
    ));

  it('keeps a small output inside its reference, a large one as a blob', async () => {
    expect(await outputs.put({ ok: true })).toBe('json:{"ok":true}');
    const large = await outputs.put('x'.repeat(600));
    expect(await blobs.has(large)).toBe(true);
    expect(await outputs.digestOf(large)).toBe(large);
  });

  it('makes a blob of a small output when one is asked for', async () => {
    const digest = await outputs.digestOf('json:{"ok":true}');
    expect((await blobs.get(digest)).toString()).toBe('{"ok":true}');
  });
});
