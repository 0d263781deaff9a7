import { randomBytes } from 'node:crypto';
import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/database.ts';
import { createFileCredentialStore } from './adapters/file-credential-store.ts';
import { createMemoryAttemptLimiter } from './adapters/memory-attempt-limiter.ts';
import { createPostgresApiKeyRepository } from './adapters/postgres-api-key-repository.ts';
import { createPostgresOrganisationRepository } from './adapters/postgres-organisation-repository.ts';
import { createPostgresOwnerPasswordRepository } from './adapters/postgres-owner-password-repository.ts';
import { createPostgresSessionRepository } from './adapters/postgres-session-repository.ts';
import { createPostgresSignInLinkRepository } from './adapters/postgres-sign-in-link-repository.ts';
import { createScryptPasswordHasher, type ScryptCost } from './adapters/scrypt-password-hasher.ts';
import { createSite } from './domain/site.ts';
import { createIdentityService, type IdentityService as KeyService } from './identity-service.ts';
import { createSessionService, type SessionService } from './session-service.ts';

export { migrations } from './adapters/identity-tables.ts';
export { apiKeyRoutes } from './http/api-key-routes.ts';
export { requireCaller } from './http/authentication.ts';
export { SESSION_COOKIE } from './http/session-cookie.ts';
export { sessionRoutes } from './http/session-routes.ts';
export { signInRoutes } from './http/sign-in-routes.ts';

/** At most so many wrong passwords in so much time, for each organisation and address. */
const WRONG_PASSWORDS = { most: 5, windowMs: 15 * 60_000 };

type Dependencies = {
  database: Database;
  /** Where the command line finds its key: `credentials.json` of the data folder. */
  credentialsPath: string;
  config: Pick<Config, 'HOST' | 'PUBLIC_URL'>;
  /** What hashing the password costs; for tests, which cannot wait that long. */
  passwordCost?: ScryptCost;
  clock: Clock;
  newId: NewId;
};

export type { SessionService } from './session-service.ts';

export type IdentityService = KeyService & { sessions: SessionService };

export function createIdentity(dependencies: Dependencies): IdentityService {
  const { database, credentialsPath, config, clock, newId } = dependencies;
  const common = { clock, newId, random: randomBytes };
  const keys = createIdentityService({
    ...common,
    organisations: createPostgresOrganisationRepository(database),
    apiKeys: createPostgresApiKeyRepository(database),
    credentials: createFileCredentialStore(credentialsPath),
  });
  const sessions = createSessionService({
    ...common,
    sessions: createPostgresSessionRepository(database),
    links: createPostgresSignInLinkRepository(database),
    passwords: createPostgresOwnerPasswordRepository(database),
    hasher: createScryptPasswordHasher(randomBytes, dependencies.passwordCost),
    attempts: createMemoryAttemptLimiter({ ...WRONG_PASSWORDS, clock }),
    site: createSite(config.HOST, config.PUBLIC_URL),
  });
  return { ...keys, sessions };
}
