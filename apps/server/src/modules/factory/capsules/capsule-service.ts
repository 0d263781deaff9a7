import {
  digestOf,
  digestOfJson,
  type PackedCapsule,
  packCapsule,
  verifyCapsule,
} from '@quantumlayer/capsule';
import {
  type Blueprint,
  CAPSULE_ORIGIN_SCHEMA,
  type Capsule,
  type CapsuleOrigin,
  type CapsuleVerification,
  type EditsByHand,
  type Evidence,
  type GeneratedFile,
  type Page,
  type VersionChange,
} from '@quantumlayer/contracts';
import type { NewId } from '#kernel/ids.ts';
import { BlobCorrupt, BlobNotFound } from '#platform/blob-errors.ts';
import type { BlobStore } from '#platform/blob-store.ts';
import { toPage } from '#platform/http/page-query.ts';
import { createCapsuleContents } from './capsule-contents.ts';
import { createCapsuleVersions } from './capsule-versions.ts';
import type { CapsuleRecord } from './domain/capsule.ts';
import { CapsuleNotFound, EvidenceNotPassed } from './domain/capsule-errors.ts';
import { createVersionOpener } from './open-version.ts';
import type { BlueprintOfRun, CapsuleRepository, CompareFiles, Projects } from './ports.ts';
import { presentCapsule } from './present-capsule.ts';
import type { SigningKeys } from './signing-keys.ts';

export type CapsuleService = ReturnType<typeof createCapsuleService>;

type Dependencies = {
  capsules: CapsuleRepository;
  projects: Projects;
  signingKeys: SigningKeys;
  blobs: BlobStore;
  compareFiles: CompareFiles;
  blueprintOfRun: BlueprintOfRun;
  newId: NewId;
  /** Who builds: an URI, and the version of the product. */
  builder: { id: string; version: string };
};

export type CapsuleRequest = {
  organisationId: string;
  projectId: string;
  runId: string;
  prompt: string;
  /** Text of the document that the software was made from, if it was. */
  document?: string;
  stack: { id: string; version: string };
  blueprint: Blueprint;
  files: readonly GeneratedFile[];
  byHand: EditsByHand;
  change: VersionChange;
  /** What things were called in the version that it was made from. */
  renames: Readonly<Record<string, string>>;
  evidence: Evidence;
  /** Digest of the whole log of each check, by check id; the bytes are in the blob store. */
  logs: Readonly<Record<string, string>>;
  createdAt: Date;
};

export type PackagedCapsule = {
  capsuleId: string;
  digest: string;
  codeDigest: string;
  verification: CapsuleVerification;
};

export function createCapsuleService(dependencies: Dependencies) {
  const { capsules, projects, signingKeys, blobs, compareFiles, blueprintOfRun, newId } =
    dependencies;

  async function find(organisationId: string, id: string): Promise<CapsuleRecord> {
    const capsule = await capsules.find(organisationId, id);
    if (capsule === null) throw new CapsuleNotFound(id);
    return capsule;
  }

  /**
   * Packs, signs, stores and verifies what was stored. The same request gives the same bytes and so the same capsule,
   * however often it is repeated. Throws `EvidenceNotPassed` when a check failed.
   */
  async function createCapsule(request: CapsuleRequest): Promise<PackagedCapsule> {
    const failed = request.evidence.checks.find(({ status }) => status === 'failed');
    if (failed !== undefined) throw new EvidenceNotPassed(failed.id, failed.reason);
    const packed = await pack(request, await originOf(request), dependencies);
    await blobs.put(packed.archive);
    const capsule = await capsules.insert(recordOf(newId('cap'), request, packed));
    const { digest, codeDigest } = capsule;
    const verification = await verify(request.organisationId, capsule.id);
    return { capsuleId: capsule.id, digest, codeDigest, verification };
  }

  async function originOf(request: CapsuleRequest): Promise<CapsuleOrigin> {
    const { organisationId, blueprint, byHand, change, renames } = request;
    const base = change.base === null ? null : await find(organisationId, change.base);
    return {
      ...{ schema: CAPSULE_ORIGIN_SCHEMA, blueprint, byHand },
      base: base && { digest: base.digest, renames: { ...renames } },
    };
  }

  /** Checks the stored bytes against the public key they claim to be signed with. */
  async function verify(organisationId: string, id: string): Promise<CapsuleVerification> {
    const { digest, keyId } = await find(organisationId, id);
    const publicKey = await signingKeys.findPublicKey(organisationId, keyId);
    try {
      return await verifyCapsule(await blobs.get(digest), publicKey ?? '');
    } catch (error) {
      if (error instanceof BlobCorrupt || error instanceof BlobNotFound) return refuse(error);
      throw error;
    }
  }

  return {
    ...createCapsuleContents({ blobs, find }),
    ...createCapsuleVersions({ capsules, projects, blobs, compareFiles, find }),
    ...createVersionOpener({ capsules, blobs, blueprintOfRun, find }),
    createCapsule,
    verify,

    /** At each start: the organisation has a signing key that this process can use; throws `SigningKeyLocked`. */
    async prepare(organisationId: string): Promise<void> {
      await signingKeys.signerOf(organisationId);
    },

    publicKey: signingKeys.publicKey,
    rotateKey: signingKeys.rotate,
    listKeys: signingKeys.list,

    async get(organisationId: string, id: string): Promise<Capsule> {
      return presentCapsule(await find(organisationId, id));
    },

    /** Newest first. */
    async list(
      organisationId: string,
      projectId: string,
      { cursor, limit }: { cursor: string | null; limit: number },
    ): Promise<Page<Capsule>> {
      await projects.get(organisationId, projectId);
      const page = { before: cursor, limit: limit + 1 };
      const found = await capsules.list(organisationId, projectId, page);
      return toPage(found.map(presentCapsule), limit);
    },
  };
}

type Packed = PackedCapsule & { keyId: string };

function recordOf(id: string, request: CapsuleRequest, packed: Packed): CapsuleRecord {
  const { organisationId, projectId, runId, createdAt, change } = request;
  const { archive, manifest, digest, codeDigest, keyId } = packed;
  const { name } = manifest;
  const size = archive.length;
  return {
    ...{ id, organisationId, projectId, runId, name, digest, codeDigest, keyId, size, createdAt },
    change,
  };
}

type PackDependencies = Pick<Dependencies, 'signingKeys' | 'blobs' | 'builder'>;

async function pack(
  request: CapsuleRequest,
  origin: CapsuleOrigin,
  { signingKeys, blobs, builder }: PackDependencies,
): Promise<Packed> {
  const { blueprint, runId, stack, files, evidence, prompt, document } = request;
  const signer = await signingKeys.signerOf(request.organisationId);
  const packed = await packCapsule(
    {
      name: blueprint.name,
      runId,
      stack: { id: stack.id, version: stack.version },
      files,
      evidence,
      origin,
      logs: await readLogs(blobs, request.logs),
      materials: {
        prompt: digestOf(prompt),
        blueprint: digestOfJson(blueprint),
        ...(document === undefined ? {} : { document: digestOf(document) }),
      },
      builder,
      createdAt: request.createdAt.toISOString(),
    },
    signer,
  );
  return { ...packed, keyId: signer.keyId };
}

/** Stored bytes that are lost or changed are a "no", not a fault of the request. */
function refuse({ message }: Error): CapsuleVerification {
  const statements = [{ name: 'archive', ok: false, detail: message }];
  return { verified: false, digest: null, keyId: null, statements };
}

async function readLogs(
  blobs: BlobStore,
  digests: Readonly<Record<string, string>>,
): Promise<Record<string, Buffer>> {
  const logs = Object.entries(digests).map(
    async ([id, digest]) => [id, await blobs.get(digest)] as const,
  );
  return Object.fromEntries(await Promise.all(logs));
}
