import type { Check, RunStatus } from '@quantumlayer/contracts';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { createProjects } from '#modules/tenancy/projects/index.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createHttpApp } from '#platform/http/http-app.ts';
import { queueRun } from '../domain/run.ts';
import type { AttemptRecord } from '../domain/stage-attempt.ts';
import {
  createPostgresRunRepository,
  createPostgresStageAttempts,
  createStatistics,
  statisticsRoutes,
} from '../index.ts';
import { openTables } from '../testing/open-tables.ts';

const now = new Date('2026-03-10T15:00:00Z');
const today = new Date('2026-03-10T09:00:00Z');
const yesterday = new Date('2026-03-09T23:59:59.999Z');
const options = { stack: 'typescript-fastify', review: false, preview: true };

type Given = {
  status?: RunStatus;
  at?: Date;
  projectId?: string;
  organisationId?: string;
  failure?: string;
  tests?: [number, number];
};

describe('GET /statistics', () => {
  let handle: DatabaseHandle;
  let app: FastifyInstance;

  beforeAll(async () => {
    handle = await openTables();
    const { database } = handle;
    const clock = () => now;
    const projects = createProjects({ database, clock, newId });
    app = createHttpApp({ logger: pino({ level: 'silent' }) });
    app.decorateRequest('organisationId', 'org_1');
    app.register(statisticsRoutes(createStatistics({ database, projects, clock })));
  });
  afterAll(async () => {
    await app.close();
    await handle.close();
  });
  beforeEach(async () => {
    await handle.pool.query('truncate run cascade');
  });

  async function insert(number: number, given: Given = {}): Promise<string> {
    const { status = 'succeeded', at = today, projectId = 'prj_1', tests = [0, 0] } = given;
    const { organisationId = 'org_1', failure } = given;
    const id = `run_${number}`;
    const queued = queueRun({ id, organisationId, projectId, prompt: 'a', options, now: at });
    const runs = createPostgresRunRepository(handle.database);
    await runs.transaction((tx) =>
      runs.insert(tx, {
        ...{ ...queued, status, startedAt: at, testsPassed: tests[0], testsFailed: tests[1] },
        failure: failure ? { stage: 'x', code: failure, message: 'No.', next: null } : null,
      }),
    );
    return id;
  }
  async function attempt(runId: string, seconds: number, changes: Partial<AttemptRecord> = {}) {
    const attempts = createPostgresStageAttempts(handle.database);
    await attempts.begin(handle.database, {
      ...{ organisationId: 'org_1', runId, stage: 'capsule', attempt: 1, kind: 'work' },
      ...{ status: 'succeeded', startedAt: today, failure: null, checks: null },
      finishedAt: new Date(today.getTime() + seconds * 1_000),
      ...changes,
    });
  }
  const read = async (query = '') => (await app.inject(`/statistics${query}`)).json();

  it('is empty, with every day, where nothing has run', async () => {
    const statistics = await read('?days=3');
    expect(statistics).toMatchObject({
      ...{ since: '2026-03-08T00:00:00.000Z', until: '2026-03-11T00:00:00.000Z' },
      runs: { count: 0, successRate: null, byStatus: { succeeded: 0, failed: 0 } },
      timeToCapsule: { count: 0, medianMs: null, p90Ms: null },
      now: { running: { count: 0, runIds: [] }, waiting: { count: 0, runIds: [] } },
      ...{ stages: [], failures: [], sandbox: { minutes: 0, attempts: 0 } },
    });
    expect(statistics.days.map(({ day }: { day: string }) => day)).toEqual([
      '2026-03-08',
      '2026-03-09',
      '2026-03-10',
    ]);
    expect((await read()).days).toHaveLength(30);
  });

  it('counts runs and their tests on the day they were asked for', async () => {
    await insert(1, { at: yesterday, status: 'failed', tests: [3, 2] });
    await insert(2, { tests: [10, 0] });
    await insert(3, { tests: [5, 0] });
    await insert(4, { at: new Date('2026-03-08T23:59:59Z') });
    const { days, runs } = await read('?days=2');
    expect(days[0]).toMatchObject({
      ...{ day: '2026-03-09', tests: { passed: 3, failed: 2 }, runs: { failed: 1, succeeded: 0 } },
      ...{ since: '2026-03-09T00:00:00.000Z', until: '2026-03-10T00:00:00.000Z' },
    });
    expect(days[1]).toMatchObject({ tests: { passed: 15, failed: 0 }, runs: { succeeded: 2 } });
    expect(runs.count).toBe(3);
  });

  it('rates success among the runs that succeeded or failed', async () => {
    await insert(1);
    await insert(2);
    await insert(3);
    await insert(4, { status: 'failed' });
    await insert(5, { status: 'cancelled' });
    await insert(6, { status: 'running' });
    expect((await read()).runs).toMatchObject({ successRate: 0.75, count: 6 });
  });

  it('measures what was worked on a run until its capsule was there', async () => {
    for (const [index, seconds] of [10, 20, 30, 40, 100].entries()) {
      await attempt(await insert(index), seconds);
    }
    await insert(8);
    await attempt(await insert(9), 900, { status: 'failed' });
    expect((await read()).timeToCapsule).toEqual({ count: 5, medianMs: 30_000, p90Ms: 76_000 });
  });

  it('takes the last capsule of a run that was tried again', async () => {
    const id = await insert(1);
    const at = (seconds: number) => new Date(today.getTime() + seconds * 1_000);
    await attempt(id, 3, { stage: 'quality', status: 'failed' });
    await attempt(id, 10, { startedAt: at(3) });
    await attempt(id, 900, { startedAt: at(10), stage: 'review', kind: 'checkpoint' });
    await attempt(id, 950, { startedAt: at(930), attempt: 2 });
    await attempt(id, 990, { startedAt: at(950), stage: 'preview' });
    expect((await read()).timeToCapsule).toMatchObject({ count: 1, medianMs: 30_000 });
  });

  it('names the runs that go on or wait now, whenever they were asked for', async () => {
    await insert(1, { status: 'running', at: new Date('2020-01-01') });
    await insert(2, { status: 'running' });
    await insert(3, { status: 'waiting' });
    await insert(4, { status: 'queued' });
    expect((await read('?days=1')).now).toEqual({
      running: { count: 2, runIds: ['run_2', 'run_1'] },
      waiting: { count: 1, runIds: ['run_3'] },
      queued: { count: 1, runIds: ['run_4'] },
      paused: { count: 0, runIds: [] },
    });
  });

  it('puts the slowest stage first and names its slowest run', async () => {
    const [one, two] = [await insert(1), await insert(2)];
    await attempt(one, 60, { stage: 'quality' });
    await attempt(two, 80, { stage: 'quality' });
    await attempt(one, 1, { stage: 'parse' });
    await attempt(one, 9_999, { stage: 'review', kind: 'checkpoint' });
    await attempt(two, 9_999, { stage: 'code', status: 'interrupted' });
    expect((await read()).stages).toEqual([
      { stage: 'quality', count: 2, medianMs: 70_000, p90Ms: 78_000, slowestRunId: two },
      { stage: 'parse', count: 1, medianMs: 1_000, p90Ms: 1_000, slowestRunId: one },
    ]);
  });

  it('counts failures by code, the most frequent first', async () => {
    await insert(1, { status: 'failed', failure: 'prompt-empty' });
    await insert(2, { status: 'failed', failure: 'quality-failed' });
    await insert(3, { status: 'failed', failure: 'quality-failed' });
    expect((await read()).failures).toEqual([
      { code: 'quality-failed', count: 2, latestRunId: 'run_3' },
      { code: 'prompt-empty', count: 1, latestRunId: 'run_1' },
    ]);
  });

  it('adds up what the checks took in the sandbox, also where one failed', async () => {
    const check = (id: string, durationMs: number, status = 'passed') =>
      ({ id, durationMs, status }) as Check;
    const checks = [check('tests', 90_000, 'failed'), check('lint', 30_000), check('secrets', 9e9)];
    await attempt(await insert(1), 60, { stage: 'quality', status: 'failed', checks });
    const skipped = [check('typecheck', 60_000), check('tests', 9e9, 'skipped')];
    await attempt(await insert(2), 60, { stage: 'quality', checks: skipped });
    expect((await read()).sandbox).toEqual({ minutes: 3, attempts: 2 });
  });

  it('counts one project alone when asked, and never another organisation', async () => {
    await attempt(await insert(1), 10);
    await attempt(await insert(2, { projectId: 'prj_old', status: 'running' }), 20);
    const foreign = { organisationId: 'org_2', projectId: 'prj_2', status: 'failed' } as const;
    await attempt(await insert(3, { ...foreign, failure: 'x' }), 30, { organisationId: 'org_2' });
    expect(await read()).toMatchObject({
      ...{ runs: { count: 2 }, timeToCapsule: { count: 2 }, failures: [], projectId: null },
    });
    expect(await read('?projectId=prj_old')).toMatchObject({
      ...{ projectId: 'prj_old', runs: { count: 1 }, timeToCapsule: { medianMs: 20_000 } },
      ...{ now: { running: { runIds: ['run_2'] } }, stages: [{ count: 1 }] },
    });
    expect((await read('?projectId=prj_1')).now.running.count).toBe(0);
  });

  it.each([
    ['?days=0', 422],
    ['?days=366', 422],
    ['?days=x', 422],
    ['?projectId=prj_none', 404],
    ['?projectId=prj_2', 404],
  ])('refuses %s', async (query, status) => {
    const response = await app.inject(`/statistics${query}`);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch('application/problem+json');
  });
});
