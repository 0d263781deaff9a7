import { bundleCode, readCapsuleParts, zipCode } from '@quantumlayer/capsule';
import type { Capsule, CapsulePart, Page } from '@quantumlayer/contracts';
import type { BlobStore } from '#platform/blob-store.ts';
import { type PathPageQuery, pageByPath } from '#platform/http/path-page.ts';
import type { CapsuleRecord } from './domain/capsule.ts';
import { CapsulePartNotFound } from './domain/capsule-errors.ts';
import { presentCapsule } from './present-capsule.ts';

type Dependencies = {
  blobs: Pick<BlobStore, 'get'>;
  /** Throws `CapsuleNotFound`. */
  find: (organisationId: string, id: string) => Promise<CapsuleRecord>;
};

/** What is inside a stored capsule. */
export function createCapsuleContents({ blobs, find }: Dependencies) {
  async function partsOf(organisationId: string, id: string) {
    const { digest } = await find(organisationId, id);
    return await readCapsuleParts(await blobs.get(digest));
  }

  return {
    async openArchive(
      organisationId: string,
      id: string,
    ): Promise<{ capsule: Capsule; archive: Buffer }> {
      const capsule = await find(organisationId, id);
      return { capsule: presentCapsule(capsule), archive: await blobs.get(capsule.digest) };
    },

    /** The code alone: as a zip with a folder of the capsule's name, or as a repository in a git bundle. */
    async openCode(
      organisationId: string,
      id: string,
      form: 'zip' | 'git',
    ): Promise<{ capsule: Capsule; archive: Buffer }> {
      const capsule = await find(organisationId, id);
      const packed = await blobs.get(capsule.digest);
      const archive = await (form === 'git' ? bundleCode(packed) : zipCode(packed, capsule.name));
      return { capsule: presentCapsule(capsule), archive };
    },

    async listParts(
      organisationId: string,
      id: string,
      query: PathPageQuery,
    ): Promise<Page<CapsulePart>> {
      const { items, nextCursor } = pageByPath(await partsOf(organisationId, id), query);
      return { items: items.map(({ content: _, ...part }) => part), nextCursor };
    },

    /** Throws `CapsulePartNotFound` for every path that the list does not name exactly so. */
    async openPart(organisationId: string, id: string, path: string) {
      const part = (await partsOf(organisationId, id)).find((one) => one.path === path);
      if (part === undefined) throw new CapsulePartNotFound(id, path);
      return part;
    },
  };
}
