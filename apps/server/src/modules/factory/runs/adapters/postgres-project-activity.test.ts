import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { queueRun } from '../domain/run.ts';
import { openTables } from '../testing/open-tables.ts';
import { createProjectActivity } from './postgres-project-activity.ts';
import { createPostgresRunRepository } from './postgres-run-repository.ts';

const now = new Date('2026-01-01T12:00:00Z');
const options = { stack: 'typescript-fastify', review: false, preview: false };
let handle: DatabaseHandle;

beforeAll(async () => {
  handle = await openTables();
  const runs = createPostgresRunRepository(handle.database);
  const given = { prompt: 'a', options, now };
  await runs.transaction(async (tx) => {
    const insert = (id: string, organisationId: string, projectId: string) =>
      runs.insert(tx, {
        ...queueRun({ ...given, id, organisationId, projectId }),
        finishedAt: now,
      });
    await insert('run_1', 'org_1', 'prj_1');
    await insert('run_2', 'org_1', 'prj_1');
    await insert('run_3', 'org_2', 'prj_2');
  });
});
afterAll(() => handle.close());

it('counts the runs of each project and names the last', async () => {
  const found = await createProjectActivity(handle.database).of('org_1', ['prj_1', 'prj_old']);
  const at = now.toISOString();
  expect([...found]).toEqual([
    ['prj_1', { count: 2, last: { id: 'run_2', status: 'queued', createdAt: at, finishedAt: at } }],
  ]);
});

it('knows nothing of another organisation, and asks nothing about no project', async () => {
  const activity = createProjectActivity(handle.database);
  expect([...(await activity.of('org_1', ['prj_2']))]).toEqual([]);
  expect([...(await activity.of('org_1', []))]).toEqual([]);
});
