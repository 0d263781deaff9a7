import { generatedFileSchema } from '@quantumlayer/contracts';
import { z } from 'zod';
import type { CapsuleService } from '#modules/factory/capsules/index.ts';
import {
  changeOf,
  createEditTaker,
  createReviser,
  definitionFor,
  refuseApproval,
  type VersionSources,
} from '#modules/factory/pipeline/index.ts';
import type { BlobStore } from '#platform/blob-store.ts';

const filesSchema = z.array(generatedFileSchema);

type Dependencies = { capsules: CapsuleService; blobs: Pick<BlobStore, 'get'> };

/** Where runs that change a version find it, and the code that people handed in. */
export function openVersionSources({ capsules, blobs }: Dependencies): VersionSources {
  return {
    versions: {
      open: capsules.openVersion,
      steps: capsules.stepsBetween,
      newestId: capsules.newestVersion,
    },
    edits: {
      get: async (digest) =>
        filesSchema.parse(JSON.parse((await blobs.get(digest)).toString('utf8'))),
    },
  };
}

/** Which graph runs follow, and what people may change in them. */
export function openPipeline(sources: VersionSources, { put }: Pick<BlobStore, 'put'>) {
  return {
    ...{ definitionFor, changeOf, refuseApproval },
    reviseOutput: createReviser(sources),
    takeEdits: createEditTaker({ versions: sources.versions, put }),
  };
}
