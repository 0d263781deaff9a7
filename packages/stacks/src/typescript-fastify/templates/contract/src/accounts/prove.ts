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
  address: string;
};

/** The account of a name and a password; refuses when they do not fit, or were wrong so often that one has to wait. */
export async function prove(
  services: Services,
  { logins, password, address }: Claim,
): Promise<Account> {
  const given = logins.filter(({ value }) => typeof value === 'string' && value !== '');
  const name = String(given[0]?.value ?? '')
    .toLowerCase()
    .slice(0, 300);
  const known = typeof password === 'string' && password.length <= LONGEST_PASSWORD ? password : '';
  await services.attempts.begin({ kind: 'account', of: name }, { kind: 'address', of: address });
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
  await services.attempts.succeed(name, address);
  return { key, row };
}

export async function findAccount(services: Services, key: string): Promise<Account | null> {
  const records = services.records(accounts.resource);
  const row = await records.find([records.keyIs(key)]);
  return row === null ? null : { key: row[accounts.resource.key.member], row };
}
