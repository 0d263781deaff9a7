import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { SigningKeyRepository } from '../ports.ts';
import { signingKeyTable } from './capsule-tables.ts';

export function createPostgresSigningKeyRepository(database: Database): SigningKeyRepository {
  async function findCurrent(organisationId: string) {
    const [key] = await database.select().from(signingKeyTable).where(isCurrent(organisationId));
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
      await database.insert(signingKeyTable).values(key).onConflictDoNothing();
      return (await findCurrent(key.organisationId)) ?? key;
    },

    async replaceCurrent(key) {
      const lock = `signing-key:${key.organisationId}`;
      await database.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
        await tx
          .update(signingKeyTable)
          .set({ retiredAt: key.createdAt })
          .where(isCurrent(key.organisationId));
        await tx.insert(signingKeyTable).values(key);
      });
    },

    async list(organisationId, { skip, limit }) {
      return await database
        .select()
        .from(signingKeyTable)
        .where(eq(signingKeyTable.organisationId, organisationId))
        .orderBy(asc(signingKeyTable.createdAt), asc(signingKeyTable.keyId))
        .offset(skip)
        .limit(limit);
    },
  };
}

function isCurrent(organisationId: string) {
  return and(eq(signingKeyTable.organisationId, organisationId), isNull(signingKeyTable.retiredAt));
}
