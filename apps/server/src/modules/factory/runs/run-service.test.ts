import type {
  Run,
  RunEvent,
  RunOptions,
  RunStatus,
  WorkflowDefinition,
} from '@quantumlayer/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { definitionFor } from '#modules/factory/pipeline/index.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { RunNotFound } from './domain/run-errors.ts';
import { createPostgresRunRepository, type RunService } from './index.ts';
import { type OpenRuns, openRuns } from './testing/open-runs.ts';
import { createScriptedStages, evidence } from './testing/scripted-stages.ts';

const prompt = 'A todo list: a task has a title and a due date';
const plain = { stack: 'typescript-fastify', review: false, preview: false };
const firstPage = { status: [], cursor: null, limit: 10 };
const reviewed = { ...plain, review: true };
const blueprint = {
  version: 1,
  name: 'shelf',
  title: 'Shelf',
  description: '',
  entities: [
    {
      ...{ name: 'Book', plural: 'Books' },
      fields: [{ name: 'title', type: 'string', required: true, unique: false }],
      relations: [],
    },
  ],
};
describe('RunService', () => {
  const stages = createScriptedStages();
  const { script, count } = stages;
  let open: OpenRuns;
  let handle: DatabaseHandle;
  let runs: RunService;
  let createService: OpenRuns['createService'];

  beforeAll(async () => {
    open = await openRuns(stages);
    ({ handle, runs, createService } = open);
  });
  afterAll(() => open.close());
  beforeEach(() => {
    Object.assign(script, { gatePasses: true, gateHangs: false, gateOpens: null });
  });

  const start = (options: RunOptions = plain) => runs.start('org_1', 'prj_1', { prompt, options });
  const get = (id: string) => runs.get('org_1', id);
  const until = (id: string, status: RunStatus) =>
    expect.poll(async () => (await get(id)).status, { timeout: 20_000 }).toBe(status);
  const stageOf = (run: Run, key: string) => run.stages.find((stage) => stage.key === key);

  async function journal(id: string): Promise<RunEvent[]> {
    const events: RunEvent[] = [];
    const limit = AbortSignal.timeout(20_000);
    for await (const event of runs.events('org_1', id, 0, limit)) events.push(event);
    return events;
  }
  async function finish(id: string): Promise<Run> {
    await journal(id);
    return await get(id);
  }
  async function untilGate(id: string): Promise<void> {
    await expect.poll(() => count(id, 'quality'), { timeout: 20_000 }).toBe(1);
  }
  async function untilReview(): Promise<Run> {
    const { id } = await start(reviewed);
    await until(id, 'waiting');
    return await get(id);
  }

  it('shows a run from a document alone by what the document is called', async () => {
    const document = { name: 'notes.sql', text: 'create table notes (id int, title text);' };
    const { id, prompt: shown } = await runs.start('org_1', 'prj_1', { document, options: plain });

    expect(shown).toBe('notes.sql');
    expect(await runs.request('org_1', id)).toEqual({ prompt: null, document, change: null });
    await expect(runs.request('org_2', id)).rejects.toThrow(RunNotFound);
    await finish(id);
  });

  describe('a run from start to end', () => {
    let begun: Run;
    let ended: Run;

    beforeAll(async () => {
      begun = await start({ ...plain, preview: true });
      ended = await finish(begun.id);
    });

    it('is answered at once, before it has done anything', () => {
      expect(begun).toMatchObject({ status: 'queued', prompt, finishedAt: null, evidence: null });
      expect(begun.stages.map(({ status }) => status)).toEqual(Array(7).fill('pending'));
    });

    it('has a drop of every stage, with its times', () => {
      expect(ended.status).toBe('succeeded');
      for (const stage of ended.stages) {
        expect(stage).toMatchObject({
          status: 'succeeded',
          dropId: expect.stringMatching(/^drop_/),
        });
        expect(stage.durationMs).toBeGreaterThanOrEqual(0);
      }
      expect(new Set(ended.stages.map(({ dropId }) => dropId)).size).toBe(7);
    });

    it('says which stage waits for which', () => {
      expect(ended.stages.map(({ key, after }) => [key, ...after].join(' < '))).toEqual([
        'parse',
        'design < parse',
        'code < design',
        'tests < code',
        'quality < tests',
        'capsule < quality',
        'preview < capsule',
      ]);
    });

    it('shows what a stage did at once, each with its own time and result', () => {
      const parts = ended.stages.find(({ key }) => key === 'code')?.parts ?? [];
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.map(({ key }) => key)).toEqual(parts.map((_, index) => `code/${index}`));
      for (const part of parts)
        expect(part).toMatchObject({
          status: 'succeeded',
          attempts: 1,
          finishedAt: expect.any(String),
        });
      expect(ended.stages.find(({ key }) => key === 'design')?.parts).toEqual([]);
    });

    it('shows the outputs that people ask for first', () => {
      expect(ended).toMatchObject({
        evidence,
        capsuleId: `cap_of_${ended.id}`,
        previewId: `prv_of_${ended.id}`,
        failure: null,
      });
      expect(ended.reading?.blueprint.entities.map(({ name }) => name)).toEqual(['Task']);
    });

    it('has a journal that counts from 1 without a gap, in the words of the API', async () => {
      const events = await journal(ended.id);
      expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
      expect(events[0]).toMatchObject({ type: 'run.queued', runId: ended.id, stage: null });
      expect(events.at(-1)).toMatchObject({ type: 'run.succeeded' });
      expect(events.filter(({ type }) => type.startsWith('execution.'))).toEqual([]);
    });

    it('shows nothing of itself to another organisation', async () => {
      const missing = { code: 'run-not-found' };
      await expect(runs.get('org_2', ended.id)).rejects.toMatchObject(missing);
      await expect(runs.requireRun('org_2', ended.id)).rejects.toMatchObject(missing);
      await expect(runs.cancel('org_2', ended.id)).rejects.toMatchObject(missing);
      await expect(runs.retry('org_2', ended.id, 'parse')).rejects.toMatchObject(missing);
      await expect(runs.signal('org_2', ended.id, { type: 'pause' })).rejects.toMatchObject(
        missing,
      );
      const stranger = runs.events('org_2', ended.id, 0, AbortSignal.timeout(5_000));
      await expect(stranger[Symbol.asyncIterator]().next()).rejects.toMatchObject({
        kind: 'not-found',
      });
    });
  });

  describe('start', () => {
    const rows = async (table: string) =>
      Number((await handle.pool.query(`select count(*) from ${table}`)).rows[0].count);
    const all = async () => [await rows('run'), await rows('workflow_execution')];

    it('leaves no run where the execution cannot be started', async () => {
      const before = await all();
      const endless = (options: RunOptions): WorkflowDefinition => {
        const definition = definitionFor(options);
        const nodes = definition.nodes.map((node) =>
          node.kind === 'step' ? { ...node, handler: 'nobody' } : node,
        );
        return { ...definition, nodes };
      };
      const service = createService({ pipeline: { ...open.pipeline, definitionFor: endless } });
      const started = service.start('org_1', 'prj_1', { prompt, options: plain });
      await expect(started).rejects.toMatchObject({ code: 'workflow-invalid' });
      expect(await all()).toEqual(before);
    });

    it('leaves no execution where the transaction of the run does not commit', async () => {
      const repository = createPostgresRunRepository(handle.database);
      const before = await all();
      const service = createService({
        runs: {
          ...repository,
          transaction: (work) =>
            repository.transaction(async (tx) => {
              await work(tx);
              throw new Error('the connection was lost');
            }),
        },
      });
      const started = service.start('org_1', 'prj_1', { prompt, options: plain });
      await expect(started).rejects.toThrow('the connection was lost');
      expect(await all()).toEqual(before);
    });

    it.each([
      ['an unknown stack', 'prj_1', { ...plain, stack: 'cobol' }, 'stack-unknown'],
      ['an unknown project', 'prj_none', plain, 'project-not-found'],
      ['a project of another organisation', 'prj_2', plain, 'project-not-found'],
      ['an archived project', 'prj_old', plain, 'project-archived'],
    ])('refuses %s', async (_case, projectId, options, code) => {
      const before = await all();
      const started = runs.start('org_1', projectId, { prompt, options });
      await expect(started).rejects.toMatchObject({ code });
      expect(await all()).toEqual(before);
    });
  });

  describe('list', () => {
    const page = (cursor: string | null, limit: number) =>
      runs.list('org_1', { ...firstPage, projectId: 'prj_1', cursor, limit });

    it('gives pages, newest first, that together are all runs', async () => {
      const started = [await start(), await start(), await start()];
      for (const { id } of started) await finish(id);
      const first = await page(null, 2);
      expect(first.items.map(({ id }) => id)).toEqual([started[2]?.id, started[1]?.id]);
      expect(first.nextCursor).toBe(started[1]?.id);
      const rest = await page(first.nextCursor, 100);
      expect(rest.items[0]?.id).toBe(started[0]?.id);
      expect(rest.nextCursor).toBeNull();
    });

    it('knows no project of another organisation', async () => {
      const other = runs.list('org_2', { ...firstPage, projectId: 'prj_1' });
      await expect(other).rejects.toMatchObject({ code: 'project-not-found' });
      expect(await runs.list('org_2', { ...firstPage, projectId: 'prj_2' })).toEqual({
        items: [],
        nextCursor: null,
      });
    });

    it('still shows the runs of an archived project', async () => {
      const { items } = await runs.list('org_1', { ...firstPage, projectId: 'prj_old' });
      expect(items).toEqual([]);
    });
  });

  describe('the review', () => {
    it('waits for a person, and goes on when approved', async () => {
      const { id, stages } = await untilReview();
      expect(stages.map(({ key, status }) => `${key} ${status}`).slice(1, 4)).toEqual([
        'design succeeded',
        'review waiting',
        'code pending',
      ]);
      await runs.signal('org_1', id, { type: 'approve', stage: 'review' });
      expect(await finish(id)).toMatchObject({ status: 'succeeded' });
    });

    it('ends the run with the reason of a rejection', async () => {
      const { id } = await untilReview();
      await runs.signal('org_1', id, { type: 'reject', stage: 'review', reason: 'No prices.' });
      expect((await finish(id)).failure).toMatchObject({
        stage: 'review',
        code: 'checkpoint-rejected',
        message: 'Rejected: No prices.',
      });
      expect(count(id, 'code')).toBe(0);
    });

    it('makes the design again from a changed blueprint, as a new drop', async () => {
      const { id, stages } = await untilReview();
      const output = { blueprint, design: 'mine' };
      await runs.signal('org_1', id, { type: 'modify', stage: 'review', output });
      const ended = await finish(id);
      expect(ended.status).toBe('succeeded');
      const design = (await open.runner.output('org_1', id, 'design')) as {
        design: { tables: unknown };
      };
      expect(JSON.stringify(design.design.tables)).toContain('book');
      expect(JSON.stringify(design.design.tables)).not.toContain('task');
      const dropBefore = stages.find(({ key }) => key === 'design')?.dropId;
      expect(stageOf(ended, 'design')?.dropId).not.toBe(dropBefore);
    });

    it('is called as the changed blueprint is, and says what was answered with it', async () => {
      const { id } = await untilReview();
      const answers = [{ question: 'Who lends a book?', answer: 'A member lends a book.' }];
      const output = { blueprint: { ...blueprint, title: 'Reading room' }, answers };
      await runs.signal('org_1', id, { type: 'modify', stage: 'review', output });

      expect(await finish(id)).toMatchObject({ title: 'Reading room', answers });
    });

    it('refuses a blueprint that cannot be built, and goes on waiting', async () => {
      const { id } = await untilReview();
      const output = { blueprint: { ...blueprint, entities: [] } };
      const refused = runs.signal('org_1', id, { type: 'modify', stage: 'review', output });
      await expect(refused).rejects.toMatchObject({ code: 'blueprint-invalid' });
      expect(await get(id)).toMatchObject({ status: 'waiting' });
      await runs.cancel('org_1', id);
      expect(await finish(id)).toMatchObject({ status: 'cancelled' });
    });

    it('takes no answer when nothing waits', async () => {
      const { id } = await start();
      await finish(id);
      const late = runs.signal('org_1', id, { type: 'approve', stage: 'parse' });
      await expect(late).rejects.toMatchObject({ kind: 'conflict' });
    });
  });

  describe('controls', () => {
    it('cancel a run in the middle of a stage', async () => {
      script.gateHangs = true;
      const { id } = await start();
      await untilGate(id);
      await runs.cancel('org_1', id);
      const ended = await finish(id);
      expect(ended).toMatchObject({ status: 'cancelled', capsuleId: null, failure: null });
      expect(ended.finishedAt).not.toBeNull();
      await expect(runs.cancel('org_1', id)).rejects.toMatchObject({ code: 'execution-ended' });
    });

    it('pause before the next stage, and resume', async () => {
      script.gateHangs = true;
      const { id } = await start(reviewed);
      await until(id, 'waiting');
      await runs.signal('org_1', id, { type: 'pause' });
      await runs.signal('org_1', id, { type: 'approve', stage: 'review' });
      expect(await get(id)).toMatchObject({ status: 'paused' });
      expect(count(id, 'code')).toBe(0);
      script.gateHangs = false;
      await runs.signal('org_1', id, { type: 'resume' });
      expect(await finish(id)).toMatchObject({ status: 'succeeded' });
    });

    it('retry an ended run from a stage, keeping what was done before it', async () => {
      script.gatePasses = false;
      const { id } = await start();
      const [failed, gate] = [await finish(id), Promise.withResolvers<void>()];
      Object.assign(script, { gatePasses: true, gateOpens: gate.promise });
      const again = await runs.retry('org_1', id, 'quality').finally(gate.resolve);
      expect(again).toMatchObject({ finishedAt: null, failure: null, durationMs: null });
      const ended = await finish(id);
      expect(ended).toMatchObject({ status: 'succeeded', failure: null, evidence });
      expect([count(id, 'parse'), count(id, 'quality')]).toEqual([1, 2]);
      expect(stageOf(ended, 'design')?.dropId).toBe(stageOf(failed, 'design')?.dropId);
    });

    it.each([
      ['a stage that does not exist', 'nothing', 'stage-not-found'],
      ['the name of a member', '__proto__', 'stage-not-found'],
    ])('do not retry from %s', async (_case, stage, code) => {
      const { id } = await start();
      await finish(id);
      await expect(runs.retry('org_1', id, stage)).rejects.toMatchObject({ code });
    });
  });

  describe('a failure', () => {
    it('of the gate says what to do, and keeps the evidence', async () => {
      script.gatePasses = false;
      const { id } = await start();
      const ended = await finish(id);
      expect(ended.failure).toMatchObject({
        stage: 'quality',
        code: 'quality-failed',
        message: 'tests: 1 of 9 tests failed: \ufffd \\u0000',
        next: expect.stringContaining('log'),
        details: { logs: { tests: expect.stringMatching(/^sha256:/) } },
      });
      expect(ended.evidence?.tests).toEqual({ passed: 8, failed: 1, coverageLines: 91 });
      expect(stageOf(ended, 'capsule')?.status).not.toBe('succeeded');
      expect(ended.capsuleId).toBeNull();
    });

    it('of the reader is in the list of runs as well', async () => {
      const hopeless = { prompt: 'write a raytracer', options: plain };
      const { id } = await runs.start('org_1', 'prj_1', hopeless);
      await finish(id);
      const { items } = await runs.list('org_1', { ...firstPage, projectId: 'prj_1', limit: 1 });
      expect(items[0]).toMatchObject({ id, status: 'failed', failure: { stage: 'parse' } });
      expect(items[0]?.failure?.code).toBe('prompt-not-about-data');
    });
  });

  it('says whether the machine has work', async () => {
    script.gateHangs = true;
    const { id } = await start();
    expect(await runs.hasActive()).toBe(true);
    await untilGate(id);
    await runs.cancel('org_1', id);
    await finish(id);
    expect(await runs.hasActive()).toBe(false);
  });
});
