import { and, eq } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { SigningKeyRepository } from '../ports.ts';
import { signingKeyTable } from './capsule-tables.ts';

export function createPostgresSigningKeyRepository(database: Database): SigningKeyRepository {
  async function findCurrent(organisationId: string) {
    const [key] = await database
      .select()
      .from(signingKeyTable)
      .where(eq(signingKeyTable.organisationId, organisationId));
    return key ?? null;
  }

  return {
    findCurrent,

    async find(organisationId, keyId) {
      const [key] = await database
        .select()
        .from(signingKeyTable)
        .where(
          and(eq(signingKeyTable.organisationId, organisationId), eq(signingKeyTable.keyId, keyId)),
        );
      return key ?? null;
    },

    async insertFirst(key) {
      await database
        .insert(signingKeyTable)
        .values(key)
        .onConflictDoNothing({ target: signingKeyTable.organisationId });
      return (await findCurrent(key.organisationId)) ?? key;
    },
  };
}
