import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import { diffFiles } from '#modules/factory/drops/index.ts';
import type { BlobStore } from '#platform/blob-store.ts';
import type { Database } from '#platform/database.ts';
import { createAesSecretCipher } from './adapters/aes-secret-cipher.ts';
import { createPostgresCapsuleRepository } from './adapters/postgres-capsule-repository.ts';
import { createPostgresSigningKeyRepository } from './adapters/postgres-signing-key-repository.ts';
import { type CapsuleService, createCapsuleService } from './capsule-service.ts';
import type { BlueprintOfRun, Projects } from './ports.ts';
import { createSigningKeys } from './signing-keys.ts';

export { migrations } from './adapters/capsule-tables.ts';
export { readMasterKey } from './adapters/read-master-key.ts';
export type { CapsuleRequest, CapsuleService, PackagedCapsule } from './capsule-service.ts';
export { VersionNotFound } from './domain/capsule-errors.ts';
export { capsuleContentRoutes } from './http/capsule-content-routes.ts';
export { capsuleRoutes } from './http/capsule-routes.ts';
export { capsuleVersionRoutes } from './http/capsule-version-routes.ts';
export { signingKeyRoutes } from './http/signing-key-routes.ts';

type Dependencies = {
  database: Database;
  blobs: BlobStore;
  projects: Projects;
  blueprintOfRun: BlueprintOfRun;
  /** What `readMasterKey` answered. */
  masterKey: Uint8Array;
  /** Who builds: a URI, and the version of the product. */
  builder: { id: string; version: string };
  clock: Clock;
  newId: NewId;
};

export function createCapsules(dependencies: Dependencies): CapsuleService {
  const { database, blobs, projects, blueprintOfRun, masterKey, builder, clock, newId } =
    dependencies;
  const signingKeys = createSigningKeys({
    keys: createPostgresSigningKeyRepository(database),
    cipher: createAesSecretCipher(masterKey),
    clock,
  });
  const capsules = createPostgresCapsuleRepository(database);
  return createCapsuleService({
    ...{ capsules, projects, signingKeys, blobs, blueprintOfRun, newId, builder },
    compareFiles: diffFiles,
  });
}
