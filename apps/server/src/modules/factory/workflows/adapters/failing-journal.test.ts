import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { migrate } from '#platform/migrate.ts';
import { openEmbeddedTestDatabase } from '#platform/testing/open-test-database.ts';
import { begin, createStage, finish, step } from '../conformance/harness.ts';
import type { WorkflowRunner } from '../ports.ts';
import { openEmbeddedRunner } from './embedded-runner.ts';
import { persist } from './persist.ts';
import { workflowMigrations } from './workflow-migrations.ts';

describe('a journal that refuses one execution', () => {
  const stage = createStage();
  const refused = new Set<string>();
  const errors: { executionId?: string; err?: { code?: string } }[] = [];
  let database: DatabaseHandle;
  let runner: WorkflowRunner;
  let stuck: string;

  beforeAll(async () => {
    database = await openEmbeddedTestDatabase();
    await migrate(database, workflowMigrations);
    runner = await openEmbeddedRunner({
      database,
      handlers: stage.handlers,
      outputs: {
        put: async (value) => JSON.stringify(value),
        get: async (reference) => JSON.parse(reference),
      },
      projectors: [
        async (_tx, { executionId, type }) => {
          if (type === 'execution.queued') refused.add(executionId);
          if (type === 'execution.queued' || !refused.has(executionId)) return;
          throw new Error('the projection does not take it');
        },
      ],
      log: { debug() {}, warn() {}, error: (entry: object) => void errors.push(entry) },
      concurrency: 1,
      pollMs: 50,
      sweepMs: 100,
    });
    stuck = await begin(runner, [step('a', 'add')]);
    await vi.waitUntil(() => errors.length > 0, { timeout: 20_000 });
  });
  afterAll(async () => {
    await runner.close();
    await database.close();
  });

  const rowOf = async (id: string) => {
    const text = 'select dispatch, process, wake_at from workflow_execution where id = $1';
    return (await database.pool.query(text, [id])).rows[0];
  };

  it('says so in the log, with the execution and the reason', () => {
    expect(errors[0]).toMatchObject({ executionId: stuck, err: { code: 'journal-unwritable' } });
  });

  it('leaves the execution to a later turn that any process may take', async () => {
    await expect
      .poll(() => rowOf(stuck), { timeout: 10_000 })
      .toEqual({ dispatch: 'idle', process: null, wake_at: expect.any(Date) });
    expect((await runner.get('org_1', stuck)).status).toBe('queued');
  });

  it('keeps the only slot from nobody else', async () => {
    const id = await begin(runner, [step('a', 'add')]);
    refused.delete(id);
    expect((await finish(runner, id)).status).toBe('succeeded');
  });

  it('is asked less often each time', async () => {
    const rest = async () => (await rowOf(stuck)).wake_at?.getTime() - Date.now();
    await expect.poll(rest, { timeout: 15_000 }).toBeGreaterThan(1_200);
  });

  it('lets the execution finish as soon as it can be written', async () => {
    refused.clear();
    expect((await finish(runner, stuck)).status).toBe('succeeded');
    expect(stage.callsOf(stuck)).toEqual(['a']);
  });
});

describe('a write that hangs', () => {
  it('is given up, and not begun again', async () => {
    let writes = 0;
    const hanging = () => {
      writes += 1;
      return new Promise<never>(() => {});
    };
    await expect(persist(hanging, { warn() {} }, 20)).rejects.toMatchObject({
      code: 'journal-unwritable',
    });
    expect(writes).toBe(1);
  });
});
