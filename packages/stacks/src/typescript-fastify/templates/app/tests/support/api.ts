import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after } from 'node:test';
import { sql } from 'drizzle-orm';
import type { InjectOptions } from 'fastify';
import { buildApp } from '../../src/app.ts';
// @if people
import { readConfig } from '../../src/config.ts';
// @end
import {
  connectDatabase,
  type DatabaseHandle,
  openMemoryDatabase,
} from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
// @if people
import type { Mail } from '../../src/people/mailer.ts';
import { type Caller, createCallers } from './callers.ts';
// @end
// @if locking
import { ifMatch } from './if-match.ts';
// @end

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Row = Record<string, unknown> & { id: string };
export type Page = { items: Row[]; nextCursor: string | null };

const { database, close } = await openTestDatabase();
await migrate(database);
// @if plain
export const app = await buildApp({ database, logLevel: 'silent' });
// @end
// @if passwordsAlone
// A low cost keeps the tests quick; production refuses it.
export const app = await buildApp({ database, logLevel: 'silent', passwordCost: 10 });
// @end
// @if !people
export { database };
// @end
// @if people
/** What was sent, the last at the end. */
export const mails: Mail[] = [];
// A low cost keeps the tests quick; production refuses it.
export const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PASSWORD_COST: '10' });
const mailer = { send: async (mail: Mail) => void mails.push(mail) };
export const app = await buildApp({ database, config, mailer });
/** Accounts that are signed in: one of each role, and new ones. */
export const callers = await createCallers(database);
export { database };
// @end

after(async () => {
  await app.close();
  await close();
});

/** TEST_DATABASE_URL names a server, where the tests make a schema of their own and drop it at the end. */
async function openTestDatabase(): Promise<DatabaseHandle> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return openMemoryDatabase();
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = await connectDatabase(server);
  await admin.database.execute(sql.raw(`create schema ${schema}`));
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  const own = await connectDatabase(url.href);
  return {
    database: own.database,
    close: async () => {
      await own.close();
      await admin.database.execute(sql.raw(`drop schema ${schema} cascade`));
      await admin.close();
    },
  };
}

// @if plainCall
/** One request to the app, in process. */
export async function call(method: Method, url: string, payload?: InjectOptions['payload']) {
  const response = await app.inject({ method, url, ...(payload !== undefined && { payload }) });
// @end
// @if lockingCall
/** One request to the app, in process. */
export async function call(method: Method, url: string, payload?: InjectOptions['payload']) {
  const response = await app.inject({
    method,
    url,
    headers: await ifMatch(database, method, url),
    ...(payload !== undefined && { payload }),
  });
// @end
// @if people
/** One request to the app, in process, of the account that the tests of this path use or of another one. */
export async function call(
  method: Method,
  url: string,
  payload?: InjectOptions['payload'],
  { headers }: Pick<Caller, 'headers'> = callers.forUrl(url),
) {
  const response = await app.inject({
    method,
    url,
// @end
// @if peopleCall
    headers,
// @end
// @if peopleLockingCall
    headers: { ...headers, ...(await ifMatch(database, method, url)) },
// @end
// @if people
    ...(payload !== undefined && { payload }),
  });
// @end
  const isJson = String(response.headers['content-type']).includes('json');
  return {
    status: response.statusCode,
    headers: response.headers,
    body: isJson ? response.json() : null,
  };
}

/** A request that must succeed with this status; gives the row it answers with. */
export async function expectRow(
  status: number,
  method: Method,
  url: string,
  payload?: InjectOptions['payload'],
// @if people
  as?: Pick<Caller, 'headers'>,
// @end
): Promise<Row> {
// @if !people
  const response = await call(method, url, payload);
// @end
// @if people
  const response = await call(method, url, payload, as);
// @end
  assert.equal(response.status, status, JSON.stringify(response.body));
  return response.body;
}

// @if !people
export async function expectPage(url: string): Promise<Page> {
  const response = await call('GET', url);
// @end
// @if people
export async function expectPage(url: string, as?: Pick<Caller, 'headers'>): Promise<Page> {
  const response = await call('GET', url, undefined, as);
// @end
  assert.equal(response.status, 200, JSON.stringify(response.body));
  return response.body;
}

/** Words with one space between them: a name that is missing leaves two. */
const WORDS = /^\S+( \S+)*$/;

/** A request that must fail with this status; gives the JSON pointers of its problem. */
export async function expectProblem(
  status: number,
  method: Method,
  url: string,
  payload?: InjectOptions['payload'],
// @if people
  as?: Pick<Caller, 'headers'>,
// @end
): Promise<string[]> {
// @if !people
  const { status: actual, headers, body } = await call(method, url, payload);
// @end
// @if people
  const { status: actual, headers, body } = await call(method, url, payload, as);
// @end
  assert.equal(actual, status, JSON.stringify(body));
  assert.match(String(headers['content-type']), /^application\/problem\+json/);
  assert.equal(body.status, status);
  assert.match(body.type, /^urn:problem:[a-z]+(-[a-z]+)*$/);
  const errors: { pointer: string; detail: string }[] = body.errors ?? [];
  for (const said of [body.detail, ...errors.map(({ detail }) => detail)]) {
    assert.match(said, WORDS);
  }
  return errors.map(({ pointer }) => pointer);
}

/** A request that must fail with this status because of the value at this JSON pointer. */
export async function expectProblemAt(
  pointer: string,
  status: number,
  method: Method,
  url: string,
  payload?: InjectOptions['payload'],
// @if people
  as?: Pick<Caller, 'headers'>,
// @end
): Promise<void> {
// @if !people
  const pointers = await expectProblem(status, method, url, payload);
// @end
// @if people
  const pointers = await expectProblem(status, method, url, payload, as);
// @end
  assert.ok(pointers.includes(pointer), pointers.join());
}

/** Follows the cursors to the end; every row that the list gives, in its order. */
export async function walk(url: string): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Page = await expectPage(cursor === '' ? url : `${url}&cursor=${cursor}`);
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}

export function ids(rows: readonly Row[]): string[] {
  return rows.map(({ id }) => id).sort();
}

let last = 0;
/** A number for a sample that no other test has used. */
export function nextNumber(): number {
  last += 1;
  return last;
}

/** Removes every row of these tables. */
export async function empty(...tables: string[]): Promise<void> {
  const names = tables.map((table) => `"${table}"`).join(', ');
  await database.execute(sql.raw(`truncate ${names} cascade`));
}
