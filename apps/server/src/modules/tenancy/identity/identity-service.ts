import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import {
  type ApiKey,
  createSecret,
  hashSecret,
  isSecretOf,
  isUsable,
  isUseWorthNoting,
  prefixOf,
} from './domain/api-key.ts';
import {
  ApiKeyExpiryInvalid,
  ApiKeyNotFound,
  LastApiKey,
  Unauthenticated,
} from './domain/identity-errors.ts';
import type { ApiKeyRepository, CredentialStore, OrganisationRepository, Random } from './ports.ts';

export type IdentityService = ReturnType<typeof createIdentityService>;

/** Whom an API key belongs to. */
type KeyHolder = { organisationId: string; apiKeyId: string };

type Dependencies = {
  organisations: OrganisationRepository;
  apiKeys: ApiKeyRepository;
  credentials: CredentialStore;
  clock: Clock;
  newId: NewId;
  random: Random;
};

const BEARER = /^Bearer +(\S+)$/i;

export function createIdentityService(dependencies: Dependencies) {
  const { organisations, apiKeys, credentials, clock, newId, random } = dependencies;

  async function findKey(secret: string): Promise<ApiKey | null> {
    const prefix = prefixOf(secret);
    const key = prefix === null ? null : await apiKeys.findByPrefix(prefix);
    return key !== null && isSecretOf(key, secret) && isUsable(key, clock()) ? key : null;
  }

  /** The secret is shown once, here; only its hash is kept. */
  async function createKey(
    organisationId: string,
    { name, expiresAt }: { name: string; expiresAt: Date | null },
  ): Promise<{ key: ApiKey; secret: string }> {
    const now = clock();
    if (expiresAt !== null && expiresAt <= now) throw new ApiKeyExpiryInvalid();
    const secret = createSecret(random);
    const key: ApiKey = {
      id: newId('key'),
      organisationId,
      name,
      prefix: prefixOf(secret) ?? '',
      hash: hashSecret(secret),
      createdAt: now,
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
    };
    await apiKeys.insert(key);
    return { key, secret };
  }

  const findOrganisation = (): Promise<string> =>
    organisations.ensureDefault(newId('org'), clock());

  return {
    createKey,
    /** The id of the one organisation there is. */
    findOrganisation,

    /** At each start: the organisation exists, and the command line of this machine holds a key that works. */
    async prepare(): Promise<{ organisationId: string }> {
      const organisationId = await findOrganisation();
      const stored = await credentials.read();
      const known = stored === null ? null : await findKey(stored);
      if (known?.organisationId !== organisationId) {
        const made = await createKey(organisationId, { name: 'Command line', expiresAt: null });
        await credentials.write(made.secret);
      }
      return { organisationId };
    },

    /** Who sent this `Authorization` header; throws `Unauthenticated`. */
    async authenticate(header: string | undefined): Promise<KeyHolder> {
      const secret = BEARER.exec(header ?? '')?.[1];
      const key = secret === undefined ? null : await findKey(secret);
      if (key === null) throw new Unauthenticated();
      const now = clock();
      if (isUseWorthNoting(key, now)) await apiKeys.markUsed(key.organisationId, key.id, now);
      return { organisationId: key.organisationId, apiKeyId: key.id };
    },

    listKeys: (organisationId: string): Promise<ApiKey[]> => apiKeys.list(organisationId),

    async revokeKey(organisationId: string, id: string): Promise<void> {
      const now = clock();
      const usable = (await apiKeys.list(organisationId)).filter((key) => isUsable(key, now));
      if (usable.length === 1 && usable[0]?.id === id) throw new LastApiKey();
      if (!(await apiKeys.revoke(organisationId, id, now))) throw new ApiKeyNotFound(id);
    },
  };
}
