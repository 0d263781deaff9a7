import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFakeClock, type FakeClock } from '@quantumlayer/testing';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createHttpApp } from '#platform/http/http-app.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { createPostgresPreviewRepository } from '../adapters/postgres-preview-repository.ts';
import { migrations } from '../adapters/preview-table.ts';
import { createPreviewService, type PreviewService } from '../preview-service.ts';
import { leasesIn } from '../testing/leases-in.ts';
import { createLocalLauncher } from '../testing/local-launcher.ts';
import { previewRoutes } from './preview-routes.ts';

const PARENTS = `
  create table organisation (id text primary key);
  create table project (id text primary key);
  create table capsule (id text primary key);
  insert into organisation values ('org_1'), ('org_2');
  insert into project values ('prj_1'), ('prj_2');
  insert into capsule values ('cap_1')`;
const logger = pino({ level: 'silent' });

describe('preview routes', () => {
  let handle: DatabaseHandle;
  let folder: string;
  let clock: FakeClock;
  let previews: PreviewService;
  let app: FastifyInstance;

  beforeAll(async () => {
    handle = await openTestDatabase([{ id: '0001-parents', sql: PARENTS }, ...migrations]);
    folder = await mkdtemp(join(tmpdir(), 'previews-'));
  });
  afterAll(async () => {
    await handle.close();
    await rm(folder, { recursive: true });
  });

  beforeEach(async () => {
    await handle.pool.query('truncate preview cascade');
    clock = createFakeClock('2026-01-01T12:00:00Z');
    previews = createPreviewService({
      previews: createPostgresPreviewRepository(handle.database),
      createLeases: leasesIn(handle),
      isAlone: false,
      launcher: createLocalLauncher(folder).launcher,
      projects: { get: async () => null },
      clock,
      newId,
      logger,
      lifeMinutes: 60,
      most: 10,
    });
    previews.setOrigin('http://127.0.0.1:4000');
    app = serve('org_1');
  });
  afterEach(async () => {
    await app.close();
    await previews.close();
  });

  function serve(organisationId: string): FastifyInstance {
    const made = createHttpApp({ logger });
    made.decorateRequest('organisationId', organisationId);
    made.register(previewRoutes(previews));
    return made;
  }

  async function launch(runId = 'run_1', projectId = 'prj_1', service = previews): Promise<string> {
    const { previewId } = await service.launch({
      organisationId: 'org_1',
      projectId,
      runId,
      capsuleId: 'cap_1',
      stack: { id: 'notes' },
      signal: new AbortController().signal,
      progress: () => {},
    });
    return previewId;
  }

  const post = (url: string, payload: object = {}) => app.inject({ method: 'POST', url, payload });

  it('shows a preview', async () => {
    const id = await launch();
    const response = await app.inject(`/previews/${id}`);

    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      id,
      projectId: 'prj_1',
      runId: 'run_1',
      capsuleId: 'cap_1',
      status: 'running',
      url: expect.stringMatching(/^http:\/\/[0-9a-f]{40}\.localhost:4000\/$/),
      reach: 'machine',
      createdAt: '2026-01-01T12:00:00.000Z',
      expiresAt: '2026-01-01T13:00:00.000Z',
      reason: null,
    });
  });

  it('lists the previews of one project, newest first, page by page', async () => {
    const [first, second, third] = [
      await launch('run_1'),
      await launch('run_2'),
      await launch('run_3'),
    ];
    await launch('run_4', 'prj_2');
    const page = (await app.inject('/projects/prj_1/previews?limit=2')).json();
    const rest = await app.inject(`/projects/prj_1/previews?limit=2&cursor=${page.nextCursor}`);

    expect(page.items.map(({ id }: { id: string }) => id)).toEqual([third, second]);
    expect(rest.json()).toMatchObject({ items: [{ id: first }], nextCursor: null });
  });

  it('gives the log as plain text', async () => {
    const response = await app.inject(`/previews/${await launch()}/logs`);

    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(response.body).toBe('listening 1\n');
  });

  it('stops a preview, as often as it is asked', async () => {
    const id = await launch();

    expect((await post(`/previews/${id}/stop`)).json()).toMatchObject({ id, status: 'stopped' });
    expect((await post(`/previews/${id}/stop`)).json()).toMatchObject({
      status: 'stopped',
      reason: 'It was stopped by a person.',
    });
  });

  it('extends a life by minutes', async () => {
    const response = await post(`/previews/${await launch()}/extend`, { minutes: 15 });

    expect(response.json()).toMatchObject({ expiresAt: '2026-01-01T13:15:00.000Z' });
  });

  it.each([
    { minutes: 0 },
    { minutes: 1_441 },
    { minutes: 1.5 },
    { minutes: '15' },
    {},
    { minutes: 5, forever: true },
  ])('does not extend by %j', async (payload) => {
    const id = await launch();
    const response = await post(`/previews/${id}/extend`, payload);

    expect(response.statusCode).toBe(422);
    expect((await app.inject(`/previews/${id}`)).json().expiresAt).toBe('2026-01-01T13:00:00.000Z');
  });

  it('gives a new address as often as it is asked', async () => {
    const id = await launch();
    const first = (await app.inject(`/previews/${id}`)).json();
    const second = (await post(`/previews/${id}/renew-address`)).json();
    const third = (await post(`/previews/${id}/renew-address`)).json();

    expect(new Set([first.url, second.url, third.url]).size).toBe(3);
    expect(third).toEqual({ ...first, url: third.url });
    expect((await app.inject(`/previews/${id}`)).json()).toEqual(third);
  });

  it('gives no new address to what has ended', async () => {
    const id = await launch();
    await post(`/previews/${id}/stop`);
    const response = await post(`/previews/${id}/renew-address`);

    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({ type: '/problems/preview-not-running' });
  });

  it('does not wake the dead by extending, whether they were swept or not', async () => {
    const id = await launch();
    clock.advance(60 * 60_000);
    const late = await post(`/previews/${id}/extend`, { minutes: 5 });
    await previews.sweep();
    const swept = await post(`/previews/${id}/extend`, { minutes: 5 });

    for (const response of [late, swept]) {
      expect(response.statusCode).toBe(409);
      expect(response.json()).toMatchObject({
        type: '/problems/preview-not-running',
        previewStatus: 'expired',
      });
    }
  });

  it('gives a run whose preview expired a whole new life, swept or not', async () => {
    const id = await launch();
    clock.advance(61 * 60_000);

    expect(await launch()).toBe(id);
    expect((await app.inject(`/previews/${id}`)).json()).toMatchObject({
      status: 'running',
      expiresAt: '2026-01-01T14:01:00.000Z',
      reason: null,
    });
  });

  it.each([
    ['GET', ''],
    ['GET', '/logs'],
    ['POST', '/stop'],
    ['POST', '/renew-address'],
    ['POST', '/extend'],
  ] as const)('hides the previews of others: %s %s', async (method, path) => {
    const id = await launch();
    const stranger = serve('org_2');
    const payload = path === '/extend' ? { payload: { minutes: 5 } } : {};
    const response = await stranger.inject({ method, url: `/previews/${id}${path}`, ...payload });
    await stranger.close();

    expect(response.statusCode).toBe(404);
    expect(response.json().type).toBe('/problems/preview-not-found');
    expect((await app.inject(`/previews/${id}`)).json()).toMatchObject({
      status: 'running',
      expiresAt: '2026-01-01T13:00:00.000Z',
    });
  });

  it('leaves a preview that was starting when the server stopped to the next server', async () => {
    const begun = Promise.withResolvers<void>();
    const service = createPreviewService({
      previews: createPostgresPreviewRepository(handle.database),
      createLeases: leasesIn(handle),
      isAlone: false,
      launcher: {
        ...createLocalLauncher(folder).launcher,
        launch: ({ signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(new Error('cut off')));
            begun.resolve();
          }),
      },
      projects: { get: async () => null },
      clock,
      newId,
      logger,
      lifeMinutes: 60,
      most: 10,
    });
    service.setOrigin('http://127.0.0.1:4000');
    const cutOff = expect(launch('run_1', 'prj_1', service)).rejects.toThrow('cut off');
    await begun.promise;
    await service.close();
    await cutOff;

    const { items } = (await app.inject('/projects/prj_1/previews')).json();
    expect(items).toMatchObject([{ status: 'starting', reason: null }]);
  });

  it('lists nothing of others', async () => {
    await launch();
    const stranger = serve('org_2');
    const response = await stranger.inject('/projects/prj_1/previews');
    await stranger.close();

    expect(response.json()).toEqual({ items: [], nextCursor: null });
  });
});
