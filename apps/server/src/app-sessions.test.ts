import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenFactory, openFactory } from './testing/open-factory.ts';

type Operation = {
  method: string;
  path: string;
  security: Record<string, []>[];
  requestBody?: { required: boolean };
};
type Headers = Record<string, string>;

const dead = { cookie: `ql_session=${'a'.repeat(43)}`, 'sec-fetch-site': 'same-origin' };

/** Every route of the product, asked by a browser. */
describe('the API border, for browsers', () => {
  let factory: OpenFactory;
  let operations: Operation[];
  let cookie: string;

  beforeAll(async () => {
    factory = await openFactory();
    const { paths } = (await factory.app.inject('/openapi.json')).json();
    operations = Object.entries<Record<string, Omit<Operation, 'method' | 'path'>>>(paths)
      .filter(([path]) => path.startsWith('/api/v1'))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, described]) => ({ method, path, ...described })),
      );
    cookie = await signIn();
  });
  afterAll(() => factory.close());

  async function signIn(): Promise<string> {
    const link = await factory.fetch('/api/v1/sign-in-links', { method: 'POST' });
    const { url } = (await link.json()) as { url: string };
    const response = await factory.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { token: new URL(url).hash.slice(1) },
    });
    return String(response.headers['set-cookie']).split(';')[0] ?? '';
  }
  const send = ({ method, path }: Pick<Operation, 'method' | 'path'>, headers: Headers) =>
    factory.app.inject({
      method: method.toUpperCase() as 'GET',
      url: path.replaceAll(/\{\w+\}/g, 'x'),
      headers,
    });
  const closed = () => operations.filter(({ security }) => security.length > 0);

  it('is described with the one body that may be left out, which the server does without', () => {
    const bodies = operations.filter(({ requestBody }) => requestBody?.required === false);
    expect(bodies.map(({ path }) => path)).toEqual([
      '/api/v1/projects/{projectId}/versions/{capsuleId}/restore',
    ]);
  });

  it('is described with both ways in, and says which route takes which', async () => {
    const { components } = (await factory.app.inject('/openapi.json')).json();
    const waysOf = (method: string, path: string) =>
      operations
        .find((one) => one.method === method && one.path === path)
        ?.security.flatMap((way) => Object.keys(way));

    expect(components.securitySchemes).toMatchObject({
      apiKey: { type: 'http', scheme: 'bearer' },
      session: { type: 'apiKey', in: 'cookie', name: 'ql_session' },
    });
    expect(waysOf('get', '/api/v1/projects')).toEqual(['session', 'apiKey']);
    expect(waysOf('get', '/api/v1/session')).toEqual(['session']);
    expect(waysOf('post', '/api/v1/sign-in-links')).toEqual(['apiKey']);
    expect(waysOf('post', '/api/v1/session')).toEqual([]);
    expect(operations.length - closed().length).toBe(1);
  });

  it('refuses a cookie of nobody on every route', async () => {
    for (const operation of closed())
      expect((await send(operation, dead)).statusCode, operation.path).toBe(401);
  });

  it.each<[string, Headers]>([
    ['a page of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }],
    ['a preview', { origin: `http://${'a'.repeat(40)}.localhost:80` }],
    ['another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
    ['a foreign name', { 'sec-fetch-site': 'same-origin', host: 'evil.example' }],
  ])('refuses the cookie of the owner to %s on every route', async (_case, headers) => {
    for (const operation of closed())
      expect((await send(operation, { cookie, ...headers })).statusCode, operation.path).toBe(403);
  });

  it('answers nothing that another page could show or embed, not even a refusal', async () => {
    for (const operation of closed()) {
      const { headers } = await send(operation, {
        cookie,
        'sec-fetch-site': 'same-origin',
        accept: '*/*',
      });
      expect(headers['content-security-policy'], operation.path).toContain("default-src 'none'");
      expect(headers['cross-origin-resource-policy'], operation.path).toBe('same-origin');
      if (operation.path === '/api/v1/session') cookie = await signIn();
    }
  });

  it('works for the owner: projects, runs and their events', async () => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    const projectId = await factory.projectId();
    const projects = await send({ method: 'GET', path: '/api/v1/projects' }, headers);
    const started = await factory.app.inject({
      method: 'POST',
      url: `/api/v1/projects/${projectId}/runs`,
      headers,
      payload: { prompt: 'A todo list: a task has a title', options: { preview: false } },
    });
    const events = await send(
      { method: 'GET', path: `/api/v1/runs/${started.json().id}/events` },
      headers,
    );

    expect(projects.json().items[0].id).toBe(projectId);
    expect(started.statusCode).toBe(201);
    expect(events.body).toContain('run.succeeded');
  });
});
