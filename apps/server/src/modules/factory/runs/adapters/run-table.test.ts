import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { migrate } from '#platform/migrate.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { runMigrations } from './run-table.ts';

const CLOCK = '0215-run-clock';

let handle: DatabaseHandle;

beforeAll(async () => {
  const before = runMigrations.findIndex(({ id }) => id === CLOCK);
  handle = await openTestDatabase(runMigrations.slice(0, before));
});
afterAll(() => handle.close());

it('the clock of older runs says what their times say', async () => {
  await handle.pool.query(
    `insert into run (id, organisation_id, project_id, prompt, options, status, created_at, started_at, finished_at) values
      ('ended', 'o', 'p', '', '{}', 'succeeded', '2026-01-01Z', '2026-01-01T00:00:01Z', '2026-01-01T00:00:03.25Z'),
      ('running', 'o', 'p', '', '{}', 'running', '2026-01-01Z', '2026-01-01T00:00:01Z', null),
      ('queued', 'o', 'p', '', '{}', 'queued', '2026-01-01Z', null, null)`,
  );
  await migrate(handle, runMigrations);
  const { rows } = await handle.pool.query(
    'select id, worked_ms::int as worked, working_since as since from run order by id',
  );

  expect(rows).toEqual([
    { id: 'ended', worked: 2250, since: null },
    { id: 'queued', worked: 0, since: null },
    { id: 'running', worked: 0, since: new Date('2026-01-01T00:00:01Z') },
  ]);
});
