import {
  type CapsuleManifest,
  capsuleManifestSchema,
  capsuleOriginSchema,
  evidenceSchema,
} from '@quantumlayer/contracts';
import { type ArchiveMember, EXECUTABLE_MODE, PLAIN_MODE, writeArchive } from './archive.ts';
import { createBundle } from './bundle.ts';
import { CapsuleInputInvalid } from './capsule-errors.ts';
import * as layout from './capsule-layout.ts';
import { codeDigestOf } from './code-digest.ts';
import { compareBytes, digestOf } from './digest.ts';
import type { PackInput } from './pack-input.ts';
import { createProvenance } from './provenance.ts';
import { createSbom } from './sbom.ts';
import type { CapsuleSigner } from './signing-key.ts';

export type PackedCapsule = {
  archive: Buffer;
  digest: string;
  codeDigest: string;
  manifest: CapsuleManifest;
};

/**
 * Packs and signs. The same input and key give the same bytes. Throws `CapsuleInputInvalid` when a path is unsafe, a
 * log is missing or is not what its check recorded, or the whole is over the limits.
 */
export async function packCapsule(input: PackInput, signer: CapsuleSigner): Promise<PackedCapsule> {
  const codeDigest = codeDigestOf(input.files);
  const sbom = textMember(layout.SBOM_PATH, createSbom(input, codeDigest));
  const evidence = textMember(
    layout.EVIDENCE_PATH,
    layout.formatJson(evidenceSchema.parse(input.evidence)),
  );
  const covered = [
    ...codeMembers(input),
    ...logMembers(input),
    ...originMember(input),
    ...[evidence, sbom],
  ];
  const manifest = createManifest(input, codeDigest, covered);
  const manifestMember = textMember(layout.MANIFEST_PATH, layout.formatJson(manifest));
  const statement = layout.formatJson(
    createProvenance(input, {
      manifest: digestOf(manifestMember.content),
      code: codeDigest,
      evidence: digestOf(evidence.content),
      sbom: digestOf(sbom.content),
    }),
  );
  const archive = await writeArchive([
    ...covered,
    manifestMember,
    textMember(layout.PROVENANCE_PATH, statement),
    textMember(layout.BUNDLE_PATH, await createBundle(statement, signer)),
  ]);
  return { archive, digest: digestOf(archive), codeDigest, manifest };
}

function createManifest(
  input: PackInput,
  codeDigest: string,
  members: ArchiveMember[],
): CapsuleManifest {
  const files = members
    .map(({ path, content, mode }) => ({
      path,
      digest: digestOf(content),
      size: content.length,
      mode,
    }))
    .toSorted((a, b) => compareBytes(a.path, b.path));
  return capsuleManifestSchema.parse({
    schema: 'https://quantumlayer.dev/schemas/capsule-manifest/v1',
    name: input.name,
    runId: input.runId,
    stack: input.stack,
    codeDigest,
    files,
    createdAt: input.createdAt,
  });
}

function codeMembers({ files }: PackInput): ArchiveMember[] {
  return files.map(({ path, content, executable }) => ({
    path: `${layout.CODE_PREFIX}${path}`,
    content: Buffer.from(content),
    mode: executable ? EXECUTABLE_MODE : PLAIN_MODE,
  }));
}

function logMembers({ evidence, logs }: PackInput): ArchiveMember[] {
  return evidence.checks.map(({ id, outputDigest }) => {
    const log = logs[id];
    if (log === undefined) throw new CapsuleInputInvalid(`The log of the check ${id} is missing.`);
    if (digestOf(log) !== outputDigest) {
      throw new CapsuleInputInvalid(`The log of the check ${id} is not the output it recorded.`);
    }
    return { path: layout.logPathOf(id), content: Buffer.from(log), mode: PLAIN_MODE };
  });
}

function originMember({ origin }: PackInput): ArchiveMember[] {
  if (origin === undefined) return [];
  const text = layout.formatJson(capsuleOriginSchema.parse(origin));
  return [textMember(layout.ORIGIN_PATH, text)];
}

function textMember(path: string, text: string): ArchiveMember {
  return { path, content: Buffer.from(text), mode: PLAIN_MODE };
}
