import type { Credentials, SignedInPeople } from '../sign-in-people.ts';

const shared = new WeakMap<SignedInPeople, Map<string, Promise<Credentials>>>();

/**
 * An account of a role, the first one unless it is said, which all share that leave it as it was: each one more costs the
 * app as much work as it can bear.
 */
export function sharedAccount(
  people: SignedInPeople,
  role = people.app.roles[0] ?? people.app.admin,
): Promise<Credentials> {
  const ofRole = shared.get(people) ?? new Map<string, Promise<Credentials>>();
  shared.set(people, ofRole);
  const account = ofRole.get(role) ?? people.addAccount(role);
  ofRole.set(role, account);
  // One that could not be made is tried again by the next attack.
  account.catch(() => ofRole.delete(role));
  return account;
}
