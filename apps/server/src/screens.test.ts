import type {
  Drop,
  Page,
  Project,
  Run,
  RunFile,
  RunSummary,
  Statistics,
  System,
} from '@quantumlayer/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenFactory, openFactory } from './testing/open-factory.ts';

const prompt = 'A todo list: a task has a title and a due date';
const options = { preview: false };

/** What screens ask for, after real runs of the whole factory. */
describe('the answers that screens are made of', () => {
  let factory: OpenFactory;
  let succeeded: Run;
  let failed: Run;

  beforeAll(async () => {
    factory = await openFactory();
    succeeded = await finish(prompt);
    failed = await finish('write a raytracer');
  });
  afterAll(() => factory.close());

  async function finish(text: string): Promise<Run> {
    const path = `/api/v1/projects/${await factory.projectId()}/runs`;
    const { id } = (await (await factory.post(path, { prompt: text, options })).json()) as Run;
    await factory.journal(id);
    return await get<Run>(`runs/${id}`);
  }
  const get = async <Body>(path: string) =>
    (await (await factory.fetch(`/api/v1/${path}`)).json()) as Body;

  it('name the project and what is built', async () => {
    expect(succeeded).toMatchObject({ projectName: 'Default', title: expect.any(String) });
    const { items } = await get<Page<RunSummary>>('runs?status=succeeded');
    expect(items).toMatchObject([
      {
        id: succeeded.id,
        projectName: 'Default',
        title: succeeded.title,
        stage: { key: 'capsule' },
      },
    ]);
    const { title } = succeeded.reading?.blueprint ?? {};
    expect(succeeded.title).toBe(title);
  });

  it('say where a run failed', async () => {
    const { items } = await get<Page<RunSummary>>('runs?status=failed,cancelled&q=raytracer');
    expect(items).toMatchObject([
      { id: failed.id, title: null, stage: { key: 'parse' }, tests: null, capsuleId: null },
    ]);
    expect(items[0]?.failure).not.toHaveProperty('details');
  });

  it('list the attempts that the journal tells of', async () => {
    const { items } = await get<Page<{ stage: string; status: string }>>(
      `runs/${succeeded.id}/attempts`,
    );
    expect(items.map(({ stage, status }) => `${stage} ${status}`)).toEqual([
      'parse succeeded',
      'design succeeded',
      'code succeeded',
      'tests succeeded',
      'quality succeeded',
      'capsule succeeded',
    ]);
  });

  it('list no files where none were generated', async () => {
    expect((await get<Page<RunFile>>(`runs/${succeeded.id}/files`)).items).toEqual([]);
  });

  it('count what is stored', async () => {
    const statistics = await get<Statistics>('statistics?days=2');
    expect(statistics.runs).toMatchObject({ count: 2, successRate: 0.5 });
    expect(statistics.timeToCapsule).toMatchObject({ count: 1, medianMs: expect.any(Number) });
    expect(statistics.failures).toEqual([
      { code: failed.failure?.code, count: 1, latestRunId: failed.id },
    ]);
    expect(statistics.stages.map(({ stage }) => stage).sort()).toEqual(
      ['capsule', 'code', 'design', 'parse', 'quality', 'tests'].sort(),
    );
    const { since, until } = statistics;
    const behind = await get<Page<RunSummary>>(`runs?since=${since}&until=${until}`);
    expect(behind.items).toHaveLength(statistics.runs.count);
  });

  it('say what the installation runs on', async () => {
    const system = await get<System>('system');
    expect(system).toMatchObject({
      database: { kind: expect.stringMatching(/^(embedded|postgres)$/) },
      sandbox: { driver: 'unsafe-process', sandboxed: false },
      ready: true,
    });
    expect(system.parts.map(({ name }) => name)).toEqual(['database', 'events', 'sandbox']);
    const { path, parts, bytes } = system.dataFolder;
    expect(path).toMatch(/^\//);
    expect(parts.map(({ name }) => name)).toEqual(expect.arrayContaining(['blobs', 'master.key']));
    expect(bytes).toBeGreaterThan(0);
    for (const { status, fix } of system.findings) expect(status === 'ok' || fix).toBeTruthy();
  });

  it('find drops by the words of a prompt, and keep them as snippets', async () => {
    const { items } = await get<Page<Drop>>('drops?q=raytracer');
    expect(items).toEqual([]);
    const found = (await get<Page<Drop>>('drops?q=todo%20list&stage=design')).items;
    expect(found).toMatchObject([{ runId: succeeded.id, stage: 'design', pin: null }]);
    const response = await factory.fetch(`/api/v1/drops/${found[0]?.id}/pin`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Tasks' }),
    });
    expect(response.status).toBe(200);
    expect((await get<Page<Drop>>('drops?pinned=true')).items).toMatchObject([
      { id: found[0]?.id, pin: { name: 'Tasks', note: '' } },
    ]);
  });

  it('count the runs of a project', async () => {
    const { items } = await get<Page<Project>>('projects');
    expect(items).toMatchObject([
      { name: 'Default', runs: { count: 2, last: { id: failed.id, status: 'failed' } } },
    ]);
  });
});
