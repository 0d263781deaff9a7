import { readCapsuleVersion } from '@quantumlayer/capsule';
import type { Blueprint, GeneratedFile } from '@quantumlayer/contracts';
import { editsByHand, generatedFrom } from '@quantumlayer/stacks';
import type { BlobStore } from '#platform/blob-store.ts';
import type { CapsuleRecord } from './domain/capsule.ts';
import { VersionNotFound } from './domain/capsule-errors.ts';
import { newestOf } from './domain/newest-of.ts';
import type { BlueprintOfRun, CapsuleRepository } from './ports.ts';

/** A version of an app with all that a next one is made from. */
export type StoredVersion = {
  capsuleId: string;
  digest: string;
  stackId: string;
  blueprint: Blueprint;
  generated: GeneratedFile[];
  /** With what people changed. */
  code: GeneratedFile[];
  /** The version that it was made from, and what things were called there. */
  base: { digest: string; renames: Record<string, string> } | null;
};

type Dependencies = {
  capsules: Pick<CapsuleRepository, 'findByDigest' | 'list' | 'numberOf'>;
  blobs: Pick<BlobStore, 'get'>;
  blueprintOfRun: BlueprintOfRun;
  /** Throws `CapsuleNotFound`. */
  find: (organisationId: string, id: string) => Promise<CapsuleRecord>;
};

const LOOKED_AT = 10_000;

/** Opens capsules as what the next version of an app is made from. */
export function createVersionOpener(dependencies: Dependencies) {
  const { capsules, blobs, blueprintOfRun, find } = dependencies;

  async function open(capsule: CapsuleRecord): Promise<StoredVersion> {
    const { id, organisationId, projectId, runId, digest } = capsule;
    const { code, origin, stackId } = await readCapsuleVersion(await blobs.get(digest));
    const version = { capsuleId: id, digest, stackId, code };
    if (origin !== null) {
      const { blueprint, byHand, base } = origin;
      return { ...version, blueprint, base, generated: generatedFrom(code, byHand) };
    }
    // Older capsules hold no blueprint, and their code was as it was generated.
    const blueprint = await blueprintOfRun(organisationId, runId);
    if (blueprint === null) throw new VersionNotFound(projectId, id);
    return { ...version, blueprint, base: null, generated: code };
  }

  /** Throws `CapsuleNotFound`, and `VersionNotFound` where it is of another project or its blueprint is gone. */
  async function openVersion(
    organisationId: string,
    projectId: string,
    id: string,
  ): Promise<StoredVersion> {
    const capsule = await find(organisationId, id);
    if (capsule.projectId !== projectId) throw new VersionNotFound(projectId, id);
    return await open(capsule);
  }

  return {
    openVersion,

    /** What a run has to know before it can start from the version. */
    async lookAtVersion(organisationId: string, projectId: string, id: string) {
      const { stackId, code, generated } = await openVersion(organisationId, projectId, id);
      const { added, generated: changed } = editsByHand(generated, code);
      const number = await capsules.numberOf(organisationId, projectId, id);
      return { stackId, number, isEdited: added.length + changed.length > 0 };
    },

    /** The newest version of the app that this one is a version of: a project may hold several. */
    async newestVersion(organisationId: string, projectId: string, id: string): Promise<string> {
      const page = { before: null, limit: LOOKED_AT };
      return newestOf(await capsules.list(organisationId, projectId, page), id);
    },

    /** The renames of each step that led from one version to another, the first one first; none where it did not come from it. */
    async stepsBetween(
      organisationId: string,
      projectId: string,
      { from, to }: { from: Pick<StoredVersion, 'digest'>; to: Pick<StoredVersion, 'capsuleId'> },
    ): Promise<Record<string, string>[]> {
      const steps: Record<string, string>[] = [];
      let at = await openVersion(organisationId, projectId, to.capsuleId);
      while (at.digest !== from.digest) {
        if (at.base === null) return [];
        steps.unshift(at.base.renames);
        const before = await capsules.findByDigest(organisationId, projectId, at.base.digest);
        if (before === null) return [];
        at = await open(before);
      }
      return steps;
    },
  };
}
