import { createPasswordCheck } from './check-password.ts';
import { createSignInLinks, type SignInLinkDependencies } from './create-sign-in-link.ts';
import { Unauthenticated } from './domain/identity-errors.ts';
import { isLive, prolong, type Session } from './domain/session.ts';
import type { Site } from './domain/site.ts';
import { hashToken } from './domain/token.ts';
import type { AttemptLimiter } from './ports.ts';
import { createSetPassword, type SetPasswordDependencies } from './set-password.ts';
import { createSignIn, type SignInDependencies } from './sign-in.ts';

type Dependencies = Omit<
  SignInDependencies & SetPasswordDependencies & SignInLinkDependencies,
  'checkPassword' | 'publicOrigin'
> & { attempts: AttemptLimiter; site: Site };

export type SessionService = ReturnType<typeof createSessionService>;

export function createSessionService(dependencies: Dependencies) {
  const { sessions, links, clock, site } = dependencies;
  const checkPassword = createPasswordCheck(dependencies);
  const parts = { ...dependencies, checkPassword, publicOrigin: site.publicOrigin };

  async function find(token: string): Promise<Session | null> {
    const hash = hashToken(token);
    const session = hash === null ? null : await sessions.findByHash(hash);
    return session !== null && isLive(session, clock()) ? session : null;
  }

  return {
    site,
    ...createSignIn(parts),
    ...createSignInLinks(parts),
    setPassword: createSetPassword(parts),

    /** The session of a cookie, and whether its life was prolonged just now; throws `Unauthenticated`. */
    async useSession(token: string): Promise<{ session: Session; isProlonged: boolean }> {
      const found = await find(token);
      if (found === null) throw new Unauthenticated();
      const session = prolong(found, clock());
      const isProlonged = session !== found;
      if (isProlonged) await sessions.markUsed(session);
      return { session, isProlonged };
    },

    /** Whether the session may do nothing but set a password. */
    needsPassword: (session: Session): boolean => site.isExposed && session.needsPassword,

    async endSession({ organisationId, id }: Session): Promise<void> {
      await sessions.end(organisationId, id, clock());
    },

    /** Ends the session of a token if there is one, e.g. of the cookie that a new sign-in replaces. */
    async endByToken(token: string): Promise<void> {
      const session = await find(token);
      if (session !== null) await sessions.end(session.organisationId, session.id, clock());
    },

    /** Removes what has expired; returns how many rows. */
    async prune(): Promise<number> {
      const now = clock();
      return (await sessions.prune(now)) + (await links.prune(now));
    },
  };
}
