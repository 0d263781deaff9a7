import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, lt, ne, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { sessionTable } from './tables.ts';

export const SESSION_SECONDS = 24 * 3_600;

export type Sessions = ReturnType<typeof createSessions>;

/** Who is signed in: each session is a token that one client has. */
export function createSessions(database: Database) {
  const { tokenHash, accountKey, expiresAt } = sessionTable;

  return {
    /** A new token at every sign-in, so that nobody can plant one beforehand. */
    async start(key: unknown): Promise<string> {
      const token = randomBytes(32).toString('base64url');
      await database.delete(sessionTable).where(lt(expiresAt, sql`now()`));
      await database.insert(sessionTable).values({
        tokenHash: hash(token),
        accountKey: String(key),
        expiresAt: new Date(Date.now() + SESSION_SECONDS * 1_000).toISOString(),
      });
      return token;
    },

    /** The key of the account of a session that has not ended. */
    async findAccountKey(token: string): Promise<string | null> {
      const isAlive = and(eq(tokenHash, hash(token)), gt(expiresAt, sql`now()`));
      const [found] = await database.select({ accountKey }).from(sessionTable).where(isAlive);
      return found?.accountKey ?? null;
    },

    async end(token: string): Promise<void> {
      await database.delete(sessionTable).where(eq(tokenHash, hash(token)));
    },

    /** Ends every session of an account but this one: its password is another one, or it is gone. */
    async endOthers(key: unknown, token: string | null): Promise<void> {
      const others = token === null ? undefined : ne(tokenHash, hash(token));
      await database.delete(sessionTable).where(and(eq(accountKey, String(key)), others));
    },
  };
}

/** Without a salt, since a random token cannot be looked up anywhere. */
function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
