import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { migrations as identityMigrations } from '#modules/tenancy/identity/index.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createHttpApp } from '#platform/http/http-app.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { createProjects, migrations, projectRoutes } from '../index.ts';

describe('project routes', () => {
  let handle: DatabaseHandle;
  let app: FastifyInstance;

  beforeAll(async () => {
    handle = await openTestDatabase([...identityMigrations, ...migrations]);
  });
  afterAll(() => handle.close());

  beforeEach(async () => {
    await handle.pool.query('truncate organisation cascade');
    await handle.pool.query(`insert into organisation values ('org_1', 'one', now())`);
    const clock = () => new Date('2026-01-01T12:00:00Z');
    app = createHttpApp({ logger: pino({ level: 'silent' }) });
    app.decorateRequest('organisationId', 'org_1');
    app.register(projectRoutes(createProjects({ database: handle.database, clock, newId })));
  });
  afterEach(async () => {
    await app.close();
  });

  const create = (payload: object) => app.inject({ method: 'POST', url: '/projects', payload });

  it('creates a project and says where it is', async () => {
    const response = await create({ name: '  Shop ' });
    const project = response.json();

    expect(response.statusCode).toBe(201);
    expect(response.headers.location).toBe(`/api/v1/projects/${project.id}`);
    expect(project).toEqual({
      id: expect.stringMatching(/^prj_[0-9a-f]{32}$/),
      name: 'Shop',
      description: '',
      createdAt: '2026-01-01T12:00:00.000Z',
      archivedAt: null,
      runs: { count: 0, last: null },
    });
    expect((await app.inject(`/projects/${project.id}`)).json()).toEqual(project);
  });

  it('renames, archives and lists', async () => {
    const { id } = (await create({ name: 'Shop' })).json();
    const renamed = await app.inject({
      method: 'PATCH',
      url: `/projects/${id}`,
      payload: { name: 'Store' },
    });
    expect(renamed.json()).toMatchObject({ name: 'Store' });

    const archived = await app.inject({ method: 'POST', url: `/projects/${id}/archive` });
    expect(archived.json().archivedAt).toBe('2026-01-01T12:00:00.000Z');
    expect((await app.inject('/projects')).json()).toEqual({ items: [], nextCursor: null });
    expect((await app.inject('/projects?archived=true')).json().items).toHaveLength(1);
  });

  it('finds by words of the name or the description, in any case, with no wild cards', async () => {
    await create({ name: 'Corner shop', description: 'Sells 100 % wool' });
    await create({ name: 'Bank' });
    const found = async (q: string) =>
      (await app.inject({ url: '/projects', query: { q } }))
        .json()
        .items.map(({ name }: { name: string }) => name);

    expect(await found('SHOP')).toEqual(['Corner shop']);
    expect(await found('wool')).toEqual(['Corner shop']);
    expect(await found('%')).toEqual(['Corner shop']);
    expect(await found('_')).toEqual([]);
    expect((await app.inject('/projects?q=')).statusCode).toBe(422);
  });

  describe('restore', () => {
    const act = (id: string, what: string) =>
      app.inject({ method: 'POST', url: `/projects/${id}/${what}` });

    it('takes a project out of the archive, once or twice', async () => {
      const { id } = (await create({ name: 'Shop' })).json();
      await act(id, 'archive');
      for (let twice = 0; twice < 2; twice += 1) {
        expect((await act(id, 'restore')).json()).toMatchObject({ id, archivedAt: null });
      }
      expect((await app.inject('/projects')).json().items).toHaveLength(1);
    });

    it('refuses when another project has its name by now', async () => {
      const { id } = (await create({ name: 'Shop' })).json();
      await act(id, 'archive');
      await create({ name: 'SHOP' });
      expect((await act(id, 'restore')).json()).toMatchObject({
        ...{ status: 409, type: '/problems/project-name-taken' },
      });
    });

    it('finds nothing to restore where there is no project', async () => {
      expect((await act('prj_none', 'restore')).statusCode).toBe(404);
    });
  });

  it('pages through the list with the cursor it gave', async () => {
    for (const name of ['a', 'b', 'c']) await create({ name });
    const first = (await app.inject('/projects?limit=2')).json();
    const second = (await app.inject(`/projects?limit=2&cursor=${first.nextCursor}`)).json();

    expect(first.items.map(({ name }: { name: string }) => name)).toEqual(['a', 'b']);
    expect(second).toMatchObject({ items: [{ name: 'c' }], nextCursor: null });
  });

  it.each([
    ['a taken name', { name: 'shop' }, 409, '/problems/project-name-taken'],
    ['no name', {}, 422, '/problems/request-invalid'],
    ['an empty name', { name: '   ' }, 422, '/problems/request-invalid'],
    ['an unknown member', { name: 'X', owner: 'me' }, 422, '/problems/request-invalid'],
  ])('refuses %s', async (_case, payload, status, type) => {
    await create({ name: 'Shop' });
    expect((await create(payload)).json()).toMatchObject({ status, type });
  });

  it.each(['/projects/prj_none', '/projects/..%2F..'])('answers %s with 404', async (url) => {
    expect((await app.inject(url)).json()).toMatchObject({
      status: 404,
      type: '/problems/project-not-found',
    });
  });

  it.each(['cursor=abc', "cursor=prj_' or 1=1", 'limit=0', 'limit=101', 'page=2'])(
    'refuses the query %s',
    async (query) => {
      expect((await app.inject(`/projects?${query}`)).statusCode).toBe(422);
    },
  );
});
