import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { readConfig } from '../src/config.ts';
import { lockFolder } from '../src/database/folder-lock.ts';
import { migrate } from '../src/database/migrate.ts';
import { seed } from '../src/seed.ts';
// @if !people
import { app, call, database, empty, expectProblem, expectProblemAt } from './support/api.ts';
// @end
// @if people
import {
  app,
  call,
  callers,
  database,
  empty,
  expectProblem,
  expectProblemAt,
} from './support/api.ts';
// @end
import { apiTables } from './support/examples.ts';

describe('the app', () => {
  it('says that it is alive and ready', async () => {
    assert.deepEqual((await call('GET', '/healthz')).body, { status: 'ok' });
    assert.deepEqual((await call('GET', '/readyz')).body, { status: 'ok' });
  });

  it('describes itself with OpenAPI 3.1', async () => {
    const { body } = await call('GET', '/openapi.json');
    assert.equal(body.openapi, '3.1.0');
    const operations = Object.values<Record<string, { operationId: string }>>(body.paths)
      .flatMap((path) => Object.values(path))
      .map(({ operationId }) => operationId);
    assert.equal(new Set(operations).size, operations.length);
  });

  it('serves its documentation with security headers', async () => {
    const { statusCode, headers } = await app.inject('/docs');
    assert.equal(statusCode, 200);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    const policy = String(headers['content-security-policy']).split(';');
    const sources = new Map(
      policy.map((directive) => {
        const [name = '', ...from] = directive.trim().split(' ');
        return [name, from.join(' ')];
      }),
    );
    assert.equal(sources.get('default-src'), "'none'");
    for (const name of ['base-uri', 'form-action']) assert.equal(sources.get(name), "'none'");
    for (const name of ['script-src', 'connect-src', 'frame-ancestors']) {
      assert.match(sources.get(name) ?? '', /^'self'/);
    }
    assert.doesNotMatch(sources.get('script-src') ?? '', /unsafe|\*|data:|http/);
    // Whether plain HTTP is acceptable is not decided here.
    assert.equal(headers['strict-transport-security'], undefined);
    assert.ok(!sources.has('upgrade-insecure-requests'));
  });

  it('answers what it does not know with problem documents', async () => {
    await expectProblem(404, 'GET', '/nowhere');
// @if !people
    const malformed = await app.inject({
      method: 'POST',
      url: `/api/${apiTables[0].path}`,
      headers: { 'content-type': 'application/json' },
// @end
// @if people
    const url = `/api/${apiTables[0].path}`;
    const malformed = await app.inject({
      method: 'POST',
      url,
      headers: { ...callers.forUrl(url).headers, 'content-type': 'application/json' },
// @end
      payload: '{"a":',
    });
    assert.equal(malformed.statusCode, 400);
    assert.match(String(malformed.headers['content-type']), /^application\/problem\+json/);
  });

  it('refuses a body that is too large or not JSON', async () => {
    const url = `/api/${apiTables[0].path}`;
    await expectProblem(413, 'POST', url, { filler: 'x'.repeat(1_100_000) });
// @if !people
    const headers = { 'content-type': 'text/csv' };
// @end
// @if people
    const headers = { ...callers.forUrl(url).headers, 'content-type': 'text/csv' };
// @end
    const response = await app.inject({ method: 'POST', url, headers, payload: 'a;b' });
    assert.equal(response.statusCode, 415);
  });

  it('refuses a cursor that it did not give', async () => {
    const url = `/api/${apiTables[0].path}`;
    for (const cursor of ['nonsense', 'e30', btoa('{"sort":"createdAt","value":1,"id":"1"}')]) {
      await expectProblemAt('/cursor', 422, 'GET', `${url}?cursor=${cursor}`);
    }
  });

  it('applies its migrations once', async () => {
    const applied = await database.$count(sql`schema_migration`);
    assert.ok(applied > 0);
    await migrate(database);
    assert.equal(await database.$count(sql`schema_migration`), applied);
  });

  it('does not start on a migration that was changed after it was applied', async () => {
    await database.execute(sql`update schema_migration set checksum = checksum || '!'`);
    await assert.rejects(migrate(database), /was changed after it was applied/);
    await database.execute(sql`update schema_migration set checksum = rtrim(checksum, '!')`);
    await migrate(database);
  });

  it('seeds the same rows however often', async () => {
    const tables = apiTables.map(({ table }) => table);
    await empty(...tables);
    await seed(database);
    const first = await countRows();
    await seed(database);
    assert.deepEqual(await countRows(), first);
    assert.ok(Object.values(first).every((count) => count > 0));
    await empty(...tables);
  });

  it('has its data folder for itself, and takes over what a killed process left', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lock-'));
    const lock = join(folder, 'lock');
    for (const holder of ['1 another-machine', `${process.ppid} ${hostname()}`]) {
      await writeFile(lock, holder);
      await assert.rejects(lockFolder(folder, 0), /Another process/);
    }
    await writeFile(lock, `${process.pid} ${hostname()}`);
    const unlock = await lockFolder(folder, 0);
    await unlock();
    await (await lockFolder(folder, 0))();
    await rm(folder, { recursive: true });
  });

  it('takes its configuration from the environment and names what is wrong', () => {
    assert.equal(readConfig({ PORT: '8080', SOCKET: '' }).PORT, 8080);
    const right = { LOG_LEVEL: 'debug', DATABASE_URL: 'postgres://server/app', DATA_DIR: '/data' };
    const { LOG_LEVEL, DATABASE_URL, DATA_DIR } = readConfig(right);
    assert.deepEqual({ LOG_LEVEL, DATABASE_URL, DATA_DIR }, right);
    const wrong = {
      PORT: ['many', '-1', '65536', '1.5'],
      LOG_LEVEL: ['loud'],
      DATABASE_URL: ['mysql://server/app', 'http://postgres://server'],
      SEED: ['perhaps'],
    };
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) assert.throws(() => readConfig({ [name]: value }), RegExp(name));
    }
  });
});

async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table } of apiTables) {
    counts[table] = await database.$count(sql.raw(`"${table}"`));
  }
  return counts;
}
