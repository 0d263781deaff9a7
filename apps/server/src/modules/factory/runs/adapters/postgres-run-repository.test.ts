import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { moveRun, queueRun, type RunRecord } from '../domain/run.ts';
import type { RunRepository } from '../ports.ts';
import { openTables } from '../testing/open-tables.ts';
import { createPostgresRunRepository } from './postgres-run-repository.ts';

const now = new Date('2026-01-01T12:00:00.123Z');
const options = { stack: 'typescript-fastify', review: true, preview: false };

function queued(id: string, organisationId = 'org_1', projectId = 'prj_1'): RunRecord {
  return queueRun({ id, organisationId, projectId, prompt: 'a "todo" 💡 list', options, now });
}

describe('the run repository', () => {
  let handle: DatabaseHandle;
  let runs: RunRepository;

  beforeAll(async () => {
    handle = await openTables();
    runs = createPostgresRunRepository(handle.database);
  });
  afterAll(() => handle.close());
  beforeEach(async () => {
    await handle.pool.query('truncate run cascade');
  });

  const insert = (...records: RunRecord[]) =>
    runs.transaction(async (tx) => {
      for (const record of records) await runs.insert(tx, record);
    });
  const ids = async (before: string | null, limit = 10, organisationId = 'org_1') =>
    (await runs.list(organisationId, { projectId: 'prj_1', statuses: [], before, limit })).map(
      ({ id }) => id,
    );

  it('gives back what was inserted', async () => {
    await insert(queued('run_1'));
    expect(await runs.find('org_1', 'run_1')).toEqual(queued('run_1'));
  });

  it('saves how a run moved, with its failure', async () => {
    await insert(queued('run_1'));
    const failure = { stage: 'parse', code: 'no', message: 'No.', next: 'Ask.', details: { a: 1 } };
    const failed = moveRun(queued('run_1'), { status: 'failed', at: now, failure });
    await runs.transaction((tx) => runs.save(tx, failed));
    expect(await runs.find('org_1', 'run_1')).toEqual(failed);
  });

  it('lists the newest first and goes on behind a cursor', async () => {
    await insert(queued('run_1'), queued('run_2'), queued('run_3'));
    expect(await ids(null, 2)).toEqual(['run_3', 'run_2']);
    expect(await ids('run_2', 2)).toEqual(['run_1']);
  });

  it('lists a failure without its details', async () => {
    const failure = { stage: 'parse', code: 'no', message: 'No.', next: 'Ask.' };
    const long = { ...queued('run_1'), failure: { ...failure, details: { a: 1 } } };
    await insert(long, queued('run_2'));
    const [second, first] = await runs.list('org_1', { statuses: [], before: null, limit: 9 });
    expect(first?.failure).toEqual(failure);
    expect(second?.failure).toBeNull();
  });

  it('saves what a stage says, of its own organisation alone', async () => {
    await insert(queued('run_1'));
    const says = { id: 'run_1', stageKey: 'code', stageMessage: 'half of it' };
    await runs.saveProgress(handle.database, { ...says, organisationId: 'org_2' });
    expect(await runs.find('org_1', 'run_1')).toMatchObject({ stageKey: null });
    await runs.saveProgress(handle.database, { ...says, organisationId: 'org_1' });
    expect(await runs.find('org_1', 'run_1')).toMatchObject({ stageMessage: 'half of it' });
  });

  it('shows and moves nothing of another organisation', async () => {
    await insert(queued('run_1'), queued('run_2', 'org_2', 'prj_1'));
    expect(await runs.find('org_2', 'run_1')).toBeNull();
    expect(await ids(null, 10, 'org_2')).toEqual(['run_2']);
    const stolen = { ...queued('run_1', 'org_2'), status: 'cancelled' as const };
    await runs.transaction((tx) => runs.save(tx, stolen));
    expect(await runs.find('org_1', 'run_1')).toMatchObject({ status: 'queued' });
  });

  it('keeps the runs of projects apart', async () => {
    await insert(queued('run_1'), queued('run_2', 'org_1', 'prj_old'));
    expect(await ids(null)).toEqual(['run_1']);
  });

  it.each([
    ['queued', true],
    ['running', true],
    ['waiting', false],
    ['paused', false],
    ['succeeded', false],
  ] as const)('says whether the machine has work: a %s run, %s', async (status, active) => {
    await insert({ ...queued('run_1', 'org_2'), status });
    expect(await runs.hasActive()).toBe(active);
  });

  it('counts what was queued before a run and still is, of all organisations', async () => {
    await insert(queued('run_1', 'org_2'), { ...queued('run_2'), status: 'running' });
    await insert(queued('run_3'), queued('run_4'));
    expect(await runs.countQueuedBefore('run_3')).toBe(1);
    expect(await runs.countQueuedBefore('run_1')).toBe(0);
  });

  it('undoes all of a transaction that throws', async () => {
    const thrown = runs.transaction(async (tx) => {
      await runs.insert(tx, queued('run_1'));
      expect(await runs.findIn(tx, 'org_1', 'run_1')).not.toBeNull();
      throw new Error('no');
    });
    await expect(thrown).rejects.toThrow('no');
    expect(await runs.find('org_1', 'run_1')).toBeNull();
  });
});
