import { createHash } from 'node:crypto';
import type { Evidence, StageAttempt } from '@quantumlayer/contracts';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpApp } from '#platform/http/http-app.ts';
import { runCheckRoutes } from '../index.ts';
import { type OpenRuns, openRuns } from '../testing/open-runs.ts';
import { createScriptedStages, evidence } from '../testing/scripted-stages.ts';

const output = 'not ok 3 - <script>alert(1)</script>\n'.repeat(20_000);
const prompt = 'A todo list: a task has a title and a due date';
const options = { stack: 'typescript-fastify', review: false, preview: false };

describe('what a run executed', () => {
  const stages = createScriptedStages();
  const { script } = stages;
  let open: OpenRuns;
  let app: FastifyInstance;
  let stranger: FastifyInstance;
  let failedEvidence: Evidence;
  let runId: string;

  function openApp(organisationId: string): FastifyInstance {
    const opened = createHttpApp({ logger: pino({ level: 'silent' }) });
    opened.decorateRequest('organisationId', organisationId);
    opened.register(runCheckRoutes(open.runs));
    return opened;
  }

  beforeAll(async () => {
    open = await openRuns(stages);
    failedEvidence = {
      ...evidence,
      checks: [
        {
          ...{ id: 'tests', title: 'Run the tests', status: 'failed', command: ['npm', 'test'] },
          ...{ exitCode: 1, durationMs: 5, reason: '1 of 3 tests failed.', figures: {} },
          outputDigest: await open.blobs.put(Buffer.from(output)),
        },
      ],
    };
    Object.assign(script, { gatePasses: false, failedEvidence });
    app = openApp('org_1');
    stranger = openApp('org_2');
    const run = await open.runs.start('org_1', 'prj_1', { prompt, options });
    runId = run.id;
    await open.finish(runId);
  });
  afterAll(async () => {
    await app.close();
    await stranger.close();
    await open.close();
  });

  it('names the check that failed: command, exit code, reason', async () => {
    const run = await open.runs.get('org_1', runId);
    expect(run).toMatchObject({ status: 'failed', failure: { code: 'quality-failed' } });
    expect(run.failedCheck).toEqual(failedEvidence.checks[0]);
  });

  it('answers the whole output of the check, with its digest', async () => {
    const response = await app.inject(`/runs/${runId}/checks/tests/output`);
    const digest = failedEvidence.checks[0]?.outputDigest;
    expect(response.statusCode).toBe(200);
    expect(response.body).toBe(output);
    expect(response.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${runId}-tests.log"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'repr-digest': `sha-256=:${createHash('sha256').update(output).digest('base64')}:`,
      etag: `"${digest}"`,
    });
    const headers = { 'if-none-match': `"${digest}"` };
    const again = await app.inject({ url: `/runs/${runId}/checks/tests/output`, headers });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  it('lists every attempt at every stage, in pages', async () => {
    const list = async (query: string) =>
      (await app.inject(`/runs/${runId}/attempts${query}`)).json();
    const all = await list('');
    expect(all.nextCursor).toBeNull();
    expect(all.items.map(({ stage, status }: StageAttempt) => `${stage} ${status}`)).toEqual([
      'parse succeeded',
      'design succeeded',
      'code succeeded',
      'tests succeeded',
      'quality failed',
    ]);
    expect(all.items.at(-1)).toMatchObject({
      ...{ attempt: 1, kind: 'work', failure: 'quality-failed', checks: failedEvidence.checks },
      durationMs: expect.any(Number),
    });
    const first = await list('?limit=2');
    expect(first.items).toEqual(all.items.slice(0, 2));
    expect((await list(`?limit=2&cursor=${first.nextCursor}`)).items).toEqual(
      all.items.slice(2, 4),
    );
  });

  it('keeps what a failed attempt executed when a later one passes', async () => {
    script.gatePasses = true;
    await open.runs.retry('org_1', runId, 'quality');
    await open.finish(runId);
    expect(await open.runs.get('org_1', runId)).toMatchObject({ failedCheck: null, evidence });
    const url = `/runs/${runId}/checks/tests/output`;
    expect((await app.inject(url)).json()).toMatchObject({ type: '/problems/check-not-found' });
    expect((await app.inject(`${url}?attempt=1`)).body).toBe(output);
    expect((await app.inject(`${url}?attempt=2`)).statusCode).toBe(404);
  });

  it.each([
    ['a check that was not executed', () => `/runs/${runId}/checks/lint/output`, 404],
    ['a check that there is not', () => `/runs/${runId}/checks/magic/output`, 422],
    ['an attempt that is none', () => `/runs/${runId}/checks/tests/output?attempt=0`, 422],
    ['an unknown run', () => '/runs/run_none/checks/tests/output', 404],
    ['the attempts of an unknown run', () => '/runs/run_none/attempts', 404],
    ['a cursor that is none', () => `/runs/${runId}/attempts?cursor=x`, 422],
  ])('answers %s with a problem', async (_case, url, status) => {
    const response = await app.inject(url());
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch('application/problem+json');
  });

  it('shows nothing to another organisation', async () => {
    for (const path of ['attempts', 'checks/tests/output?attempt=1']) {
      const response = await stranger.inject(`/runs/${runId}/${path}`);
      expect(response.json()).toMatchObject({ type: '/problems/run-not-found' });
    }
  });
});
