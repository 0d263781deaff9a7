import { readCapsuleParts } from '@quantumlayer/capsule';
import type { CapsuleDiff, Page, SoftwareVersion } from '@quantumlayer/contracts';
import type { BlobStore } from '#platform/blob-store.ts';
import { toPage } from '#platform/http/page-query.ts';
import type { CapsuleRecord } from './domain/capsule.ts';
import type { CapsuleRepository, CompareFiles, Projects } from './ports.ts';
import { presentCapsule } from './present-capsule.ts';

type Dependencies = {
  capsules: CapsuleRepository;
  projects: Projects;
  blobs: Pick<BlobStore, 'get'>;
  compareFiles: CompareFiles;
  /** Throws `CapsuleNotFound`. */
  find: (organisationId: string, id: string) => Promise<CapsuleRecord>;
};

const CODE = 'code/';

/** The capsules of a project as versions of its software. */
export function createCapsuleVersions(dependencies: Dependencies) {
  const { capsules, projects, blobs, compareFiles, find } = dependencies;

  async function codeOf({ digest }: CapsuleRecord): Promise<Map<string, string>> {
    const parts = await readCapsuleParts(await blobs.get(digest));
    return new Map(
      parts
        .filter(({ kind }) => kind === 'code')
        .map(({ path, content }) => [path.slice(CODE.length), content.toString('utf8')]),
    );
  }

  return {
    /** Newest first. */
    async listVersions(
      organisationId: string,
      projectId: string,
      { cursor, limit }: { cursor: string | null; limit: number },
    ): Promise<Page<SoftwareVersion>> {
      await projects.get(organisationId, projectId);
      const page = { before: cursor, limit: limit + 1 };
      const found = await capsules.listNumbered(organisationId, projectId, page);
      const { items, nextCursor } = toPage(found, limit);
      return {
        items: items.map(({ number, ...capsule }) => ({
          ...presentCapsule(capsule),
          ...{ number, change: capsule.change },
        })),
        nextCursor,
      };
    },

    /** What changed in the code from the capsule `against` to the capsule `id`. */
    async diff(organisationId: string, id: string, against: string): Promise<CapsuleDiff> {
      const [from, to] = [await find(organisationId, against), await find(organisationId, id)];
      const both = { from: presentCapsule(from), to: presentCapsule(to) };
      if (from.codeDigest === to.codeDigest) {
        return { ...both, identical: true, files: [], truncated: false };
      }
      const compared = compareFiles(await codeOf(from), await codeOf(to));
      return { ...both, identical: false, ...compared };
    },
  };
}
