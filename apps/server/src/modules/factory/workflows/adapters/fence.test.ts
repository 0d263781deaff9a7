import { describe, expect, it } from 'vitest';
import { migrate } from '#platform/migrate.ts';
import { openEmbeddedTestDatabase } from '#platform/testing/open-test-database.ts';
import { begin, createStage, finish, journalOf, step, untilType } from '../conformance/harness.ts';
import { RunnerBusy } from '../domain/workflow-errors.ts';
import { openEmbeddedRunner } from './embedded-runner.ts';
import { workflowMigrations } from './workflow-migrations.ts';

describe('an execution that another process took over', () => {
  it('takes nothing more from its former driver, and is driven to its end', async () => {
    const database = await openEmbeddedTestDatabase();
    await migrate(database, workflowMigrations);
    const stage = createStage();
    const outputs = {
      put: async (value: unknown) => JSON.stringify(value),
      get: async (text: string) => JSON.parse(text),
    };
    const log = { debug() {}, warn() {}, error() {} };
    const options = { database, outputs, log, handlers: stage.handlers };
    const runner = await openEmbeddedRunner({ ...options, sweepMs: 400 });
    try {
      await expect(openEmbeddedRunner(options)).rejects.toThrow(RunnerBusy);
      const id = await begin(runner, [step('a', 'gated')]);
      await untilType(runner, id, 'stage.started', 'a');
      await database.pool.query(
        `update workflow_execution set drive = drive + 1, process = 'prc_gone'`,
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
    } finally {
      await runner.close();
      await database.close();
    }
  });
});
