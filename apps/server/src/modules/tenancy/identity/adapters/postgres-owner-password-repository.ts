import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { OwnerPasswordRepository } from '../ports.ts';
import { ownerPasswordTable, sessionTable } from './session-tables.ts';

export function createPostgresOwnerPasswordRepository(database: Database): OwnerPasswordRepository {
  return {
    async find(organisationId) {
      const [password] = await database
        .select()
        .from(ownerPasswordTable)
        .where(eq(ownerPasswordTable.organisationId, organisationId));
      return password ?? null;
    },

    /** The row of the password is locked first: a sign-in with the old one comes before it, and ends, or after it. */
    replace: (password, keptSessionId) =>
      database.transaction(async (transaction) => {
        const { organisationId, hash, changedAt } = password;
        await transaction.insert(ownerPasswordTable).values(password).onConflictDoUpdate({
          target: ownerPasswordTable.organisationId,
          set: { hash, changedAt },
        });
        const isOpen = and(
          eq(sessionTable.organisationId, organisationId),
          isNull(sessionTable.endedAt),
        );
        await transaction
          .update(sessionTable)
          .set({ endedAt: changedAt })
          .where(and(isOpen, ne(sessionTable.id, keptSessionId)));
        await transaction
          .update(sessionTable)
          .set({ needsPassword: false })
          .where(and(isOpen, eq(sessionTable.id, keptSessionId)));
      }),
  };
}
