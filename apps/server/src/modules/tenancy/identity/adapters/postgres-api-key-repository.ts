import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { ApiKeyRepository } from '../ports.ts';
import { apiKeyTable } from './identity-tables.ts';

export function createPostgresApiKeyRepository(database: Database): ApiKeyRepository {
  const isKey = (organisationId: string, id: string) =>
    and(eq(apiKeyTable.organisationId, organisationId), eq(apiKeyTable.id, id));

  return {
    async findByPrefix(prefix) {
      const [key] = await database.select().from(apiKeyTable).where(eq(apiKeyTable.prefix, prefix));
      return key ?? null;
    },

    async list(organisationId) {
      return await database
        .select()
        .from(apiKeyTable)
        .where(and(eq(apiKeyTable.organisationId, organisationId), isNull(apiKeyTable.revokedAt)))
        .orderBy(asc(apiKeyTable.id));
    },

    async insert(key) {
      await database.insert(apiKeyTable).values(key);
    },

    async markUsed(organisationId, id, at) {
      await database.update(apiKeyTable).set({ lastUsedAt: at }).where(isKey(organisationId, id));
    },

    async revoke(organisationId, id, at) {
      const revoked = await database
        .update(apiKeyTable)
        .set({ revokedAt: at })
        .where(and(isKey(organisationId, id), isNull(apiKeyTable.revokedAt)))
        .returning({ id: apiKeyTable.id });
      return revoked.length === 1;
    },
  };
}
