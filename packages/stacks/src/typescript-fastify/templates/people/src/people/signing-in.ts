import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';
import type { Account } from './account.ts';
import type { Accounts } from './accounts.ts';
import type { Attempt, Attempts } from './attempts.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { Sessions } from './sessions.ts';

type Dependencies = {
  accounts: Accounts;
  sessions: Sessions;
  attempts: Attempts;
  cookie: SessionCookie;
};

export type SigningIn = ReturnType<typeof createSigningIn>;

/** What every way in has in common. */
export function createSigningIn({ accounts, sessions, attempts, cookie }: Dependencies) {
  return {
    /** Throws when the password is wrong, or when it was wrong so often that one has to wait. */
    async prove(request: FastifyRequest, email: string, password: string): Promise<Account> {
      const byAccount = { kind: 'account', of: email } as const;
      const byAddress = attemptOf(request, 'address');
      await attempts.begin(byAccount, ...byAddress);
      const { account, matches } = await accounts.check(email, password);
      request.auditedRow = account?.id ?? null;
// @if teams
      request.auditedTeam = account?.teamId ?? null;
// @end
      if (account === null || !matches) {
        throw new Problem(401, 'credentials-wrong', 'The e-mail address or the password is wrong.');
      }
      await attempts.forgive(byAccount);
      for (const attempt of byAddress) await attempts.uncount(attempt);
      return account;
    },

    /** Starts a session; whatever session the browser had before ends. */
    async begin(request: FastifyRequest, reply: FastifyReply, account: Account): Promise<void> {
      if (request.sessionToken !== null) await sessions.end(request.sessionToken);
      reply.header('set-cookie', cookie.write(await sessions.start(account.id)));
      request.account = account;
      request.auditedRow = account.id;
    },

    async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
      if (request.sessionToken !== null) await sessions.end(request.sessionToken);
      reply.header('set-cookie', cookie.clear());
    },
  };
}

/** Behind a Unix socket there is no address, and the proxy in front has to count. */
export function attemptOf({ ip }: FastifyRequest, kind: Attempt['kind']): Attempt[] {
  return ip ? [{ kind, of: ip }] : [];
}
