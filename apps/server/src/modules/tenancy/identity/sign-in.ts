import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import type { Attempt, CheckPassword } from './check-password.ts';
import { hashSecret } from './domain/api-key.ts';
import { type Session, startSession } from './domain/session.ts';
import { PasswordWrong, SignInLinkInvalid } from './domain/session-errors.ts';
import { createToken, hashToken } from './domain/token.ts';
import type {
  OwnerPasswordRepository,
  Random,
  SessionRepository,
  SignInLinkRepository,
} from './ports.ts';

export type SignInDependencies = {
  sessions: SessionRepository;
  links: SignInLinkRepository;
  passwords: OwnerPasswordRepository;
  checkPassword: CheckPassword;
  clock: Clock;
  newId: NewId;
  random: Random;
};

/** A new session and the token of its cookie, which is kept nowhere. */
export type SignedIn = { session: Session; token: string };

/** Ways in. Each makes a new session with a token of its own; what the browser had before plays no part. */
export function createSignIn(dependencies: SignInDependencies) {
  const { sessions, links, passwords, checkPassword, clock, newId, random } = dependencies;

  function makeSession(how: Pick<Session, 'organisationId' | 'signedInBy' | 'needsPassword'>) {
    const token = createToken(random);
    const session = { ...how, id: newId('ses'), tokenHash: hashSecret(token) };
    return { token, session: startSession(session, clock()) };
  }

  return {
    /** Uses the link up, also when what follows fails. */
    async signInByLink(linkToken: string): Promise<SignedIn> {
      const hash = hashToken(linkToken);
      const used = hash === null ? null : await links.use(hash, clock());
      if (used === null) throw new SignInLinkInvalid();
      const { organisationId } = used;
      const needsPassword = (await passwords.find(organisationId)) === null;
      const made = makeSession({ organisationId, signedInBy: 'link', needsPassword });
      await sessions.insert(made.session);
      return made;
    },

    async signInByPassword(attempt: Attempt): Promise<SignedIn> {
      const { organisationId, hash } = await checkPassword(attempt);
      const made = makeSession({ organisationId, signedInBy: 'password', needsPassword: false });
      const isInForce = await sessions.insertUnderPassword(made.session, hash);
      if (!isInForce) throw new PasswordWrong();
      return made;
    },
  };
}
