import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecutionState } from '@quantumlayer/workflow';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { createDrops } from '#modules/factory/drops/index.ts';
import {
  createBlobOutputStore,
  type ExecutionEvent,
  type Projector,
} from '#modules/factory/workflows/index.ts';
import { createProjects } from '#modules/tenancy/projects/index.ts';
import type { BlobStore } from '#platform/blob-store.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createFolderBlobStore } from '#platform/folder-blob-store.ts';
import { createPostgresRunRepository } from './adapters/postgres-run-repository.ts';
import { createPostgresStageAttempts } from './adapters/postgres-stage-attempts.ts';
import { queueRun } from './domain/run.ts';
import { createRunProjector } from './run-projector.ts';
import { openTables } from './testing/open-tables.ts';
import { evidence } from './testing/scripted-stages.ts';

const at = new Date('2026-01-01T12:00:05Z');
const options = { stack: 'typescript-fastify', review: false, preview: true };

describe('the projector of runs', () => {
  let handle: DatabaseHandle;
  let folder: string;
  let blobs: BlobStore;
  let output: string;
  let project: Projector;

  beforeAll(async () => {
    handle = await openTables();
    folder = await mkdtemp(join(tmpdir(), 'projector-'));
    blobs = createFolderBlobStore(folder);
    output = await blobs.put(Buffer.from('{"a":1}'));
    const clock = () => at;
    const { database } = handle;
    const projects = createProjects({ database, clock, newId });
    const drops = createDrops({ database, blobs, projects, clock, newId });
    const runs = createPostgresRunRepository(database);
    const attempts = createPostgresStageAttempts(database);
    project = createRunProjector(runs, attempts, drops, createBlobOutputStore(blobs));
  });
  afterAll(async () => {
    await handle.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await handle.pool.query('truncate run, "drop", outbox cascade');
    const runs = createPostgresRunRepository(handle.database);
    const now = new Date('2026-01-01T12:00:00Z');
    const given = {
      id: 'run_1',
      organisationId: 'org_1',
      projectId: 'prj_1',
      prompt: 'a',
      options,
    };
    await runs.transaction((tx) => runs.insert(tx, queueRun({ ...given, now })));
  });

  type Given = Partial<ExecutionEvent> & Pick<ExecutionEvent, 'type'>;
  type State = { status: string; failure?: object | null };

  function event(given: Given): ExecutionEvent {
    const base = { organisationId: 'org_1', executionId: 'run_1', seq: 7, node: null, attempt: 1 };
    return { ...base, at, data: {}, ...given };
  }
  const apply = (given: Given, { status, failure = null }: State) =>
    handle.database.transaction((tx) =>
      project(tx, event(given), { status, failure } as ExecutionState),
    );
  const stageDone = (stage: string, more: Partial<ExecutionEvent> = {}) =>
    ({ type: 'stage.succeeded', node: stage, data: { output }, ...more }) as const;

  async function stored() {
    const rows = async (sql: string) => (await handle.pool.query(sql)).rows;
    const [run] = await rows('select status, started_at, finished_at, failure from run');
    return {
      status: run.status,
      failure: run.failure,
      drops: (await rows('select stage from "drop" order by version')).map(({ stage }) => stage),
      announced: (await rows('select payload from outbox order by id')).map(
        ({ payload }) => payload,
      ),
    };
  }
  const untouched = { status: 'queued', failure: null, drops: [], announced: [] };

  it('moves the row with its execution', async () => {
    await apply({ type: 'execution.started' }, { status: 'running' });
    expect(await stored()).toEqual({ ...untouched, status: 'running' });
  });

  it('records the result of a stage as a drop', async () => {
    await apply(stageDone('design'), { status: 'running' });
    expect((await stored()).drops).toEqual(['design']);
  });

  it('records one drop of an event that it sees again', async () => {
    await apply(stageDone('design'), { status: 'running' });
    await apply(stageDone('design'), { status: 'running' });
    expect((await stored()).drops).toEqual(['design']);
  });

  it('records no drop of a part of a stage', async () => {
    await apply(stageDone('code/3'), { status: 'running' });
    expect((await stored()).drops).toEqual([]);
  });

  it('records what a person changed as a drop of the stage that was changed', async () => {
    const data = { of: 'design', replacement: output };
    await apply({ type: 'stage.modified', node: 'review', data }, { status: 'running' });
    expect((await stored()).drops).toEqual(['design']);
  });

  it('tells of the end in the same transaction: row, drop and announcement', async () => {
    await apply({ type: 'execution.started' }, { status: 'running' });
    await apply(stageDone('preview'), { status: 'succeeded' });
    expect(await stored()).toEqual({
      status: 'succeeded',
      failure: null,
      drops: ['preview'],
      announced: [{ projectId: 'prj_1', status: 'succeeded', durationMs: 0, failure: null }],
    });
  });

  it('keeps why a run failed, and announces the code', async () => {
    const failure = { stage: 'quality', code: 'quality-failed', message: 'tests: 1 failed' };
    await apply({ type: 'execution.failed' }, { status: 'failed', failure });
    expect(await stored()).toMatchObject({
      failure: { ...failure, next: null },
      announced: [{ status: 'failed', failure: 'quality-failed' }],
    });
  });

  describe('what a list shows', () => {
    const shown = async () => (await handle.pool.query('select * from run')).rows[0];
    const running = { status: 'running' };
    const done = (stage: string, value: unknown) =>
      apply(stageDone(stage, { data: { output: `json:${JSON.stringify(value)}` } }), running);

    it('is the stage that began last, with its last line', async () => {
      await apply({ type: 'stage.started', node: 'code' }, running);
      expect(await shown()).toMatchObject({ stage_key: 'code', stage_message: null });
      const data = { message: 'Orders: 3 files' };
      await apply({ type: 'stage.progress', node: 'code/2', data }, running);
      await apply({ type: 'stage.started', node: 'code/3' }, running);
      expect(await shown()).toMatchObject({ stage_key: 'code', stage_message: data.message });
      await apply({ type: 'stage.waiting', node: 'review' }, { status: 'waiting' });
      expect(await shown()).toMatchObject({ stage_key: 'review', stage_message: null });
    });

    it('is what the stages made', async () => {
      await done('parse', { blueprint: { title: 'Shop' } });
      await done('quality', { evidence });
      await done('capsule', { capsuleId: 'cap_1' });
      await done('preview', { previewId: 'prv_1' });
      expect(await shown()).toMatchObject({
        ...{ title: 'Shop', tests_passed: 9, tests_failed: 0 },
        ...{ capsule_id: 'cap_1', preview_id: 'prv_1' },
      });
    });

    it('is the title of the blueprint that a person put in place of another', async () => {
      await done('parse', { blueprint: { title: 'Shop' } });
      const data = { of: 'design', replacement: 'json:{"blueprint":{"title":"Store"}}' };
      await apply({ type: 'stage.modified', node: 'review', data }, running);
      expect(await shown()).toMatchObject({ title: 'Store' });
    });

    it('is how many tests failed when the gate refused', async () => {
      const failed = { ...evidence, tests: { ...evidence.tests, failed: 2 } };
      const data = { failure: { code: 'quality-failed', details: { evidence: failed } } };
      await apply({ type: 'stage.failed', node: 'quality', data }, running);
      expect(await shown()).toMatchObject({ tests_passed: 9, tests_failed: 2 });
    });

    it.each([
      ['preview', { tests_passed: 9, capsule_id: 'cap_1', preview_id: null }],
      ['capsule', { tests_passed: 9, capsule_id: null, preview_id: null }],
      ['quality', { tests_passed: null, capsule_id: null, preview_id: null }],
    ])('is forgotten from the stage %s on when it is tried again', async (stage, left) => {
      await done('quality', { evidence });
      await done('capsule', { capsuleId: 'cap_1' });
      await done('preview', { previewId: 'prv_1' });
      await apply({ type: 'execution.retried', data: { stage } }, running);
      expect(await shown()).toMatchObject(left);
    });
  });

  describe('the attempts at a stage', () => {
    const attempts = async () =>
      (
        await handle.pool.query(
          'select stage, attempt, kind, status, failure, finished_at is null as open from run_stage order by attempt',
        )
      ).rows.map(({ stage, attempt, kind, status, failure, open }) =>
        [stage, attempt, kind, status, failure, open ? 'open' : 'ended'].join(' '),
      );
    const move = (type: string, attempt: number, data: Record<string, unknown> = {}) =>
      apply({ type, node: 'quality', attempt, data }, { status: 'running' });

    it('begin and end with its events', async () => {
      await move('stage.started', 1);
      expect(await attempts()).toEqual(['quality 1 work running  open']);
      await move('stage.retrying', 1, { failure: { code: 'stage-crashed' } });
      await move('stage.started', 2);
      await move('stage.interrupted', 2);
      await move('stage.waiting', 3);
      await move('stage.approved', 3);
      expect(await attempts()).toEqual([
        'quality 1 work failed stage-crashed ended',
        'quality 2 work interrupted  ended',
        'quality 3 checkpoint succeeded  ended',
      ]);
    });

    it('are the same however often an event is seen', async () => {
      for (let twice = 0; twice < 2; twice += 1) {
        await move('stage.started', 1);
        await move('stage.failed', 1, { failure: { code: 'quality-failed' } });
      }
      expect(await attempts()).toEqual(['quality 1 work failed quality-failed ended']);
    });

    it('are none for the parts of a stage', async () => {
      await apply({ type: 'stage.started', node: 'code/1' }, { status: 'running' });
      expect(await attempts()).toEqual([]);
    });
  });

  it('leaves nothing behind when the transaction throws after it', async () => {
    const thrown = handle.database.transaction(async (tx) => {
      const state = { status: 'succeeded', failure: null } as ExecutionState;
      await project(tx, event(stageDone('preview')), state);
      throw new Error('the journal could not be written');
    });
    await expect(thrown).rejects.toThrow('the journal');
    expect(await stored()).toEqual(untouched);
  });

  it('gives an output that was kept in the journal its place among the blobs', async () => {
    await apply(stageDone('preview', { data: { output: 'json:{"a":1}' } }), { status: 'running' });
    const { rows } = await handle.pool.query('select digest from "drop"');
    expect(rows).toEqual([{ digest: output }]);
  });

  it('moves nothing when the bytes of the drop are not there', async () => {
    const missing = { output: `sha256:${'0'.repeat(64)}` };
    const thrown = apply(stageDone('preview', { data: missing }), { status: 'succeeded' });
    await expect(thrown).rejects.toMatchObject({ code: 'blob-not-found' });
    expect(await stored()).toEqual(untouched);
  });

  it.each([
    ['progress of no run', { type: 'stage.progress', executionId: 'exe_1' }],
    ['an execution that is no run', { type: 'execution.started', executionId: 'exe_1' }],
    ['another organisation', { type: 'execution.started', organisationId: 'org_2' }],
  ])('does nothing for %s', async (_case, given) => {
    await apply(given, { status: 'running' });
    expect(await stored()).toEqual(untouched);
  });
});
