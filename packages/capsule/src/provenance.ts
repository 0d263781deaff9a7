import { EVIDENCE_PATH, MANIFEST_PATH, SBOM_PATH } from './capsule-layout.ts';
import { digestOf } from './digest.ts';
import { LOCK_PATH, type PackInput } from './pack-input.ts';

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
export const BUILD_TYPE = 'https://quantumlayer.dev/build-types/factory-run/v1';

export type SubjectDigests = { manifest: string; code: string; evidence: string; sbom: string };

/** An in-toto statement v1 with the SLSA v1 predicate: what was made, from what, by whom, in which run. */
export function createProvenance(input: PackInput, digests: SubjectDigests): object {
  return {
    _type: STATEMENT_TYPE,
    subject: subjectsOf(digests),
    predicateType: PREDICATE_TYPE,
    predicate: {
      buildDefinition: {
        buildType: BUILD_TYPE,
        externalParameters: { name: input.name, prompt: digestSetOf(input.materials.prompt) },
        internalParameters: { stack: input.stack, isolation: input.evidence.isolation },
        resolvedDependencies: resolvedDependenciesOf(input),
      },
      runDetails: {
        builder: { id: input.builder.id, version: { quantumlayer: input.builder.version } },
        metadata: { invocationId: input.runId, finishedOn: input.createdAt },
      },
    },
  };
}

/** The code's digest is over its `sha256sum` listing, the other three are over files of the capsule. */
export function subjectsOf(digests: SubjectDigests): object[] {
  return [
    { name: MANIFEST_PATH, digest: digestSetOf(digests.manifest) },
    { name: 'code', digest: digestSetOf(digests.code) },
    { name: EVIDENCE_PATH, digest: digestSetOf(digests.evidence) },
    { name: SBOM_PATH, digest: digestSetOf(digests.sbom) },
  ];
}

function resolvedDependenciesOf({ materials, stack, files }: PackInput): object[] {
  const known = [
    { name: 'prompt', digest: digestSetOf(materials.prompt) },
    ...(materials.document === undefined
      ? []
      : [{ name: 'document', digest: digestSetOf(materials.document) }]),
    { name: 'blueprint', digest: digestSetOf(materials.blueprint) },
    { name: 'stack', uri: `pkg:generic/${stack.id}@${stack.version}` },
  ];
  const lock = files.find(({ path }) => path === LOCK_PATH);
  if (lock === undefined) return known;
  return [...known, { name: LOCK_PATH, digest: digestSetOf(digestOf(lock.content)) }];
}

function digestSetOf(digest: string): { sha256: string } {
  return { sha256: digest.slice('sha256:'.length) };
}
