import { and, eq, isNull, lte } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { SessionRepository } from '../ports.ts';
import { ownerPasswordTable, sessionTable } from './session-tables.ts';

export function createPostgresSessionRepository(database: Database): SessionRepository {
  const isOpen = (organisationId: string, id: string) =>
    and(
      eq(sessionTable.organisationId, organisationId),
      eq(sessionTable.id, id),
      isNull(sessionTable.endedAt),
    );

  return {
    async findByHash(tokenHash) {
      const [session] = await database
        .select()
        .from(sessionTable)
        .where(eq(sessionTable.tokenHash, tokenHash));
      return session ?? null;
    },

    async insert(session) {
      await database.insert(sessionTable).values(session);
    },

    insertUnderPassword: (session, passwordHash) =>
      database.transaction(async (transaction) => {
        const { organisationId, hash } = ownerPasswordTable;
        const inForce = await transaction
          .select({ hash })
          .from(ownerPasswordTable)
          .where(and(eq(organisationId, session.organisationId), eq(hash, passwordHash)))
          .for('share');
        if (inForce.length === 0) return false;
        await transaction.insert(sessionTable).values(session);
        return true;
      }),

    async markUsed({ organisationId, id, lastUsedAt, expiresAt }) {
      await database
        .update(sessionTable)
        .set({ lastUsedAt, expiresAt })
        .where(isOpen(organisationId, id));
    },

    async end(organisationId, id, at) {
      await database.update(sessionTable).set({ endedAt: at }).where(isOpen(organisationId, id));
    },

    async prune(now) {
      const gone = await database
        .delete(sessionTable)
        .where(lte(sessionTable.expiresAt, now))
        .returning({ id: sessionTable.id });
      return gone.length;
    },
  };
}
