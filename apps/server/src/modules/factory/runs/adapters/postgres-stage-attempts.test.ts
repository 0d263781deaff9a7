import type { Check } from '@quantumlayer/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { queueRun } from '../domain/run.ts';
import type { AttemptRecord } from '../domain/stage-attempt.ts';
import type { StageAttempts } from '../ports.ts';
import { openTables } from '../testing/open-tables.ts';
import { createPostgresRunRepository } from './postgres-run-repository.ts';
import { createPostgresStageAttempts } from './postgres-stage-attempts.ts';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, second));
const options = { stack: 'typescript-fastify', review: false, preview: false };
const checks = [{ id: 'tests', status: 'failed' }] as Check[];

describe('the attempts at stages', () => {
  let handle: DatabaseHandle;
  let attempts: StageAttempts;

  beforeAll(async () => {
    handle = await openTables();
    attempts = createPostgresStageAttempts(handle.database);
  });
  afterAll(() => handle.close());
  beforeEach(async () => {
    await handle.pool.query('truncate run cascade');
    const runs = createPostgresRunRepository(handle.database);
    const given = { organisationId: 'org_1', projectId: 'prj_1', prompt: 'a', options, now: at(0) };
    await runs.transaction((tx) => runs.insert(tx, queueRun({ ...given, id: 'run_1' })));
  });

  const begun = (stage: string, attempt: number, second: number): AttemptRecord => ({
    ...{ organisationId: 'org_1', runId: 'run_1', stage, attempt, kind: 'work' },
    ...{ status: 'running', startedAt: at(second), finishedAt: null, failure: null, checks: null },
  });
  const begin = (record: AttemptRecord) => attempts.begin(handle.database, record);
  const end = (record: AttemptRecord, changes: Partial<AttemptRecord> = {}) => {
    const { organisationId, runId, stage, attempt } = { ...record, ...changes };
    const ended = { status: 'failed', failure: 'quality-failed', checks } as const;
    const key = { organisationId, runId, stage, attempt };
    return attempts.end(handle.database, { ...key, ...ended, finishedAt: at(9) });
  };
  const list = (skip = 0, limit = 10) => attempts.list('org_1', 'run_1', { skip, limit });

  it('are listed in the order in which they began, page by page', async () => {
    const records = [begun('quality', 1, 5), begun('parse', 1, 1), begun('quality', 2, 7)];
    for (const record of records) await begin(record);
    const [first, second, third] = [records[1], records[0], records[2]];
    expect(await list()).toEqual([first, second, third]);
    expect(await list(1, 1)).toEqual([second]);
    expect(await list(3)).toEqual([]);
    expect(await attempts.list('org_2', 'run_1', { skip: 0, limit: 10 })).toEqual([]);
  });

  it('end once, with what they executed', async () => {
    const record = begun('quality', 1, 5);
    await begin(record);
    await begin({ ...record, startedAt: at(8) });
    await end(record);
    await attempts.end(handle.database, { ...record, status: 'succeeded', finishedAt: at(20) });
    const ended = { status: 'failed', finishedAt: at(9), failure: 'quality-failed', checks };
    expect(await list()).toEqual([{ ...record, ...ended }]);
    expect(await attempts.findChecks('org_1', 'run_1', 1)).toEqual(checks);
  });

  it('end nothing of another organisation, run, stage or attempt', async () => {
    const record = begun('quality', 1, 5);
    await begin(record);
    for (const other of [
      { organisationId: 'org_2' },
      { runId: 'run_2' },
      { stage: 'tests' },
      { attempt: 2 },
    ]) {
      await end(record, other);
    }
    expect(await list()).toEqual([record]);
    expect(await attempts.findChecks('org_1', 'run_1', 1)).toBeNull();
    expect(await attempts.findChecks('org_1', 'run_1', 7)).toBeNull();
  });

  it('go with their run', async () => {
    await begin(begun('parse', 1, 1));
    await handle.pool.query('delete from run');
    expect(await list()).toEqual([]);
  });
});
