import { expect, it } from 'vitest';
import { workflowMigrations } from '#modules/factory/workflows/index.ts';
import { migrate } from '#platform/migrate.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { runStageMigrations } from './run-stage-table.ts';
import { runMigrations } from './run-table.ts';

const events = [
  ['stage.started', 'parse', 1, {}],
  ['stage.succeeded', 'parse', 1, { output: null }],
  ['stage.started', 'code', 1, { count: 2 }],
  ['stage.started', 'code/0', 1, {}],
  ['stage.waiting', 'review', 1, { of: 'design' }],
  ['stage.started', 'quality', 1, {}],
  ['stage.retrying', 'quality', 1, { failure: { code: 'stage-crashed' } }],
  ['stage.started', 'quality', 2, {}],
  [
    'stage.failed',
    'quality',
    2,
    { failure: { code: 'quality-failed', details: { evidence: { checks: [{ id: 'lint' }] } } } },
  ],
] as const;

it('reads the attempts of runs that are there already out of the journal', async () => {
  const handle = await openTestDatabase([...workflowMigrations, ...runMigrations]);
  await handle.pool.query(`
    insert into workflow_execution values
      ('run_1', 'org_1', '{}', 'standard', 1, 'failed', 9, 0, null, 0, 'idle', now(), null, null, now(), null, null);
    insert into run values
      ('run_1', 'org_1', 'prj_1', 'a', '{}', 'failed', now(), null, null, null);`);
  for (const [index, [type, node, attempt, data]] of events.entries()) {
    await handle.pool.query(
      "insert into workflow_event values ('org_1', 'run_1', $1, $2, $3, $4, $5, $6)",
      [index + 1, type, node, attempt, new Date(1_000 * index), JSON.stringify(data)],
    );
  }
  await migrate(handle, [...workflowMigrations, ...runMigrations, ...runStageMigrations]);
  const { rows } = await handle.pool.query(
    'select stage, attempt, kind, status, failure, checks, finished_at - started_at as took from run_stage order by started_at',
  );
  expect(
    rows.map(({ stage, attempt, kind, status, failure, checks, took }) =>
      [stage, attempt, kind, status, failure, checks?.[0].id, took?.seconds].join(' '),
    ),
  ).toEqual([
    'parse 1 work succeeded   1',
    'code 1 work running   ',
    'review 1 checkpoint waiting   ',
    'quality 1 work failed stage-crashed  1',
    'quality 2 work failed quality-failed lint 1',
  ]);
  await handle.close();
});
