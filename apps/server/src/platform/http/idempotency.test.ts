import { createFakeClock } from '@quantumlayer/testing';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PlatformError } from '#kernel/errors.ts';
import type { DatabaseHandle } from '../database.ts';
import { createLogger } from '../logger.ts';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { createHttpApp } from './http-app.ts';
import { idempotencyHeader, registerIdempotency } from './idempotency.ts';
import { createIdempotencyStore, idempotencyMigrations } from './idempotency-store.ts';
import { problems } from './problem.ts';

const DAY = 24 * 3_600_000;
const logger = createLogger({ LOG_LEVEL: 'silent', NODE_ENV: 'test' });

class Limited extends PlatformError {
  readonly code = 'limited';
  readonly kind = 'limited';
}

class Taken extends PlatformError {
  readonly code = 'taken';
  readonly kind = 'conflict';
}

describe('Idempotency-Key', () => {
  let handle: DatabaseHandle;
  let served = 0;
  let gate: Promise<void> = Promise.resolve();
  let clock = createFakeClock();

  beforeAll(async () => {
    handle = await openTestDatabase(idempotencyMigrations);
  });
  afterAll(() => handle.close());
  beforeEach(async () => {
    await handle.pool.query('TRUNCATE idempotency_key');
    served = 0;
    gate = Promise.resolve();
    clock = createFakeClock();
  });

  const routes: FastifyPluginAsyncZod = async (app) => {
    registerIdempotency(app, {
      store: createIdempotencyStore(handle, clock),
      organisationOf: (request) => String(request.headers['x-org'] ?? 'org_1'),
    });
    app.route({
      method: 'POST',
      url: '/things/:kind',
      config: { idempotent: true },
      schema: {
        headers: idempotencyHeader,
        body: z.strictObject({ name: z.string() }),
        response: { 201: z.object({ id: z.string(), name: z.string() }), ...problems },
      },
      handler: async ({ body }, reply) => {
        await gate;
        served++;
        if (body.name === 'broken') throw new Error('defect');
        if (body.name === 'limited') throw new Limited();
        if (body.name === 'taken') throw new Taken();
        return reply
          .code(201)
          .header('location', `/things/${served}`)
          .send({ id: `t_${served}`, name: body.name });
      },
    });
    app.post('/plain', async () => ({ served: ++served }));
  };

  function build() {
    const app = createHttpApp({ logger });
    app.register(routes);
    const post = (
      key: string | undefined,
      name = 'a',
      more: Record<string, string> = {},
      url = '/things/x',
    ) =>
      app.inject({
        method: 'POST',
        url,
        payload: { name },
        headers: { ...more, ...(key !== undefined && { 'idempotency-key': key }) },
      });
    return { app, post };
  }

  it('serves the same request once and repeats its answer', async () => {
    const { post } = build();
    const first = await post('k1');
    const second = await post('k1');
    expect(served).toBe(1);
    expect(second.statusCode).toBe(201);
    expect(second.json()).toEqual(first.json());
    expect(second.headers.location).toBe('/things/1');
    expect(second.headers['content-type']).toBe(first.headers['content-type']);
    expect(second.headers['idempotency-replayed']).toBe('true');
  });

  it('repeats the answer after a restart', async () => {
    const first = await build().post('k1');
    expect((await build().post('k1')).json()).toEqual(first.json());
    expect(served).toBe(1);
  });

  it.each([
    ['body', 'b', {}, '/things/x'],
    ['path', 'a', {}, '/things/y'],
  ])('refuses the key for another %s', async (_what, name, headers, url) => {
    const { post } = build();
    await post('k1');
    const response = await post('k1', name, headers, url);
    expect(response.statusCode).toBe(409);
    expect(response.json().type).toBe('/problems/idempotency-key-reused');
  });

  it('keeps the keys of organisations apart', async () => {
    const { post } = build();
    await post('k1', 'a', { 'x-org': 'org_1' });
    expect((await post('k1', 'b', { 'x-org': 'org_2' })).statusCode).toBe(201);
  });

  it('serves one of many that come at once and refuses the others', async () => {
    const { post } = build();
    const hold = Promise.withResolvers<void>();
    gate = hold.promise;
    let answered = 0;
    const all = Array.from({ length: 10 }, async () => {
      const response = await post('k1');
      if (++answered === 9) hold.resolve();
      return response;
    });
    const statuses = (await Promise.all(all)).map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(9);
    expect(served).toBe(1);
  });

  it('lets a request that failed on our side be tried again', async () => {
    const { post } = build();
    expect((await post('k1', 'broken')).statusCode).toBe(500);
    expect((await post('k1', 'broken')).statusCode).toBe(500);
    expect(served).toBe(2);
  });

  it('lets a request be tried again that came too often', async () => {
    const { post } = build();
    expect((await post('k1', 'limited')).statusCode).toBe(429);
    expect((await post('k1', 'limited')).statusCode).toBe(429);
    expect(served).toBe(2);
  });

  it('repeats a refusal, since it is final', async () => {
    const { post } = build();
    const first = await post('k1', 'taken');
    const second = await post('k1', 'taken');
    expect(first.statusCode).toBe(409);
    expect(second.json()).toEqual(first.json());
    expect(second.headers['content-type']).toBe(first.headers['content-type']);
    expect(served).toBe(1);
  });

  it('keeps the keys of routes apart', async () => {
    const store = createIdempotencyStore(handle, clock);
    const scope = { organisationId: 'org_1', key: 'k1' };
    expect(await store.claim({ ...scope, route: 'POST /a' }, 'd')).toEqual({ state: 'claimed' });
    expect(await store.claim({ ...scope, route: 'PUT /a' }, 'e')).toEqual({ state: 'claimed' });
  });

  it('does not give the key of a process that died to another request', async () => {
    const store = createIdempotencyStore(handle, clock);
    const scope = { organisationId: 'org_1', route: 'POST /x', key: 'k1' };
    await store.claim(scope, 'd');
    clock.advance(60_000);
    expect(await store.claim(scope, 'e')).toEqual({ state: 'other-request' });
  });

  it('keeps an answer for a day, to the very millisecond', async () => {
    const store = createIdempotencyStore(handle, clock);
    const scope = { organisationId: 'org_1', route: 'POST /x', key: 'k1' };
    const answer = { status: 201, headers: { location: '/x/1' }, body: '{}' };
    await store.claim(scope, 'd');
    await store.answer(scope, answer);
    clock.advance(DAY - 1);
    expect(await store.claim(scope, 'd')).toEqual({ state: 'answered', answer });
    expect(await store.prune()).toBe(0);
    clock.advance(1);
    expect(await store.prune()).toBe(1);
    expect(await store.claim(scope, 'd')).toEqual({ state: 'claimed' });
  });

  it('does not keep a request that was invalid', async () => {
    const { app, post } = build();
    const headers = { 'idempotency-key': 'k1' };
    const invalid = await app.inject({ method: 'POST', url: '/things/x', payload: {}, headers });
    expect(invalid.statusCode).toBe(422);
    expect((await post('k1')).statusCode).toBe(201);
  });

  it('frees the key of a process that died after a minute', async () => {
    const store = createIdempotencyStore(handle, clock);
    const scope = { organisationId: 'org_1', route: 'POST /x', key: 'k1' };
    expect(await store.claim(scope, 'd')).toEqual({ state: 'claimed' });
    clock.advance(59_000);
    expect(await store.claim(scope, 'd')).toEqual({ state: 'in-progress' });
    clock.advance(1_000);
    expect(await store.claim(scope, 'd')).toEqual({ state: 'claimed' });
  });

  it('forgets a key after a day', async () => {
    const { post } = build();
    await post('k1');
    clock.advance(DAY);
    expect((await post('k1', 'other')).statusCode).toBe(201);
    clock.advance(DAY);
    expect(await createIdempotencyStore(handle, clock).prune()).toBe(1);
  });

  it.each(['', ' ', 'ü', 'x'.repeat(201)])('refuses the key %j', async (key) => {
    expect((await build().post(key)).statusCode).toBe(422);
    expect(served).toBe(0);
  });

  it('serves every request without a key', async () => {
    const { post } = build();
    await post(undefined);
    await post(undefined);
    expect(served).toBe(2);
  });

  it('leaves routes alone that are not marked', async () => {
    const { app } = build();
    const headers = { 'idempotency-key': 'k1' };
    await app.inject({ method: 'POST', url: '/plain', headers });
    await app.inject({ method: 'POST', url: '/plain', headers });
    expect(served).toBe(2);
  });
});
