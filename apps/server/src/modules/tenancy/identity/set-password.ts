import type { Clock } from '#kernel/clock.ts';
import type { CheckPassword } from './check-password.ts';
import type { Session } from './domain/session.ts';
import { CurrentPasswordMissing } from './domain/session-errors.ts';
import type { OwnerPasswordRepository, PasswordHasher } from './ports.ts';

export type SetPasswordDependencies = {
  passwords: OwnerPasswordRepository;
  hasher: PasswordHasher;
  checkPassword: CheckPassword;
  clock: Clock;
};

type Change = { password: string; current: string | undefined; address: string };

export type SetPassword = (session: Session, change: Change) => Promise<Session>;

/** Sets the password and ends every other session. Who came by a link needs no old one: it may be forgotten. */
export function createSetPassword(dependencies: SetPasswordDependencies): SetPassword {
  const { passwords, hasher, checkPassword, clock } = dependencies;
  return async (session, { password, current, address }) => {
    const { organisationId, signedInBy } = session;
    if (signedInBy === 'password') {
      if (current === undefined) throw new CurrentPasswordMissing();
      await checkPassword({ organisationId, address, password: current });
    }
    const hash = await hasher.hash(password);
    await passwords.replace({ organisationId, hash, changedAt: clock() }, session.id);
    return { ...session, needsPassword: false };
  };
}
