import type { Run } from '@quantumlayer/contracts';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpApp } from '#platform/http/http-app.ts';
import { versionRoutes } from '../index.ts';
import { type OpenRuns, openRuns } from '../testing/open-runs.ts';
import { createScriptedStages } from '../testing/scripted-stages.ts';

const prompt = 'A todo list: a task has a title and a due date';
const plain = { stack: 'typescript-fastify', review: false, preview: false };

describe('restoring a version', () => {
  const stages = createScriptedStages();
  let open: OpenRuns;
  let app: FastifyInstance;

  beforeAll(async () => {
    stages.script.files = null;
    open = await openRuns(stages);
    app = createHttpApp({ logger: pino({ level: 'silent' }) });
    app.decorateRequest('organisationId', 'org_1');
    app.register(versionRoutes(open.runs));
  });
  afterAll(async () => {
    await app.close();
    await open.close();
  });

  const start = (options = plain) => open.runs.start('org_1', 'prj_1', { prompt, options });
  const restore = (projectId: string, capsuleId: string, payload?: object) =>
    app.inject({
      ...{ method: 'POST', url: `/projects/${projectId}/versions/${capsuleId}/restore` },
      ...(payload && { payload }),
    });

  it('starts a new run with the same blueprint and code, and leaves the older one as it is', async () => {
    const older = await open.finish((await start()).id);
    const response = await restore('prj_1', `cap_of_${older.id}`);
    const { id } = response.json();
    expect(response.statusCode).toBe(201);
    expect(response.headers.location).toBe(`/api/v1/runs/${id}`);
    const restored = await open.finish(id);
    expect(restored).toMatchObject({
      ...{ status: 'succeeded', prompt: expect.stringMatching(/^Bring back version \d+$/) },
      reading: { blueprint: older.reading?.blueprint, followUp: { changes: [] } },
    });
    const codeOf = (run: Run) => stages.versions.get(run.capsuleId ?? '')?.code;
    expect(codeOf(restored)).toEqual(codeOf(older));
    expect(restored.capsuleId).not.toBe(older.capsuleId);
    expect(await open.runs.get('org_1', older.id)).toEqual(older);
  });

  it('builds the blueprint that a person had put in place, without asking again', async () => {
    const { id } = await start({ ...plain, review: true });
    const waiting = async () => (await open.runs.get('org_1', id)).status;
    await expect.poll(waiting, { timeout: 20_000 }).toBe('waiting');
    const { reading } = await open.runs.get('org_1', id);
    const blueprint = { ...reading?.blueprint, title: 'Chores' };
    const signal = { type: 'modify', stage: 'review', output: { blueprint } } as const;
    await open.runs.signal('org_1', id, signal);
    await open.finish(id);
    const restored = await open.finish((await restore('prj_1', `cap_of_${id}`)).json().id);
    expect(restored).toMatchObject({
      ...{ status: 'succeeded', title: 'Chores', options: { review: false } },
      reading: { blueprint: { title: 'Chores' } },
    });
  });

  it('gives the rows that are there what they lack, and says how where nobody did', async () => {
    const older = await open.finish((await start()).id);
    const dropped = await open.runs.start('org_1', 'prj_1', {
      ...{ prompt: 'Drop the title of the task.', options: plain },
      base: { capsuleId: older.capsuleId ?? '' },
    });
    await open.finish(dropped.id);
    const id = `cap_of_${older.id}`;
    const without = await open.finish((await restore('prj_1', id)).json().id);
    const values = { 'Task.title': 'none' };
    const given = await open.finish((await restore('prj_1', id, { values })).json().id);

    expect(without.failure).toMatchObject({
      code: 'migration-unfilled',
      next: expect.stringContaining(`capsules restore ${id} --value Task.title=`),
    });
    expect(given).toMatchObject({ status: 'succeeded', reading: { followUp: { values } } });
  });

  it.each([
    ['a capsule of another project', 'prj_old', 'version-not-found'],
    ['a capsule that is not there', 'prj_1', 'version-not-found'],
  ])('is refused for %s', async (_case, projectId, code) => {
    const response = await restore(projectId, 'cap_of_run_none');
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ type: `/problems/${code}` });
  });
});
