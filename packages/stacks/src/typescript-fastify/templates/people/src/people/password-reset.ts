import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import { about } from '../about.ts';
import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import type { Accounts } from './accounts.ts';
import { type Attempts, TooManyAttempts } from './attempts.ts';
import type { Mailer } from './mailer.ts';
import { passwordResetTable } from './tables.ts';
import { createToken, hashToken } from './tokens.ts';

const VALID_MINUTES = 60;

type Dependencies = {
  database: Database;
  accounts: Accounts;
  attempts: Attempts;
  mailer: Mailer;
  log: FastifyBaseLogger;
};

export type PasswordReset = ReturnType<typeof createPasswordReset>;

/** A forgotten password: a token by mail, with which a new one can be chosen once. */
export function createPasswordReset({ database, accounts, attempts, mailer, log }: Dependencies) {
  const { tokenHash, accountId, expiresAt } = passwordResetTable;
  const pending = new Set<Promise<void>>();

  async function send(email: string): Promise<void> {
    await attempts.begin({ kind: 'reset', of: email });
    const account = await accounts.findByEmail(email);
    if (account === null || !account.isActive) return;
    const token = createToken();
    await database.delete(passwordResetTable).where(lt(expiresAt, sql`now()`));
    await database.insert(passwordResetTable).values({
      tokenHash: hashToken(token),
      accountId: account.id,
      expiresAt: new Date(Date.now() + VALID_MINUTES * 60_000).toISOString(),
    });
    await mailer.send({
      to: email,
      subject: `${about.title}: choose a new password`,
      text: `Somebody, probably you, asked for a new password. With this code you can choose one within ${VALID_MINUTES} minutes:

${token}

If it was not you, nothing has to be done: without the code nothing changes.`,
    });
  }

  return {
    /** Answers before it knows whether there is such an account, so that nobody can tell by the time it takes. */
    request(email: string): void {
      const work = send(email)
        .catch((error: unknown) => {
          if (error instanceof TooManyAttempts) return;
          log.error({ err: error }, 'a password reset could not be sent');
        })
        .finally(() => pending.delete(work));
      pending.add(work);
    },

    /** Sets the password of the account that the token was sent to; every session of it ends. */
    async confirm(token: string, password: string): Promise<string> {
      const [used] = await database
        .delete(passwordResetTable)
        .where(and(eq(tokenHash, hashToken(token)), gt(expiresAt, sql`now()`)))
        .returning({ accountId });
      if (used === undefined) {
        throw new Problem(422, 'token-invalid', 'The code is wrong, used or too old.', [
          { pointer: '/token', detail: 'is not valid' },
        ]);
      }
      await accounts.setPassword(used.accountId, password);
      return used.accountId;
    },

    /** Waits for what is being sent. */
    async settle(): Promise<void> {
      await Promise.all(pending);
    },
  };
}
