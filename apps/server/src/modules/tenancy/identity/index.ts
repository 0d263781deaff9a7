import { randomBytes } from 'node:crypto';
import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import type { Database } from '#platform/database.ts';
import { createFileCredentialStore } from './adapters/file-credential-store.ts';
import { createPostgresApiKeyRepository } from './adapters/postgres-api-key-repository.ts';
import { createPostgresOrganisationRepository } from './adapters/postgres-organisation-repository.ts';
import { createIdentityService, type IdentityService } from './identity-service.ts';

export { migrations } from './adapters/identity-tables.ts';
export { apiKeyRoutes } from './http/api-key-routes.ts';
export { requireApiKey } from './http/authentication.ts';
export type { Caller, IdentityService } from './identity-service.ts';

type Dependencies = {
  database: Database;
  /** Where the command line finds its key: `credentials.json` of the data folder. */
  credentialsPath: string;
  clock: Clock;
  newId: NewId;
};

export function createIdentity(dependencies: Dependencies): IdentityService {
  const { database, credentialsPath, clock, newId } = dependencies;
  return createIdentityService({
    organisations: createPostgresOrganisationRepository(database),
    apiKeys: createPostgresApiKeyRepository(database),
    credentials: createFileCredentialStore(credentialsPath),
    clock,
    newId,
    random: randomBytes,
  });
}
