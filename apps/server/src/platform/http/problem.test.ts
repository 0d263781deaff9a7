import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PlatformError } from '#kernel/errors.ts';
import { createLogger } from '../logger.ts';
import { createHttpApp } from './http-app.ts';
import { pageQuery, toPage } from './page-query.ts';
import { problems, refuseUnknownPaths } from './problem.ts';

class TooManyThings extends PlatformError {
  readonly code = 'too-many-things';
  readonly kind = 'limited';

  override details() {
    return { limit: 3, status: 200 };
  }
}

const routes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    method: 'POST',
    url: '/things',
    schema: {
      body: z.strictObject({ name: z.string().min(1), size: z.int() }),
      response: { 200: z.object({ ok: z.boolean() }), ...problems },
    },
    handler: async () => ({ ok: true }),
  });
  app.get('/things', { schema: { querystring: pageQuery } }, async ({ query }) => query);
  app.get('/limited', { schema: { response: { ...problems } } }, async () => {
    throw new TooManyThings('Three things are enough.');
  });
  app.get('/defect', { schema: { response: { ...problems } } }, async () => {
    throw new Error('the password of the database is hunter2');
  });
  app.get('/:id', async () => 'x');
};

function build() {
  const lines: string[] = [];
  const logger = createLogger(
    { LOG_LEVEL: 'error', NODE_ENV: 'production' },
    { write: (line) => lines.push(line) },
  );
  const app = createHttpApp({ logger });
  app.register(routes);
  return { app, lines };
}

const json = { 'content-type': 'application/json' };

describe('problems', () => {
  it('tells a domain error with code, status, detail and its own members', async () => {
    const response = await build().app.inject('/limited');
    expect(response.statusCode).toBe(429);
    expect(response.headers['content-type']).toMatch('application/problem+json');
    expect(response.json()).toEqual({
      type: '/problems/too-many-things',
      title: 'Too many things',
      status: 429,
      detail: 'Three things are enough.',
      instance: response.headers['x-request-id'],
      limit: 3,
    });
  });

  it('keeps a defect to the log, under the id that the caller sees', async () => {
    const { app, lines } = build();
    const response = await app.inject('/defect');
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('hunter2');
    expect(response.json()).toMatchObject({ type: '/problems/internal-error', status: 500 });
    const line = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({ reqId: response.json().instance, msg: 'request failed' });
    expect(line.err.message).toContain('hunter2');
  });

  it('says in which part of the request the fault is', async () => {
    const { detail } = (await build().app.inject('/things?limit=0')).json();
    expect(detail).toBe('The query does not match the API description.');
  });

  it('repeats no more of a long address than is needed to know it', async () => {
    const response = await build().app.inject(`/${'a'.repeat(5_000)}`);
    expect(response.statusCode).toBe(414);
    expect(response.json().detail.length).toBeLessThanOrEqual(300);
  });

  it('points at each invalid field', async () => {
    const payload = { name: '', size: 1.5, more: true };
    const response = await build().app.inject({ method: 'POST', url: '/things', payload });
    expect(response.statusCode).toBe(422);
    const { errors } = response.json();
    expect(errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/',
      '/name',
      '/size',
    ]);
  });

  it.each([
    ['a body that is not JSON', 400, 'body-not-json', { payload: '{', headers: json }],
    ['an empty body', 400, 'body-missing', { payload: '', headers: json }],
    [
      'a body of 2 MB',
      413,
      'body-too-large',
      { payload: `"${'x'.repeat(2 ** 21)}"`, headers: json },
    ],
    [
      'a body of another type',
      415,
      'media-type-unsupported',
      { payload: '<a/>', headers: { 'content-type': 'text/xml' } },
    ],
  ])('names %s', async (_case, status, code, request) => {
    const response = await build().app.inject({ method: 'POST', url: '/things', ...request });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch('application/problem+json');
    expect(response.json()).toMatchObject({ type: `/problems/${code}`, status });
  });

  it.each([
    ['/no/where', 404, 'route-not-found'],
    ['/%ff%', 400, 'url-malformed'],
    [`/${'x'.repeat(300)}`, 414, 'request-malformed'],
  ])('answers %s with a problem', async (url, status, code) => {
    const response = await build().app.inject(url);
    expect(response.json()).toMatchObject({ type: `/problems/${code}` });
    expect(response.statusCode).toBe(status);
  });

  it('tells a wrong method from a wrong path and names the right ones', async () => {
    const { app } = build();
    app.get('/shelves/:id/books', () => 'books');
    const response = await app.inject({ method: 'DELETE', url: '/shelves/1/books?page=2' });
    expect(response.statusCode).toBe(405);
    expect(response.headers.allow).toBe('GET, HEAD');
    expect(response.json()).toMatchObject({ type: '/problems/method-not-allowed', status: 405 });
    const beside = await app.inject({ method: 'DELETE', url: '/shelves/1/books/2' });
    expect(beside.statusCode).toBe(404);
  });

  it('does not let a route for every path speak for the API', async () => {
    const { app } = build();
    app.get('/*', () => 'a page');
    refuseUnknownPaths(app, '/api');
    app.post('/api/shelves', () => 'made');
    expect((await app.inject('/any/page')).body).toBe('a page');
    const unknown = await app.inject('/api/nothing');
    expect(unknown.statusCode).toBe(404);
    expect(unknown.json()).toMatchObject({ type: '/problems/route-not-found' });
    const wrong = await app.inject('/api/shelves');
    expect(wrong.statusCode).toBe(405);
    expect(wrong.headers.allow).toBe('POST');
    const posted = await app.inject({ method: 'POST', url: '/api/nothing' });
    expect(posted.json()).toMatchObject({ type: '/problems/route-not-found' });
  });

  it('survives bytes that are not HTTP', async () => {
    const { app } = build();
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('\0\x01\x02 nonsense\r\n\r\n'));
      socket.on('data', (data) => resolve(data.toString()));
    });
    expect(answer).toMatch('400 Bad Request');
    await app.close();
  });

  it('takes a request id that is safe and replaces one that is not', async () => {
    const { app } = build();
    const ask = async (id: string) =>
      (await app.inject({ url: '/limited', headers: { 'x-request-id': id } })).headers[
        'x-request-id'
      ];
    expect(await ask('trace-1')).toBe('trace-1');
    expect(await ask('bad id\u0001')).toMatch(/^req_/);
  });
});

describe('pages', () => {
  const ask = (query: string) => build().app.inject(`/things${query}`);
  const id = `run_${'0'.repeat(32)}`;

  it('begins at the first page with 20 items', async () => {
    expect((await ask('')).json()).toEqual({ cursor: null, limit: 20 });
  });

  it('takes a cursor and a limit', async () => {
    expect((await ask(`?cursor=${id}&limit=100`)).json()).toEqual({ cursor: id, limit: 100 });
  });

  it.each(['?cursor=x', "?cursor=run_'--", '?limit=0', '?limit=101', '?limit=x', '?offset=3'])(
    'refuses %s',
    async (query) => {
      expect((await ask(query)).statusCode).toBe(422);
    },
  );

  it('knows from one item too many that there is a next page', () => {
    const found = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    expect(toPage(found, 2)).toEqual({ items: [{ id: 'a' }, { id: 'b' }], nextCursor: 'b' });
    expect(toPage(found, 3)).toEqual({ items: found, nextCursor: null });
    expect(toPage([], 3)).toEqual({ items: [], nextCursor: null });
  });
});
