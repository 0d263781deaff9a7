import { and, eq, gt, lt, or, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { type Account, accountColumns } from './account.ts';
import { accountTable, sessionTable } from './tables.ts';
import { createToken, hashToken } from './tokens.ts';

/** However busy it is, a session ends after this. */
export const SESSION_SECONDS = 7 * 24 * 3600;
const IDLE = sql`interval '12 hours'`;
/** How exactly the last use is known; not every request has to write. */
const TOUCH_AFTER = sql`interval '1 minute'`;

export type Sessions = ReturnType<typeof createSessions>;

/** Who is signed in: each session is a token that one browser has, of which the database has the hash. */
export function createSessions(database: Database) {
  const { tokenHash, accountId, lastUsedAt, expiresAt } = sessionTable;
  const isAlive = and(gt(expiresAt, sql`now()`), gt(lastUsedAt, sql`now() - ${IDLE}`));

  // Every request asks for it, so it is put together once. It has no name: not every proxy of a server keeps named ones.
  const account = database
    .select({
      account: accountColumns,
      isOld: sql<boolean>`${lastUsedAt} < now() - ${TOUCH_AFTER}`,
    })
    .from(sessionTable)
    .innerJoin(accountTable, eq(accountTable.id, accountId))
    .where(and(eq(tokenHash, sql.placeholder('tokenHash')), isAlive, accountTable.isActive))
    .prepare('');

  return {
    /** A new token at every sign-in, so that nobody can plant one beforehand. */
    async start(id: string): Promise<string> {
      const token = createToken();
      await database
        .delete(sessionTable)
        .where(or(lt(expiresAt, sql`now()`), lt(lastUsedAt, sql`now() - ${IDLE}`)));
      await database.insert(sessionTable).values({
        tokenHash: hashToken(token),
        accountId: id,
        expiresAt: new Date(Date.now() + SESSION_SECONDS * 1_000).toISOString(),
      });
      return token;
    },

    /** The account of a session that has not ended; null for any other token. */
    async findAccount(token: string): Promise<Account | null> {
      const hash = hashToken(token);
      const [found] = await account.execute({ tokenHash: hash });
      if (found === undefined) return null;
      if (found.isOld) {
        await database
          .update(sessionTable)
          .set({ lastUsedAt: sql`now()` })
          .where(eq(tokenHash, hash));
      }
      return found.account;
    },

    async end(token: string): Promise<void> {
      await database.delete(sessionTable).where(eq(tokenHash, hashToken(token)));
    },
  };
}
