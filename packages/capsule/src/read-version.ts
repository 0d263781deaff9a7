import {
  type CapsuleOrigin,
  capsuleManifestSchema,
  capsuleOriginSchema,
  type GeneratedFile,
} from '@quantumlayer/contracts';
import { CODE_PREFIX, MANIFEST_PATH, ORIGIN_PATH } from './capsule-layout.ts';
import { readCapsuleParts } from './read-parts.ts';

/** What the next version of an app is made from. `origin` is null in capsules from before they held one. */
export type CapsuleVersion = {
  code: GeneratedFile[];
  origin: CapsuleOrigin | null;
  stackId: string;
};

/** Reads the code of a capsule with what it came from. Verify the capsule first where that matters. */
export async function readCapsuleVersion(archive: Buffer): Promise<CapsuleVersion> {
  const parts = await readCapsuleParts(archive);
  const jsonOf = (path: string): unknown => {
    const part = parts.find((each) => each.path === path);
    return part === undefined ? null : JSON.parse(part.content.toString('utf8'));
  };
  const origin = jsonOf(ORIGIN_PATH);
  return {
    code: parts
      .filter(({ kind }) => kind === 'code')
      .map(({ path, content, executable }) => ({
        path: path.slice(CODE_PREFIX.length),
        content: content.toString('utf8'),
        ...(executable && { executable }),
      })),
    origin: origin === null ? null : capsuleOriginSchema.parse(origin),
    stackId: capsuleManifestSchema.parse(jsonOf(MANIFEST_PATH)).stack.id,
  };
}
