import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { SignInLinkRepository } from '../ports.ts';
import { signInLinkTable } from './session-tables.ts';

export function createPostgresSignInLinkRepository(database: Database): SignInLinkRepository {
  const isUsable = (now: Date) =>
    and(isNull(signInLinkTable.usedAt), gt(signInLinkTable.expiresAt, now));

  return {
    async insert(link) {
      await database.insert(signInLinkTable).values(link);
    },

    async use(tokenHash, now) {
      const [used] = await database
        .update(signInLinkTable)
        .set({ usedAt: now })
        .where(and(eq(signInLinkTable.tokenHash, tokenHash), isUsable(now)))
        .returning({ organisationId: signInLinkTable.organisationId });
      return used ?? null;
    },

    async prune(now) {
      const gone = await database
        .delete(signInLinkTable)
        .where(lte(signInLinkTable.expiresAt, now))
        .returning({ id: signInLinkTable.id });
      return gone.length;
    },
  };
}
