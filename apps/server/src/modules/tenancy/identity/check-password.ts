import { groupOfAddress } from './domain/address-group.ts';
import type { OwnerPassword } from './domain/owner-password.ts';
import { PasswordWrong, SignInLimited } from './domain/session-errors.ts';
import type { AttemptLimiter, OwnerPasswordRepository, PasswordHasher } from './ports.ts';

type Dependencies = {
  passwords: OwnerPasswordRepository;
  hasher: PasswordHasher;
  attempts: AttemptLimiter;
};

export type Attempt = { organisationId: string; address: string; password: string };

export type CheckPassword = (attempt: Attempt) => Promise<OwnerPassword>;

/** Answers the password in force when it is the given one; throws `PasswordWrong` or `SignInLimited`. */
export function createPasswordCheck(dependencies: Dependencies): CheckPassword {
  const { passwords, hasher, attempts } = dependencies;
  return async ({ organisationId, address, password }) => {
    const key = `${organisationId} ${groupOfAddress(address)}`;
    const wait = attempts.take(key);
    if (wait !== null) throw new SignInLimited(wait);
    const inForce = await passwords.find(organisationId);
    const isRight = await hasher.verify(password, inForce?.hash ?? null);
    if (!isRight || inForce === null) throw new PasswordWrong();
    attempts.giveBack(key);
    return inForce;
  };
}
