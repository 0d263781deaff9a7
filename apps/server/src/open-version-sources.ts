import { generatedFileSchema } from '@quantumlayer/contracts';
import { z } from 'zod';
import type { CapsuleService } from '#modules/factory/capsules/index.ts';
import type { AppVersions, EditedCode } from '#modules/factory/pipeline/index.ts';
import type { BlobStore } from '#platform/blob-store.ts';

const filesSchema = z.array(generatedFileSchema);

type Dependencies = { capsules: CapsuleService; blobs: Pick<BlobStore, 'get'> };

/** Where runs that change a version find it, and the code that people handed in. */
export function openVersionSources({ capsules, blobs }: Dependencies): {
  versions: AppVersions;
  edits: EditedCode;
} {
  return {
    versions: { open: capsules.openVersion, steps: capsules.stepsBetween },
    edits: {
      get: async (digest) =>
        filesSchema.parse(JSON.parse((await blobs.get(digest)).toString('utf8'))),
    },
  };
}
