import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createHttpApp } from '#platform/http/http-app.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { apiKeyRoutes, createIdentity, migrations, requireCaller } from '../index.ts';

describe('the API behind API keys', () => {
  let handle: DatabaseHandle;
  let folder: string;
  let app: FastifyInstance;
  let authorization: string;
  let handled: number;

  beforeAll(async () => {
    handle = await openTestDatabase(migrations);
  });
  afterAll(() => handle.close());

  beforeEach(async () => {
    await handle.pool.query('truncate organisation cascade');
    folder = await mkdtemp(join(tmpdir(), 'keys-'));
    const credentialsPath = join(folder, 'credentials.json');
    const clock = () => new Date('2026-01-01T12:00:00Z');
    const identity = createIdentity({
      ...{ database: handle.database, credentialsPath, clock, newId },
      config: { HOST: '127.0.0.1', PUBLIC_URL: undefined },
    });
    await identity.prepare();
    authorization = `Bearer ${JSON.parse(await readFile(credentialsPath, 'utf8')).apiKey}`;
    handled = 0;
    app = createHttpApp({ logger: pino({ level: 'silent' }) });
    app.get('/open', async () => 'open');
    app.register(
      async (scope) => {
        requireCaller(scope, identity);
        scope.register(apiKeyRoutes(identity));
        scope.post('/work', async ({ organisationId }) => {
          handled += 1;
          return { organisationId };
        });
      },
      { prefix: '/api/v1' },
    );
  });
  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  const call = (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) =>
    app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization },
      ...(payload && { payload }),
    });

  it.each([
    ['no key', {}],
    ['an unknown key', { authorization: `Bearer ql_0123456789ab_${'a'.repeat(43)}` }],
    ['another scheme', { authorization: 'Basic cWw6cWw=' }],
  ])(
    'answers %s with a problem that says what to send, before it looks at the body',
    async (_case, headers) => {
      const response = await app.inject({
        method: 'POST',
        url: '/api/v1/work',
        headers: { ...headers, 'content-type': 'application/json' },
        payload: '{"broken":',
      });

      expect(response.statusCode).toBe(401);
      expect(response.headers['www-authenticate']).toBe('Bearer realm="quantumlayer"');
      expect(response.headers['content-type']).toMatch('application/problem+json');
      expect(response.json()).toMatchObject({
        type: '/problems/unauthenticated',
        detail: expect.stringContaining('Authorization: Bearer'),
      });
      expect(handled).toBe(0);
    },
  );

  it.each(['/api/v1/work', '//api/v1/work', '/api/v1/work/', '/api/v1/%77ork', '/api//v1/work'])(
    'does not do the work of %s without a key',
    async (url) => {
      const response = await app.inject({ method: 'POST', url, payload: {} });
      expect([401, 404]).toContain(response.statusCode);
      expect(handled).toBe(0);
    },
  );

  it('tells the route whose request it is', async () => {
    const response = await call('POST', '/work', {});
    expect(response.json()).toEqual({ organisationId: expect.stringMatching(/^org_/) });
  });

  it('leaves other scopes open', async () => {
    expect((await app.inject('/open')).statusCode).toBe(200);
  });

  it('creates a key, shows its secret once, and lets it in until it is revoked', async () => {
    const created = await call('POST', '/api-keys', {
      name: 'CI',
      expiresAt: '2027-01-01T00:00:00Z',
    });
    const { id, secret } = created.json();
    const use = () =>
      app.inject({ url: '/api/v1/api-keys', headers: { authorization: `Bearer ${secret}` } });

    expect(created.statusCode).toBe(201);
    expect(created.headers['cache-control']).toBe('no-store');
    expect((await use()).json().items.map(({ name }: { name: string }) => name)).toEqual([
      'Command line',
      'CI',
    ]);
    expect((await use()).body).not.toContain(secret);

    const revoked = await call('DELETE', `/api-keys/${id}`);
    expect(revoked.statusCode).toBe(204);
    expect(revoked.body).toBe('');
    expect((await use()).statusCode).toBe(401);
  });

  it('shows what a person needs to tell keys apart, and not the hash', async () => {
    const [key] = (await call('GET', '/api-keys')).json().items;

    expect(key).toEqual({
      id: expect.stringMatching(/^key_/),
      name: 'Command line',
      prefix: authorization.slice('Bearer '.length, 'Bearer '.length + 15),
      createdAt: '2026-01-01T12:00:00.000Z',
      expiresAt: null,
      lastUsedAt: '2026-01-01T12:00:00.000Z',
    });
  });

  it('keeps the last key', async () => {
    const [key] = (await call('GET', '/api-keys')).json().items;
    const response = await call('DELETE', `/api-keys/${key.id}`);

    expect(response.statusCode).toBe(409);
    expect(response.json().type).toBe('/problems/last-api-key');
  });

  it.each([
    [{ name: '' }, '/name'],
    [{ name: 'x'.repeat(101) }, '/name'],
    [{ name: 'CI', expiresAt: 'tomorrow' }, '/expiresAt'],
  ])('points at what is wrong with %j', async (payload, pointer) => {
    const response = await call('POST', '/api-keys', payload);
    expect(response.json()).toMatchObject({ status: 422, errors: [{ pointer }] });
  });
});
