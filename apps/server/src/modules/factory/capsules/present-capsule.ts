import type { Capsule } from '@quantumlayer/contracts';
import type { CapsuleRecord } from './domain/capsule.ts';

export function presentCapsule(capsule: CapsuleRecord): Capsule {
  const { id, projectId, runId, name, digest, codeDigest, keyId, size, createdAt } = capsule;
  return {
    id,
    projectId,
    runId,
    name,
    digest,
    codeDigest,
    keyId,
    size,
    createdAt: createdAt.toISOString(),
  };
}
