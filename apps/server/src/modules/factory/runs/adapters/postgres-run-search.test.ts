import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { queueRun } from '../domain/run.ts';
import { openTables } from '../testing/open-tables.ts';
import { createPostgresRunRepository } from './postgres-run-repository.ts';
import { createRunSearch } from './postgres-run-search.ts';

const now = new Date('2026-01-01T12:00:00Z');
const options = { stack: 'typescript-fastify', review: false, preview: false };
let handle: DatabaseHandle;

beforeAll(async () => {
  handle = await openTables();
  const runs = createPostgresRunRepository(handle.database);
  await runs.transaction(async (tx) => {
    for (const [id, organisationId, prompt] of [
      ['run_1', 'org_1', 'A shop with orders'],
      ['run_2', 'org_1', 'A bank'],
      ['run_3', 'org_1', 'Another SHOP at 50%'],
      ['run_4', 'org_2', 'A shop of others'],
    ] as const) {
      const given = { id, organisationId, projectId: 'prj_1', prompt, options, now };
      await runs.insert(tx, queueRun(given));
    }
  });
});
afterAll(() => handle.close());

it.each([
  ['shop', 10, ['run_3', 'run_1']],
  ['shop', 1, ['run_3']],
  ['50%', 10, ['run_3']],
  ['a%shop', 10, []],
  ['nothing', 10, []],
])('finds %j, at most %i, the newest first', async (text, limit, ids) => {
  expect(await createRunSearch(handle.database).idsByPrompt('org_1', text, limit)).toEqual(ids);
});
