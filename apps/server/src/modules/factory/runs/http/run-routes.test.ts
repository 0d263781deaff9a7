import type { RunSummary } from '@quantumlayer/contracts';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { WorkflowRunner } from '#modules/factory/workflows/index.ts';
import { createProjects } from '#modules/tenancy/projects/index.ts';
import type { BlobStore } from '#platform/blob-store.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createHttpApp } from '#platform/http/http-app.ts';
import { queueRun, type RunRecord } from '../domain/run.ts';
import {
  createPostgresRunRepository,
  createPostgresStageAttempts,
  createRunService,
  type DropIndex,
  type Pipeline,
  runRoutes,
} from '../index.ts';
import type { AppVersions } from '../ports.ts';
import { openTables } from '../testing/open-tables.ts';

const idOf = (number: number) => `run_${String(number).padStart(32, '0')}`;
const options = { stack: 'typescript-fastify', review: false, preview: true };
const now = new Date('2026-01-01T12:00:00Z');

describe('lists of runs', () => {
  let handle: DatabaseHandle;
  let app: FastifyInstance;
  let questions: number;

  beforeAll(async () => {
    handle = await openTables();
  });
  afterAll(() => handle.close());
  beforeEach(async () => {
    await handle.pool.query('truncate run cascade');
    const common = { database: handle.database, clock: systemClock, newId };
    const projects = createProjects(common);
    questions = 0;
    const runs = createRunService({
      ...common,
      runs: createPostgresRunRepository(handle.database),
      projects: {
        ...projects,
        namesOf: (organisationId, ids) => {
          questions += 1;
          return projects.namesOf(organisationId, ids);
        },
      },
      // Lists are made of rows alone.
      ...{ runner: {} as WorkflowRunner, drops: {} as DropIndex, pipeline: {} as Pipeline },
      ...{
        attempts: createPostgresStageAttempts(handle.database),
        blobs: {} as BlobStore,
        versions: {} as AppVersions,
      },
    });
    app = createHttpApp({ logger: pino({ level: 'silent' }) });
    app.decorateRequest('organisationId', 'org_1');
    app.register(runRoutes(runs));
  });
  afterEach(() => app.close());

  async function insert(number: number, changes: Partial<RunRecord> = {}): Promise<void> {
    const given = { id: idOf(number), organisationId: 'org_1', projectId: 'prj_1' };
    const run = queueRun({ ...given, prompt: `prompt ${number}`, options, now });
    const runs = createPostgresRunRepository(handle.database);
    await runs.transaction((tx) => runs.insert(tx, { ...run, ...changes }));
  }
  const get = async (url: string) => (await app.inject(url)).json();
  const numbers = async (url: string) =>
    (await get(url)).items.map(({ id }: RunSummary) => Number(id.slice('run_'.length)));

  it('shows all that a row needs', async () => {
    const failure = { stage: 'quality', code: 'quality-failed', message: 'No.', next: null };
    await insert(1, {
      ...{ title: 'Shop', stageKey: 'quality', stageMessage: 'lint', status: 'failed' },
      ...{ testsPassed: 8, testsFailed: 1, failure: { ...failure, details: { evidence: {} } } },
      ...{ startedAt: now, finishedAt: new Date(now.getTime() + 5_000), workedMs: 4_000 },
    });
    expect((await get('/runs')).items).toEqual([
      {
        ...{ id: idOf(1), projectId: 'prj_1', projectName: 'Shop', prompt: 'prompt 1' },
        ...{ title: 'Shop', options, status: 'failed', durationMs: 4_000 },
        ...{ workedMs: 4_000, workingSince: null },
        ...{ createdAt: now.toISOString(), startedAt: now.toISOString() },
        finishedAt: '2026-01-01T12:00:05.000Z',
        ...{ stage: { key: 'quality', message: 'lint' }, failure },
        ...{ tests: { passed: 8, failed: 1 }, capsuleId: null, previewId: null },
      },
    ]);
  });

  it('shows nothing that is not known yet', async () => {
    await insert(1);
    const nothing = { title: null, stage: null, tests: null, failure: null, capsuleId: null };
    expect((await get('/runs')).items[0]).toMatchObject(nothing);
  });

  it('lists the runs of all projects of the organisation, newest first, in pages', async () => {
    await insert(1);
    await insert(2, { projectId: 'prj_old' });
    await insert(3, { organisationId: 'org_2', projectId: 'prj_2' });
    await insert(4);
    const first = await get('/runs?limit=2');
    expect(first.items.map(({ id }: RunSummary) => id)).toEqual([idOf(4), idOf(2)]);
    expect(first.items[1]).toMatchObject({ projectName: 'Old' });
    expect(await numbers(`/runs?limit=2&cursor=${first.nextCursor}`)).toEqual([1]);
  });

  it('asks for the names of all projects of a page at once', async () => {
    for (let number = 1; number <= 20; number += 1) await insert(number);
    await get('/runs');
    expect(questions).toBe(1);
  });

  it.each([
    ['?status=failed', [3]],
    ['?status=failed,running', [3, 2]],
    ['?status=failed&status=running', [3, 2]],
    ['?projectId=prj_old', [2]],
    ['?q=50%25_off', [4]],
    ['?q=PROMPT&status=queued', [1]],
    ['?q=nothing', []],
    ['?failure=quality-failed', [3]],
    ['?since=2026-01-01T12:00:00Z&until=2026-01-01T12:00:01Z', [4, 2, 1]],
    ['?since=2026-01-02T01:00:00%2B01:00', [3]],
  ])('answers %s', async (query, expected) => {
    await insert(1);
    await insert(2, { status: 'running', projectId: 'prj_old' });
    const failure = { stage: 'quality', code: 'quality-failed', message: 'No.', next: null };
    await insert(3, { status: 'failed', failure, createdAt: new Date('2026-01-02') });
    await insert(4, { prompt: 'A shop with 50%_off \\ sales' });
    expect(await numbers(`/runs${query}`)).toEqual(expected);
  });

  it('takes every character of the text for itself', async () => {
    await insert(1, { prompt: 'a\\b' });
    await insert(2, { prompt: 'axb' });
    expect(await numbers(`/runs?q=${encodeURIComponent('a\\b')}`)).toEqual([1]);
    expect(await numbers('/runs?q=a_b')).toEqual([]);
  });

  it('has the same filters for one project', async () => {
    await insert(1);
    await insert(2, { status: 'failed' });
    await insert(3, { status: 'failed', projectId: 'prj_old' });
    expect(await numbers('/projects/prj_1/runs?status=failed&q=prompt')).toEqual([2]);
  });

  it.each([
    ['a status that there is not', '/runs?status=done', 422],
    ['a day that is no instant', '/runs?since=2026-01-01', 422],
    ['no text', '/runs?q=', 422],
    ['too many statuses', `/runs?status=${'failed,'.repeat(30)}failed`, 422],
    ['a project that there is not', '/runs?projectId=prj_none', 404],
    ['a project of another organisation', '/runs?projectId=prj_2', 404],
  ])('refuses %s', async (_case, url, status) => {
    const response = await app.inject(url);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch('application/problem+json');
  });
});
