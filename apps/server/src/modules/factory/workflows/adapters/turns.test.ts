import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { migrate } from '#platform/migrate.ts';
import { openEmbeddedTestDatabase } from '#platform/testing/open-test-database.ts';
import { begin, createStage, finish, journalOf, step, untilType } from '../conformance/harness.ts';
import { RunnerBusy } from '../domain/workflow-errors.ts';
import type { WorkflowRunner } from '../ports.ts';
import type { EmbeddedRunnerOptions } from './embedded-engine.ts';
import { openEmbeddedRunner } from './embedded-runner.ts';
import { workflowMigrations } from './workflow-migrations.ts';

describe('turns that go wrong', () => {
  const stage = createStage();
  let later = 0;
  let database: DatabaseHandle;
  let options: EmbeddedRunnerOptions;
  let runner: WorkflowRunner;

  beforeAll(async () => {
    database = await openEmbeddedTestDatabase();
    await migrate(database, workflowMigrations);
    options = {
      database,
      handlers: stage.handlers,
      outputs: {
        put: async (value) => JSON.stringify(value),
        get: async (reference) => JSON.parse(reference),
      },
      log: { debug() {}, warn() {}, error() {} },
      clock: () => new Date(Date.now() + later),
      sweepMs: 300,
    };
    runner = await openEmbeddedRunner(options);
  });
  afterAll(async () => {
    await runner.close();
    await database.close();
  });

  it('take nothing more from a driver whose execution was taken over', async () => {
    const id = await begin(runner, [step('a', 'gated')]);
    await untilType(runner, id, 'stage.started', 'a');
    await database.pool.query(
      `update workflow_execution set drive = drive + 1, process = 'prc_gone' where id = $1`,
      [id],
    );
    stage.open(id);
    expect((await finish(runner, id)).status).toBe('succeeded');
    const events = (await journalOf(runner, id)).map(({ type, attempt }) => `${type} ${attempt}`);
    expect(events.slice(2)).toEqual([
      'stage.started 1',
      'stage.interrupted 1',
      'stage.started 2',
      'stage.succeeded 2',
      'execution.succeeded 0',
    ]);
  });

  it('are renewed when the dispatcher lost them in the queue', async () => {
    const checkpoint = { kind: 'checkpoint' as const, id: 'c', of: 'a', after: ['a'] };
    const id = await begin(runner, [step('a', 'add'), checkpoint]);
    await untilType(runner, id, 'stage.waiting');
    const turn = async () => {
      const text = 'select dispatch, drive from workflow_execution where id = $1';
      return (await database.pool.query(text, [id])).rows[0];
    };
    await expect.poll(turn).toEqual({ dispatch: 'idle', drive: 1 });
    await database.pool.query(
      `update workflow_execution set dispatch = 'queued', drive = 7 where id = $1`,
      [id],
    );
    later = 10 * 60_000;
    await expect.poll(turn).toEqual({ dispatch: 'idle', drive: 8 });
  });

  it('are handed out by one runner per process', async () => {
    await expect(openEmbeddedRunner(options)).rejects.toThrow(RunnerBusy);
  });
});
