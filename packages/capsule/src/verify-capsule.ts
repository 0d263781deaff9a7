import {
  type CapsuleVerification,
  capsuleManifestSchema,
  evidenceSchema,
} from '@quantumlayer/contracts';
import { type ArchiveMember, readArchive } from './archive.ts';
import { assertSigned, readBundle } from './bundle.ts';
import * as claims from './capsule-claims.ts';
import * as layout from './capsule-layout.ts';
import { digestOf } from './digest.ts';
import { keyIdOf } from './signing-key.ts';
import { createSteps, need, StatementFailed } from './verification-steps.ts';

/**
 * Checks every claim of a capsule against the bytes and the key, offline. Never throws for a bad capsule or key:
 * `verified` is true only if each statement holds. `keyId` is the key that was asked for, null if it is unusable.
 */
export async function verifyCapsule(
  archive: Buffer,
  publicKeyPem: string,
): Promise<CapsuleVerification> {
  const { statements, step } = createSteps();
  const members = await step('archive', async () => {
    const value = new Map((await readArchive(archive)).map((member) => [member.path, member]));
    return { value, detail: `Canonical archive of ${value.size} files.` };
  });
  const read = (path: string): ArchiveMember => need(members?.get(path), path);

  const manifest = await step('manifest', () => {
    const value = claims.parseCanonical(read(layout.MANIFEST_PATH), capsuleManifestSchema);
    return { value, detail: `Manifest of ${value.name}, run ${value.runId}.` };
  });
  await step('files', () =>
    claims.checkFiles(need(members, 'archive'), need(manifest, 'manifest')),
  );
  await step('code', () => claims.checkCode(need(manifest, 'manifest')));
  await step('evidence', () => {
    const evidence = claims.parseCanonical(read(layout.EVIDENCE_PATH), evidenceSchema);
    return claims.checkEvidence(evidence, read);
  });
  await step('sbom', () => claims.checkSbom(read(layout.SBOM_PATH), need(manifest, 'manifest')));
  await step('provenance', () =>
    claims.checkProvenance(read(layout.PROVENANCE_PATH), need(manifest, 'manifest'), read),
  );
  const bundle = await step('bundle', () => {
    const value = readBundle(read(layout.BUNDLE_PATH).content);
    if (!value.payload.equals(read(layout.PROVENANCE_PATH).content)) {
      throw new StatementFailed('What was signed is not the provenance in the capsule.');
    }
    return { value, detail: 'The signed payload is the provenance, byte for byte.' };
  });
  const keyId = await step('signature', () => {
    const value = keyIdOf(publicKeyPem);
    const signed = need(bundle, 'bundle');
    if (signed.keyId !== value)
      throw new StatementFailed(`Signed by another key: ${signed.keyId}.`);
    assertSigned(signed.bundle, publicKeyPem);
    return { value, detail: `ECDSA P-256 signature by key ${value}.` };
  });
  const verified = statements.every(({ ok }) => ok);
  return { verified, digest: digestOf(archive), keyId, statements };
}
