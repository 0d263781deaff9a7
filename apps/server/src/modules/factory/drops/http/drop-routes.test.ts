import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Drop } from '@quantumlayer/contracts';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { migrations as identityMigrations } from '#modules/tenancy/identity/index.ts';
import {
  createProjects,
  migrations as projectMigrations,
} from '#modules/tenancy/projects/index.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createFolderBlobStore } from '#platform/folder-blob-store.ts';
import { createHttpApp } from '#platform/http/http-app.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { createDrops, dropPinRoutes, dropRoutes, migrations } from '../index.ts';

/** Runs by the words of their prompts. */
const searched: Record<string, string[]> = { shop: ['run_1'], bank: ['run_none'] };

describe('drop routes', () => {
  let handle: DatabaseHandle;
  let folder: string;
  let app: FastifyInstance;
  let one: Drop;
  let two: Drop;

  beforeAll(async () => {
    handle = await openTestDatabase([...identityMigrations, ...projectMigrations, ...migrations]);
  });
  afterAll(() => handle.close());

  beforeEach(async () => {
    await handle.pool.query('truncate organisation cascade');
    await handle.pool.query(`
      insert into organisation values ('org_1', 'one', now());
      insert into project values ('prj_1', 'org_1', 'Shop', '', now(), null);`);
    folder = await mkdtemp(join(tmpdir(), 'drops-'));
    const { database } = handle;
    const blobs = createFolderBlobStore(folder);
    const clock = () => new Date('2026-01-01T12:00:00Z');
    const projects = createProjects({ database, clock, newId });
    const runs = {
      idsByPrompt: async (_organisation: string, text: string) => searched[text] ?? [],
    };
    const drops = createDrops({ database, blobs, projects, clock, newId, runs });
    const record = async (runId: string, text: string) => {
      const digest = await blobs.put(Buffer.from(text));
      const where = {
        organisationId: 'org_1',
        projectId: 'prj_1',
        runId,
        stage: 'design',
        key: '1',
      };
      return database.transaction((tx) =>
        drops.recordDrop(tx, { ...where, mediaType: 'application/json', digest }),
      );
    };
    one = await record('run_1', '{"a": 1}');
    two = await record('run_2', '{"a": 2, "script": "<script>"}');
    app = createHttpApp({ logger: pino({ level: 'silent' }) });
    app.decorateRequest('organisationId', 'org_1');
    app.register(dropRoutes(drops));
    app.register(dropPinRoutes(drops));
  });
  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('lists the drops of a project, of a stage, of a run', async () => {
    const list = async (query: string) =>
      (await app.inject(`/projects/prj_1/drops${query}`)).json().items;

    expect(await list('')).toEqual([two, one]);
    expect(await list('?stage=design&run=run_1')).toEqual([one]);
    expect(await list('?stage=code')).toEqual([]);
  });

  describe('of all projects', () => {
    const ids = async (query: string) =>
      (await app.inject(`/drops${query}`)).json().items.map(({ id }: Drop) => id);

    it.each([
      ['', () => [two.id, one.id]],
      ['?projectId=prj_1&limit=1', () => [two.id]],
      ['?runId=run_1', () => [one.id]],
      ['?stage=code', () => []],
      ['?mediaType=application/json', () => [two.id, one.id]],
      ['?mediaType=text/plain', () => []],
      ['?q=shop', () => [one.id]],
      ['?q=bank', () => []],
      ['?q=ESIG', () => [two.id, one.id]],
      ['?q=desig_', () => []],
      ['?pinned=true', () => []],
      ['?pinned=false', () => [two.id, one.id]],
    ])('are listed by %j', async (query, expected) => {
      expect(await ids(query)).toEqual(expected());
    });

    it('are listed in pages', async () => {
      const { nextCursor } = (await app.inject('/drops?limit=1')).json();
      expect(await ids(`?limit=1&cursor=${nextCursor}`)).toEqual([one.id]);
    });

    it('are those of the own organisation', async () => {
      await handle.pool.query(`
        insert into organisation values ('org_2', 'two', now());
        update "drop" set organisation_id = 'org_2' where run_id = 'run_1';`);
      expect(await ids('')).toEqual([two.id]);
    });

    it.each(['?projectId=prj_none', '?q=', '?run=run_1', '?pinned=maybe'])(
      'refuse %s',
      async (query) => {
        const response = await app.inject(`/drops${query}`);
        expect([404, 422]).toContain(response.statusCode);
        expect(response.headers['content-type']).toMatch('application/problem+json');
      },
    );
  });

  describe('a pin', () => {
    const pin = (id: string, payload: object) =>
      app.inject({ method: 'PUT', url: `/drops/${id}/pin`, payload });
    const pinned = async () => (await app.inject('/drops?pinned=true')).json().items;

    it('keeps a drop as a snippet, under another name when pinned again', async () => {
      await pin(one.id, { name: ' Shop ' });
      const response = await pin(one.id, { name: 'Store', note: 'good orders' });
      const kept = { name: 'Store', note: 'good orders', pinnedAt: '2026-01-01T12:00:00.000Z' };
      expect(response.json()).toEqual({ ...one, pin: kept });
      expect(await pinned()).toEqual([{ ...one, pin: kept }]);
      expect((await app.inject(`/drops/${one.id}`)).json()).toMatchObject({ pin: kept });
    });

    it('is taken away, and the drop stays', async () => {
      await pin(one.id, { name: 'Shop' });
      for (let twice = 0; twice < 2; twice += 1) {
        const response = await app.inject({ method: 'DELETE', url: `/drops/${one.id}/pin` });
        expect(response.json()).toEqual(one);
      }
      expect(await pinned()).toEqual([]);
    });

    it.each([
      ['drop_none', { name: 'a' }, 404],
      ['', { name: '  ' }, 422],
      ['', { name: 'x'.repeat(101) }, 422],
      ['', { name: 'a', owner: 'me' }, 422],
    ])('is refused for %j with %j', async (id, payload, status) => {
      expect((await pin(id || one.id, payload)).statusCode).toBe(status);
    });
  });

  it('gets one', async () => {
    expect((await app.inject(`/drops/${one.id}`)).json()).toEqual(one);
  });

  it('answers the content byte by byte, and 304 to those who have it', async () => {
    const url = `/drops/${two.id}/content`;
    const response = await app.inject(url);

    expect(response.body).toBe('{"a": 2, "script": "<script>"}');
    expect(response.headers).toMatchObject({
      'content-type': expect.stringContaining('application/json'),
      etag: `"${two.digest}"`,
      'content-security-policy': "sandbox; default-src 'none'",
    });
    const again = await app.inject({ url, headers: { 'if-none-match': `"${two.digest}"` } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  it('tells what changed', async () => {
    const response = await app.inject(`/drops/${two.id}/diff?against=${one.id}`);

    expect(response.json()).toMatchObject({
      from: { id: one.id },
      to: { id: two.id },
      identical: false,
      changes: [{ path: '/a', kind: 'changed', before: '1', after: '2' }, { path: '/script' }],
    });
  });

  it.each([
    ['an unknown drop', '/drops/drop_none', 404],
    ['the content of an unknown drop', '/drops/drop_none/content', 404],
    ['an unknown project', '/projects/prj_none/drops', 404],
    ['a comparison with nothing', '/drops/drop_none/diff', 422],
    ['a comparison with an unknown drop', '/drops/drop_none/diff?against=drop_none', 404],
  ])('answers %s with a problem', async (_case, url, status) => {
    const response = await app.inject(url);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch('application/problem+json');
  });
});
