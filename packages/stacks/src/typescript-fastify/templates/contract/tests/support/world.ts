import { after } from 'node:test';
import { buildApp } from '../../src/app.ts';
// @if accounts
import { accounts } from '../../src/accounts.ts';
// @end
// @if hashing
import { createPasswordHasher } from '../../src/accounts/password-hash.ts';
// @end
// @if accounts
import { createSessions } from '../../src/accounts/sessions.ts';
// @end
import { readConfig } from '../../src/config.ts';
import { connectDatabase, openMemoryDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { createRecords } from '../../src/records/records.ts';
import type { Account, Resource, Row } from '../../src/records/resource.ts';
import { newValues } from '../../src/records/values.ts';
// @if accounts
import { ACCOUNT, rows } from './rows.ts';
// @end
// @if !accounts
import { rows } from './rows.ts';
// @end
import { sampleFile } from './sample-file.ts';

export type SampleRow = {
  resource: Resource;
  values: Row;
  references: Readonly<Record<string, string>>;
  files: readonly string[];
  /** Values of members that must differ from row to row; none means that any text does. */
  unique: Readonly<Record<string, readonly unknown[]>>;
};

export const KEY = 'a-key-for-tests-only';
/** A low cost keeps the tests quick; production refuses it. */
export const config = readConfig({
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  PASSWORD_COST: '10',
  API_KEY: KEY,
});
const server = process.env.TEST_DATABASE_URL;
const { database, close } = server ? await connectDatabase(server) : await openMemoryDatabase();
await migrate(database);
/** Where the rows of tests are. */
export const testDatabase = database;
export const app = await buildApp({ database, config });
after(async () => {
  await app.close();
  await close();
});

let last = 0;
/** How many were taken of each list of values. */
const taken = new WeakMap<readonly unknown[], number>();

/** A value like this one that no other row has: the next of those given. */
export function fresh(value: unknown, values: readonly unknown[] = []): unknown {
  if (values.length > 0) {
    const at = taken.get(values) ?? 0;
    taken.set(values, at + 1);
    return values[at % values.length];
  }
  last += 1;
  if (typeof value === 'number') return value + last;
  return typeof value === 'string' ? `n${last}${value}` : value;
}

/** A new row, with new rows for what it refers to unless they are given. */
export async function makeRow(name: string, owner: Account | null, given: Row = {}): Promise<Row> {
  const sample = rows[name];
  if (sample === undefined) throw new Error(`There are no sample rows of ${name}.`);
  const { resource, values, references, files, unique } = sample;
  const own = Object.fromEntries(
    Object.entries(unique).map(([member, all]) => [member, fresh(values[member], all)]),
  );
  const keys: Row = Object.fromEntries(
    files.map((member) => [member, sampleFile(resource.rules[member]?.types)]),
  );
  for (const [member, target] of Object.entries(references)) {
    if (given[member] !== undefined || target === name) continue;
    const far = await makeRow(target, owner);
    keys[member] = far[rows[target]?.resource.key.member ?? 'id'];
  }
  // @if hashing
  const hashed = Object.keys(resource.rules).filter(
    (member) => resource.rules[member]?.kind === 'password' && given[member] === undefined,
  );
  for (const member of hashed) keys[member] = await createPasswordHasher(10).hash(PASSWORD);
  // @end
  const made = await createRecords(database, resource).insert(
    newValues(resource, { ...values, ...own, ...keys, ...given }, owner),
  );
  // @if hashing
  return { ...made, ...Object.fromEntries(hashed.map((member) => [member, PASSWORD])) };
  // @end
  // @if !hashing
  return made;
  // @end
}
// @if hashing

export const PASSWORD = 'Correct-horse-7';
// @end
// @if accounts

/** Somebody new who is signed in. */
export async function makeCaller(
  role?: string,
): Promise<Account & { token: string; basic: string }> {
  const password = { [accounts.password]: await createPasswordHasher(10).hash(PASSWORD) };
  // @end
  // @if admins
  const row = await makeRow(ACCOUNT, null, {
    ...password,
    ...(role !== undefined && { [accounts.role]: role }),
  });
  // @end
  // @if rolesless
  if (role !== undefined) throw new Error('Accounts have no roles.');
  const row = await makeRow(ACCOUNT, null, password);
  // @end
  // @if accounts
  const key = row[accounts.resource.key.member];
  const basic = Buffer.from(`${String(row[accounts.logins[0] ?? ''])}:${PASSWORD}`).toString(
    'base64',
  );
  return { key, row, token: await createSessions(database).start(key), basic };
}
// @end
