import { createHash } from 'node:crypto';
import type { RunFile } from '@quantumlayer/contracts';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpApp } from '#platform/http/http-app.ts';
import { runFileRoutes } from '../index.ts';
import { type OpenRuns, openRuns } from '../testing/open-runs.ts';
import { createScriptedStages } from '../testing/scripted-stages.ts';

const main = { path: 'src/main.ts', content: 'export const greeting = "Grüß Gott 💡";\n' };
const script_ = { path: 'bin/start', content: '#!/bin/sh\n', executable: true };
const page = { path: 'src/<img src=x>.html', content: '<script>alert(1)</script>' };
const test = { path: 'test/main.test.ts', content: 'it("works")\n' };
const prompt = 'A todo list: a task has a title and a due date';
const options = { stack: 'typescript-fastify', review: false, preview: false };
const digestOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

describe('the files of a run', () => {
  const stages = createScriptedStages();
  const { script } = stages;
  let open: OpenRuns;
  let app: FastifyInstance;
  let runId: string;

  beforeAll(async () => {
    open = await openRuns(stages);
    app = openApp('org_1');
    script.files = { code: [main, script_, page], tests: [test] };
    runId = await run();
  });
  afterAll(async () => {
    await app.close();
    await open.close();
  });

  function openApp(organisationId: string): FastifyInstance {
    const opened = createHttpApp({ logger: pino({ level: 'silent' }) });
    opened.decorateRequest('organisationId', organisationId);
    opened.register(runFileRoutes(open.runs));
    return opened;
  }
  async function run(text = prompt): Promise<string> {
    const { id } = await open.runs.start('org_1', 'prj_1', { prompt: text, options });
    await open.finish(id);
    return id;
  }
  const list = async (query = '') => (await app.inject(`/runs/${runId}/files${query}`)).json();
  const content = (path: string, id = runId) =>
    app.inject(`/runs/${id}/files/content?path=${encodeURIComponent(path)}`);

  it('are listed by path with size in bytes, stage and digest', async () => {
    const { items, nextCursor } = await list();
    expect(nextCursor).toBeNull();
    expect(items.map(({ path, stage }: RunFile) => `${stage} ${path}`)).toEqual([
      'code bin/start',
      'code src/<img src=x>.html',
      'code src/main.ts',
      'tests test/main.test.ts',
    ]);
    expect(items[0]).toMatchObject({ executable: true });
    expect(items[2]).toEqual({
      ...{ path: main.path, stage: 'code', executable: false },
      ...{ size: Buffer.byteLength(main.content), digest: digestOf(main.content) },
    });
  });

  it('are listed in pages', async () => {
    const first = await list('?limit=3');
    expect(first).toMatchObject({ nextCursor: 'src/main.ts' });
    const rest = await list(`?limit=3&cursor=${encodeURIComponent(first.nextCursor)}`);
    expect([...first.items, ...rest.items]).toEqual((await list()).items);
    expect(rest.nextCursor).toBeNull();
  });

  it('are answered byte by byte, as text that no browser runs', async () => {
    const response = await content(main.path);
    expect(response.body).toBe(main.content);
    expect(response.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="main.ts"',
      etag: `"${digestOf(main.content)}"`,
    });
    const hostile = await content(page.path);
    expect(hostile.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(hostile.headers['content-disposition']).toBe('attachment; filename="_img_src_x_.html"');
  });

  it.each([
    '../main.ts',
    '/src/main.ts',
    'src/./main.ts',
    'src//main.ts',
    'SRC/main.ts',
    'src',
    '/etc/passwd',
    '__proto__',
  ])('are those of the list and no other: %s', async (path) => {
    const response = await content(path);
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ type: '/problems/run-file-not-found' });
  });

  it('are those of the newest attempt', async () => {
    script.files = { code: [main], tests: [] };
    await open.runs.retry('org_1', runId, 'code');
    await open.finish(runId);
    expect((await list()).items.map(({ path }: RunFile) => path)).toEqual([main.path]);
    expect((await content(test.path)).statusCode).toBe(404);
  });

  it('are none of a run that generated nothing', async () => {
    const id = await run('write a raytracer');
    expect((await app.inject(`/runs/${id}/files`)).json()).toEqual({ items: [], nextCursor: null });
    expect((await content(main.path, id)).statusCode).toBe(404);
  });

  it.each([
    ['an unknown run', '/runs/run_none/files', 404],
    ['content of an unknown run', '/runs/run_none/files/content?path=a', 404],
    ['no path', '/runs/run_none/files/content', 422],
    ['too many', '/runs/run_none/files?limit=5000', 422],
  ])('are a problem for %s', async (_case, url, status) => {
    const response = await app.inject(url);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch('application/problem+json');
  });

  it('are shown to no other organisation', async () => {
    const stranger = openApp('org_2');
    for (const path of ['files', 'files/content?path=src/main.ts']) {
      const response = await stranger.inject(`/runs/${runId}/${path}`);
      expect(response.json()).toMatchObject({ type: '/problems/run-not-found' });
    }
    await stranger.close();
  });
});
