import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { migrations as identityMigrations } from '#modules/tenancy/identity/index.ts';
import {
  createProjects,
  migrations as projectMigrations,
} from '#modules/tenancy/projects/index.ts';
import type { BlobStore } from '#platform/blob-store.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createFolderBlobStore } from '#platform/folder-blob-store.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { createDrops, type DropService, migrations } from './index.ts';

const organisationId = 'org_1';

describe('DropService', () => {
  let handle: DatabaseHandle;
  let folder: string;
  let blobs: BlobStore;
  let drops: DropService;
  let projectId: string;

  beforeAll(async () => {
    handle = await openTestDatabase([...identityMigrations, ...projectMigrations, ...migrations]);
  });
  afterAll(() => handle.close());

  beforeEach(async () => {
    await handle.pool.query('truncate organisation cascade');
    await handle.pool.query(`insert into organisation values ('org_1', 'one', now())`);
    folder = await mkdtemp(join(tmpdir(), 'drops-'));
    blobs = createFolderBlobStore(folder);
    const { database } = handle;
    const clock = () => new Date('2026-01-01T12:00:00Z');
    const projects = createProjects({ database, clock, newId });
    projectId = (await projects.create(organisationId, { name: 'Shop', description: '' })).id;
    drops = createDrops({ database, blobs, projects, clock, newId });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function record(stage: string, runId: string, value: unknown, key = '1') {
    const digest = await blobs.put(Buffer.from(JSON.stringify(value)));
    const drop = {
      organisationId,
      projectId,
      runId,
      stage,
      key,
      mediaType: 'application/json',
      digest,
    };
    return handle.database.transaction((tx) => drops.recordDrop(tx, drop));
  }
  const listed = async (filter: { stage?: string; run?: string } = {}) => {
    const page = await drops.list(organisationId, {
      projectId,
      cursor: null,
      limit: 50,
      ...filter,
    });
    return page.items.map(({ runId, stage, version }) => `${runId} ${stage} ${version}`);
  };

  it('knows what was recorded', async () => {
    const drop = await record('design', 'run_1', { a: 1 });

    expect(drop).toEqual({
      id: expect.stringMatching(/^drop_/),
      projectId,
      runId: 'run_1',
      stage: 'design',
      version: 1,
      mediaType: 'application/json',
      digest: await blobs.put(Buffer.from('{"a":1}')),
      size: 7,
      createdAt: '2026-01-01T12:00:00.000Z',
      pin: null,
    });
    expect(await drops.get(organisationId, drop.id)).toEqual(drop);
    expect((await drops.content(organisationId, drop.id)).content.toString()).toBe('{"a":1}');
  });

  it('counts versions within project and stage', async () => {
    await record('design', 'run_1', 1);
    await record('code', 'run_1', 2);
    await record('design', 'run_2', 3);

    expect(await listed()).toEqual(['run_2 design 2', 'run_1 code 1', 'run_1 design 1']);
  });

  it('gives out versions without gaps or doubles to many at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_run, index) => record('design', `run_${index}`, index)),
    );

    const versions = (await listed()).map((line) => Number(line.split(' ')[2]));
    expect(versions.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_v, i) => i + 1),
    );
  });

  it('answers the first drop when the same result is recorded again', async () => {
    const first = await record('design', 'run_1', 1);
    const again = await record('design', 'run_1', 1);
    const retried = await record('design', 'run_1', 1, '2');

    expect(again).toEqual(first);
    expect(retried.version).toBe(2);
    expect(await listed()).toHaveLength(2);
  });

  it('records nothing when the transaction is undone', async () => {
    const digest = await blobs.put(Buffer.from('{}'));
    const drop = {
      organisationId,
      projectId,
      runId: 'run_1',
      stage: 'design',
      key: '1',
      mediaType: 'application/json',
      digest,
    };
    const undone = handle.database.transaction(async (tx) => {
      await drops.recordDrop(tx, drop);
      throw new Error('undo');
    });

    await expect(undone).rejects.toThrow('undo');
    expect(await listed()).toEqual([]);
  });

  it('lists by stage, by run and page by page', async () => {
    for (const run of ['run_1', 'run_2', 'run_3']) {
      await record('design', run, run);
      await record('code', run, run);
    }
    expect(await listed({ stage: 'code', run: 'run_2' })).toEqual(['run_2 code 2']);

    const first = await drops.list(organisationId, { projectId, cursor: null, limit: 4 });
    const second = await drops.list(organisationId, {
      projectId,
      cursor: first.nextCursor,
      limit: 4,
    });
    expect([...first.items, ...second.items].map(({ runId }) => runId)).toEqual([
      ...['run_3', 'run_3', 'run_2', 'run_2', 'run_1', 'run_1'],
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('names the newest drop of each stage of a run', async () => {
    await record('design', 'run_1', 1, '1');
    const newest = await record('design', 'run_1', 2, '2');
    const code = await record('code', 'run_1', 3);
    await record('code', 'run_2', 4);

    expect(await drops.idsByStage(organisationId, 'run_1')).toEqual(
      new Map([
        ['code', code.id],
        ['design', newest.id],
      ]),
    );
  });

  it('tells what changed from one version to the next', async () => {
    const from = await record('design', 'run_1', { entities: [{ name: 'Customer' }] });
    const to = await record('design', 'run_2', {
      entities: [{ name: 'Customer' }, { name: 'Invoice' }],
    });

    expect(await drops.diff(organisationId, to.id, from.id)).toEqual({
      from,
      to,
      identical: false,
      changes: [
        { path: '/entities/Invoice', kind: 'added', before: null, after: '{"name":"Invoice"}' },
      ],
      files: [],
      truncated: false,
    });
    expect(await drops.diff(organisationId, to.id, to.id)).toMatchObject({ identical: true });
  });

  it('hides drops from another organisation', async () => {
    const { id } = await record('design', 'run_1', 1);

    for (const use of [drops.get, drops.content]) {
      await expect(use('org_2', id)).rejects.toMatchObject({ code: 'drop-not-found' });
    }
    await expect(drops.diff('org_2', id, id)).rejects.toMatchObject({ code: 'drop-not-found' });
    await expect(drops.list('org_2', { projectId, cursor: null, limit: 5 })).rejects.toMatchObject({
      code: 'project-not-found',
    });
  });
});
