import { or, type SQL } from 'drizzle-orm';
import { accounts } from '../accounts.ts';
import { Refusal } from '../contract/refusal.ts';
import { equals } from '../records/conditions.ts';
import type { Account } from '../records/resource.ts';
import type { Services } from '../services.ts';

const LONGEST_PASSWORD = 1_024;

export type Claim = {
  logins: readonly { member: string; value: unknown }[];
  password: unknown;
  /** None behind a Unix socket: the proxy in front has to count. */
  address: string | undefined;
};

/** The account of a name and a password; refuses when they do not fit, or were wrong so often that one has to wait. */
export async function prove(
  services: Services,
  { logins, password, address }: Claim,
): Promise<Account> {
  const given = logins.filter(({ value }) => typeof value === 'string' && value !== '');
  const known = typeof password === 'string' && password.length <= LONGEST_PASSWORD ? password : '';
  // Each name counts, so that nobody gets more tries at one by varying another.
  const names = [...new Set(given.map(({ value }) => plainName(value)))];
  const byAddress = address ? [{ kind: 'address', of: address } as const] : [];
  await services.attempts.begin(
    ...names.map((of) => ({ kind: 'account', of }) as const),
    ...byAddress,
  );
  const matches: SQL[] = given.map(({ member, value }) => equals(accounts.resource, member, value));
  const isIt = or(...matches);
  const records = services.records(accounts.resource);
  const row = isIt === undefined ? null : await records.find([isIt]);
  const key = row?.[accounts.resource.key.member];
  const stored =
    row === null ? null : await records.reveal([records.keyIs(key)], accounts.password);
  const isRight = await services.hasher.matches(known, typeof stored === 'string' ? stored : null);
  if (!isRight || row === null)
    throw new Refusal('wrong-credentials', 'The name or the password is wrong.');
  if (typeof stored === 'string' && services.hasher.isOutdated(stored)) {
    const isKnown = [records.keyIs(key), equals(accounts.resource, accounts.password, stored)];
    await records.change(isKnown, { [accounts.password]: await services.hasher.hash(known) });
  }
  for (const of of names) await services.attempts.forgive({ kind: 'account', of });
  for (const attempt of byAddress) await services.attempts.uncount(attempt);
  return { key, row };
}

function plainName(value: unknown): string {
  return String(value).toLowerCase().slice(0, 300);
}

export async function findAccount(services: Services, key: string): Promise<Account | null> {
  const records = services.records(accounts.resource);
  const row = await records.find([records.keyIs(key)]);
  return row === null ? null : { key: row[accounts.resource.key.member], row };
}
