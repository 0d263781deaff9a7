import type { CapsuleManifest, Evidence } from '@quantumlayer/contracts';
import type { z } from 'zod';
import { type ArchiveMember, EXECUTABLE_MODE, PLAIN_MODE } from './archive.ts';
import * as layout from './capsule-layout.ts';
import { digestOfListing } from './code-digest.ts';
import { compareBytes, digestOf } from './digest.ts';
import { BUILD_TYPE, PREDICATE_TYPE, STATEMENT_TYPE, subjectsOf } from './provenance.ts';
import { StatementFailed } from './verification-steps.ts';

type Outcome = { detail: string; value: true };
type Read = (path: string) => ArchiveMember;

/** The files that cannot be in the manifest, because each stands on it. */
const SIGNING_CHAIN = [layout.BUNDLE_PATH, layout.MANIFEST_PATH, layout.PROVENANCE_PATH];

/** A member as JSON of this shape, written the one way capsules write it. */
export function parseCanonical<T extends z.ZodType>(member: ArchiveMember, schema: T): z.infer<T> {
  const text = member.content.toString();
  const value: unknown = JSON.parse(text);
  if (!Buffer.from(layout.formatJson(value)).equals(member.content)) {
    throw new StatementFailed(`${member.path} is not written canonically.`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new StatementFailed(`${member.path}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** Every file is listed with its digest, size and mode, and every listed file is there. */
export function checkFiles(
  members: Map<string, ArchiveMember>,
  manifest: CapsuleManifest,
): Outcome {
  const expected = [...manifest.files.map(({ path }) => path), ...SIGNING_CHAIN].toSorted(
    compareBytes,
  );
  const present = [...members.keys()];
  const missing = expected.find((path) => !members.has(path));
  if (missing !== undefined) throw new StatementFailed(`${missing} is missing.`);
  if (present.length !== expected.length || new Set(expected).size !== expected.length) {
    const extra = present.find((path) => !expected.includes(path));
    throw new StatementFailed(`${extra ?? 'A file'} is not in the manifest exactly once.`);
  }
  for (const { path, digest, size, mode } of manifest.files) {
    const member = members.get(path);
    if (
      member === undefined ||
      digestOf(member.content) !== digest ||
      member.content.length !== size
    ) {
      throw new StatementFailed(`${path} is not what the manifest says.`);
    }
    const isAllowed = mode === PLAIN_MODE || (mode === EXECUTABLE_MODE && isCode(path));
    if (member.mode !== mode || !isAllowed) throw new StatementFailed(`${path} has another mode.`);
  }
  for (const path of SIGNING_CHAIN) {
    if (members.get(path)?.mode !== PLAIN_MODE)
      throw new StatementFailed(`${path} has another mode.`);
  }
  return {
    value: true,
    detail: `${manifest.files.length} files match; nothing is extra or missing.`,
  };
}

export function checkCode(manifest: CapsuleManifest): Outcome {
  const code = manifest.files.filter(({ path }) => isCode(path));
  const listing = code.map(({ path, digest }) => ({
    path: path.slice(layout.CODE_PREFIX.length),
    hex: digest.slice('sha256:'.length),
  }));
  if (digestOfListing(listing) !== manifest.codeDigest) {
    throw new StatementFailed('The code digest is not the digest of the code files.');
  }
  return { value: true, detail: `${code.length} code files are ${manifest.codeDigest}.` };
}

/** Each check comes with the log whose digest it recorded, and none of them failed. */
export function checkEvidence(evidence: Evidence, read: Read): Outcome {
  for (const { id, outputDigest, status, reason } of evidence.checks) {
    if (digestOf(read(layout.logPathOf(id)).content) !== outputDigest) {
      throw new StatementFailed(`The log of the check ${id} is not the output it recorded.`);
    }
    if (status === 'failed') throw new StatementFailed(`The check ${id} failed: ${reason}`);
  }
  const passed = evidence.checks.filter(({ status }) => status === 'passed').length;
  const { driver, sandboxed } = evidence.isolation;
  const where = sandboxed ? `in the sandbox ${driver}` : `without a sandbox (${driver})`;
  return { value: true, detail: `${passed} of ${evidence.checks.length} checks passed ${where}.` };
}

export function checkSbom(member: ArchiveMember, manifest: CapsuleManifest): Outcome {
  const sbom = asRecord(JSON.parse(member.content.toString()));
  if (sbom.bomFormat !== 'CycloneDX' || sbom.specVersion !== '1.6') {
    throw new StatementFailed('Not a CycloneDX 1.6 document.');
  }
  const app = asRecord(asRecord(sbom.metadata).component);
  const hash = asRecord(Array.isArray(app.hashes) ? app.hashes[0] : undefined);
  if (app.name !== manifest.name || `sha256:${hash.content}` !== manifest.codeDigest) {
    throw new StatementFailed('The SBOM is about other code.');
  }
  const count = Array.isArray(sbom.components) ? sbom.components.length : 0;
  return { value: true, detail: `CycloneDX 1.6 with ${count} components.` };
}

/** The statement is about this manifest, code, evidence and SBOM, and about the run of the manifest. */
export function checkProvenance(
  member: ArchiveMember,
  manifest: CapsuleManifest,
  read: Read,
): Outcome {
  const statement = asRecord(JSON.parse(member.content.toString()));
  const predicate = asRecord(statement.predicate);
  const definition = asRecord(predicate.buildDefinition);
  const details = asRecord(predicate.runDetails);
  const isKnown =
    statement._type === STATEMENT_TYPE &&
    statement.predicateType === PREDICATE_TYPE &&
    definition.buildType === BUILD_TYPE;
  if (!isKnown) throw new StatementFailed('Not an in-toto v1 statement with SLSA v1 provenance.');
  const subjects = subjectsOf({
    manifest: digestOf(read(layout.MANIFEST_PATH).content),
    code: manifest.codeDigest,
    evidence: digestOf(read(layout.EVIDENCE_PATH).content),
    sbom: digestOf(read(layout.SBOM_PATH).content),
  });
  if (JSON.stringify(statement.subject) !== JSON.stringify(subjects)) {
    throw new StatementFailed('The subjects are not the digests of this capsule.');
  }
  if (asRecord(details.metadata).invocationId !== manifest.runId) {
    throw new StatementFailed('The provenance is of another run than the manifest.');
  }
  return {
    value: true,
    detail: `Built by ${asRecord(details.builder).id} in run ${manifest.runId}.`,
  };
}

function isCode(path: string): boolean {
  return path.startsWith(layout.CODE_PREFIX);
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
