import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { buildApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { document } from '../src/contract/document.ts';
import { openDatabase } from '../src/database/database.ts';
import { migrate } from '../src/database/migrate.ts';
import { loggerOptions } from '../src/logger.ts';
import { GIVEN_DOCUMENT } from '../src/operations.ts';
import { app, config as testConfig, testDatabase } from './support/world.ts';

const documented = new Set(Object.keys(Object(document.paths)));

describe('what stands around the operations', () => {
  for (const url of ['/healthz', '/readyz', '/openapi.json'].filter((one) => !documented.has(one))) {
    it(`${url} answers`, async () => {
      const answer = await app.inject({ url });
      assert.equal(answer.statusCode, 200);
      assert.equal(typeof answer.json(), 'object');
    });
  }

  const given = `/${GIVEN_DOCUMENT}`.replace('openapi.json', 'openapi.given.json');
  it('gives out the document as it was given', { skip: documented.has(given) }, async () => {
    const answer = await app.inject({ url: given });
    assert.equal(answer.statusCode, 200);
    assert.match(answer.body, /openapi/);
  });

  it('says nothing of why the server fails', async () => {
    const fails = () => {
      throw new Error('secret-7 of the database');
    };
    const broken = new Proxy(testDatabase, { get: () => fails });
    const failing = await buildApp({ database: broken, config: testConfig });
    try {
      const urls = ['/readyz', ...documented].filter((url) => !url.includes('{'));
      for (const url of urls) {
        const { statusCode, body } = await failing.inject({ url });
        assert.ok(statusCode < 600 && !body.includes('secret-7'), body);
        if (url === '/readyz' && !documented.has(url)) assert.equal(statusCode, 500);
      }
    } finally {
      await failing.close();
    }
  });

  it('knows nothing that the document does not have, and says so without a word about itself', async () => {
    const answer = await app.inject({ url: '/nothing/of/this/name/is/documented' });
    assert.equal(answer.statusCode, 404);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.equal(answer.headers['x-powered-by'], undefined);
  });

  it('keeps its data in a folder over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'app-'));
    const config = readConfig({ DATA_DIR: join(folder, 'data') });
    try {
      for (const statement of ['create table kept as select 7 as value', 'drop table kept']) {
        const { database, close } = await openDatabase(config);
        try {
          await migrate(database);
          await database.execute(sql.raw(statement));
        } finally {
          await close();
        }
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('names each variable of a configuration that is none', () => {
    assert.throws(() => readConfig({ PORT: 'none', LOG_LEVEL: 'loud' }), /PORT[\s\S]*LOG_LEVEL|LOG_LEVEL[\s\S]*PORT/);
  });

  it('writes neither values of statements nor addresses with secrets into its log', () => {
    const options = loggerOptions('info');
    const { err, req } = typeof options === 'object' ? (options.serializers ?? {}) : {};
    const cause = Object.assign(new Error('duplicate key'), { code: '23505' });
    const written = JSON.stringify(
      err?.(Object.assign(new Error('params: secret-7', { cause }), { code: 'DRIZZLE' })),
    );
    assert.match(written, /23505/);
    assert.doesNotMatch(written, /secret-7/);
    const asked = { method: 'GET', url: '/x/secret-7?key=secret-7', routeOptions: { url: '/x/:p0' } };
    assert.doesNotMatch(JSON.stringify(req?.(Object.assign(Object.create(null), asked))), /secret-7/);
  });
});
