import { readArchive } from './archive.ts';
import * as layout from './capsule-layout.ts';
import { digestOf } from './digest.ts';

export type CapsulePartKind =
  | 'code'
  | 'log'
  | 'manifest'
  | 'evidence'
  | 'origin'
  | 'sbom'
  | 'provenance'
  | 'bundle';

export type CapsulePart = {
  path: string;
  kind: CapsulePartKind;
  /** Bytes of the content. */
  size: number;
  digest: string;
  executable: boolean;
  content: Buffer;
};

const kinds: Readonly<Record<string, CapsulePartKind>> = {
  [layout.MANIFEST_PATH]: 'manifest',
  [layout.EVIDENCE_PATH]: 'evidence',
  [layout.ORIGIN_PATH]: 'origin',
  [layout.SBOM_PATH]: 'sbom',
  [layout.PROVENANCE_PATH]: 'provenance',
  [layout.BUNDLE_PATH]: 'bundle',
};

/** Every file of an archive with what it is. Says nothing about the signature: verify first where that matters. */
export async function readCapsuleParts(archive: Buffer): Promise<CapsulePart[]> {
  return (await readArchive(archive)).map(({ path, content, mode }) => ({
    path,
    kind: kindOf(path),
    size: content.length,
    digest: digestOf(content),
    executable: (mode & 0o111) !== 0,
    content,
  }));
}

function kindOf(path: string): CapsulePartKind {
  if (Object.hasOwn(kinds, path)) return kinds[path] ?? 'log';
  return path.startsWith(layout.CODE_PREFIX) ? 'code' : 'log';
}
