import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GeneratedFile, SoftwareVersion } from '@quantumlayer/contracts';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { buildCapsuleRequest } from '../capsule-request.fixture.ts';
import { capsuleVersionRoutes, createCapsules, migrations } from '../index.ts';

const versions: GeneratedFile[][] = [
  [
    { path: 'src/main.ts', content: 'export const answer = 41;\n' },
    { path: 'src/old.ts', content: 'export {};\n' },
  ],
  [
    { path: 'src/main.ts', content: 'export const answer = 42;\n' },
    { path: 'src/new.ts', content: 'export {};\n' },
  ],
];

describe('versions of software', () => {
  let handle: DatabaseHandle;
  let folder: string;
  let app: FastifyInstance;
  let stranger: FastifyInstance;
  let [first, second, same] = ['', '', ''];

  beforeAll(async () => {
    handle = await openTestDatabase([...identityMigrations, ...projectMigrations, ...migrations]);
    await handle.pool.query(`
      insert into organisation values ('org_1', 'one', now()), ('org_2', 'two', now());
      insert into project values
        ('prj_1', 'org_1', 'Shop', '', now(), null), ('prj_3', 'org_1', 'Bank', '', now(), null);`);
    folder = await mkdtemp(join(tmpdir(), 'versions-'));
    const { database } = handle;
    const blobs = createFolderBlobStore(folder);
    const clock = () => new Date('2026-01-01T12:00:00Z');
    const capsules = createCapsules({
      ...{ database, blobs, projects: createProjects({ database, clock, newId }), clock, newId },
      blueprintOfRun: async () => null,
      masterKey: randomBytes(32),
      builder: { id: 'https://quantumlayer.dev/builders/embedded', version: '0.1.0' },
    });
    const request = await buildCapsuleRequest(blobs);
    const make = async (runId: string, files: GeneratedFile[] = [], projectId = 'prj_1') =>
      (await capsules.createCapsule({ ...request, runId, files, projectId })).capsuleId;
    first = await make('run_1', versions[0]);
    await make('run_other', versions[0], 'prj_3');
    second = await make('run_2', versions[1]);
    same = await make('run_3', versions[1]);
    const open = (organisationId: string) => {
      const opened = createHttpApp({ logger: pino({ level: 'silent' }) });
      opened.decorateRequest('organisationId', organisationId);
      opened.register(capsuleVersionRoutes(capsules));
      return opened;
    };
    app = open('org_1');
    stranger = open('org_2');
  });
  afterAll(async () => {
    await app.close();
    await stranger.close();
    await handle.close();
    await rm(folder, { recursive: true, force: true });
  });

  const diff = async (id: string, against: string) =>
    (await app.inject(`/capsules/${id}/diff?against=${against}`)).json();

  it('are numbered within their project, newest first, also over pages', async () => {
    const list = async (query = '') =>
      (await app.inject(`/projects/prj_1/versions${query}`)).json();
    const { items } = await list();
    expect(items.map(({ id, number }: SoftwareVersion) => [number, id])).toEqual([
      [3, same],
      [2, second],
      [1, first],
    ]);
    const page = await list('?limit=2');
    expect((await list(`?limit=2&cursor=${page.nextCursor}`)).items).toEqual(items.slice(2));
  });

  it('tell file by file what changed', async () => {
    const { from, to, identical, files, truncated } = await diff(second, first);
    expect({ from: from.id, to: to.id, identical, truncated }).toEqual({
      ...{ from: first, to: second, identical: false, truncated: false },
    });
    expect(files).toMatchObject([
      { path: 'src/main.ts', kind: 'changed', patch: expect.stringContaining('@@ -1,1 +1,1 @@') },
      { path: 'src/new.ts', kind: 'added' },
      { path: 'src/old.ts', kind: 'removed' },
    ]);
    expect(files[0].patch).toContain('-export const answer = 41;\n+export const answer = 42;');
  });

  it('are identical when their code is, whatever else is in the capsules', async () => {
    expect(await diff(same, second)).toMatchObject({ identical: true, files: [] });
  });

  it.each([
    ['a project that there is not', () => '/projects/prj_none/versions', 404],
    ['a capsule that there is not', () => `/capsules/cap_none/diff?against=${first}`, 404],
    ['another that there is not', () => `/capsules/${first}/diff?against=cap_none`, 404],
    ['nothing to compare with', () => `/capsules/${first}/diff`, 422],
  ])('are a problem for %s', async (_case, url, status) => {
    const response = await app.inject(url());
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch('application/problem+json');
  });

  it('are shown to no other organisation', async () => {
    expect((await stranger.inject('/projects/prj_1/versions')).statusCode).toBe(404);
    const url = `/capsules/${second}/diff?against=${first}`;
    expect((await stranger.inject(url)).statusCode).toBe(404);
  });
});
