import type { Blueprint, GeneratedFile, Run } from '@quantumlayer/contracts';
import type { FastifyInstance } from 'fastify';
import { type Zippable, zipSync } from 'fflate';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpApp } from '#platform/http/http-app.ts';
import { editRoutes, versionRoutes } from '../index.ts';
import { type OpenRuns, openRuns } from '../testing/open-runs.ts';
import { createScriptedStages } from '../testing/scripted-stages.ts';

const prompt = 'A todo list: a task has a title and a due date';
const options = { stack: 'typescript-fastify', review: false, preview: false };

describe('hand edits that come back', () => {
  const stages = createScriptedStages();
  let open: OpenRuns;
  let app: FastifyInstance;
  let first: Run;

  beforeAll(async () => {
    stages.script.files = null;
    open = await openRuns(stages);
    app = createHttpApp({ logger: pino({ level: 'silent' }) });
    app.decorateRequest('organisationId', 'org_1');
    app.register(editRoutes(open.runs));
    app.register(versionRoutes(open.runs));
    const { id } = await open.runs.start('org_1', 'prj_1', { prompt, options });
    first = await open.finish(id);
  });
  afterAll(async () => {
    await app.close();
    await open.close();
  });

  const versionOf = ({ capsuleId }: Run) => {
    const version = stages.versions.get(capsuleId ?? '');
    if (version === undefined) throw new Error('the run made no version');
    return version;
  };
  function zipOf(files: readonly GeneratedFile[]): Buffer {
    const content = (text: string) => new TextEncoder().encode(text);
    const entries = files.map(({ path, content: text }) => [path, content(text)] as const);
    return Buffer.from(zipSync(Object.fromEntries(entries) as Zippable));
  }
  const push = (payload: Buffer, query = '', type = 'application/zip') =>
    app.inject({
      ...{ method: 'POST', payload, headers: { 'content-type': type } },
      url: `/projects/prj_1/versions/${first.capsuleId}/edits?preview=false${query}`,
    });
  const change = (path: string, rewrite: (content: string) => string) =>
    versionOf(first).code.map((file) =>
      file.path === path ? { ...file, content: rewrite(file.content) } : file,
    );

  const blueprintFile = (changes: Partial<Blueprint>): GeneratedFile => ({
    path: 'docs/blueprint.json',
    content: JSON.stringify({ ...versionOf(first).blueprint, ...changes }),
  });

  it('are the next version, which later ones keep and an earlier one can take back', async () => {
    const mine = change('README.md', (content) => `${content}Ask Ann.\n`);
    const response = await push(zipOf(mine), '&title=Ask%20Ann');
    const edited = await open.finish(response.json().id);
    const readmeOf = (run: Run) =>
      versionOf(run).code.find(({ path }) => path === 'README.md')?.content ?? '';

    expect(response.statusCode).toBe(201);
    expect(edited).toMatchObject({ status: 'succeeded', prompt: 'Ask Ann' });
    expect(edited.stages.map(({ key }) => key)).not.toContain('code');
    expect(edited.reading).toMatchObject({
      blueprint: first.reading?.blueprint,
      followUp: { base: first.capsuleId, changes: [] },
    });
    expect(versionOf(edited)).toMatchObject({ generated: versionOf(first).generated });
    const { id } = await open.runs.start('org_1', 'prj_1', {
      ...{ prompt: 'A task also has a note.', options },
      base: { capsuleId: edited.capsuleId ?? '' },
    });
    const followed = await open.finish(id);
    expect(readmeOf(followed)).toContain('Ask Ann.');
    const url = `/projects/prj_1/versions/${first.capsuleId}/restore`;
    const restored = await open.finish((await app.inject({ method: 'POST', url })).json().id);
    expect(readmeOf(restored)).not.toContain('Ask Ann.');
    const migrations = versionOf(restored).code.filter(({ path }) => /^migrations\/0/.test(path));
    expect(migrations.map(({ path }) => path.slice(0, 15))).toEqual([
      ...['migrations/0001', 'migrations/0002', 'migrations/0003'],
    ]);
    expect(migrations[2]?.content).toContain('drop column "note"');
  });

  it.each<[string, () => Buffer, string]>([
    [
      'a changed migration',
      () => zipOf(change('migrations/0001_initial.sql', (content) => `${content}-- more\n`)),
      'schema-changed',
    ],
    [
      'a migration of their own',
      () => zipOf([...versionOf(first).code, { path: 'migrations/0002_x.sql', content: '' }]),
      'schema-changed',
    ],
    ['nothing that is different', () => zipOf(versionOf(first).code), 'nothing-changed'],
    [
      'nothing that is different beside the blueprint of a repository',
      () => zipOf([...versionOf(first).code, blueprintFile({})]),
      'nothing-changed',
    ],
    [
      'another blueprint than that of the version',
      () => zipOf([...change('README.md', () => 'Mine.\n'), blueprintFile({ title: 'Mine' })]),
      'blueprint-file-changed',
    ],
    ['no zip', () => Buffer.from('a zip'), 'upload-invalid'],
  ])('are refused with %s', async (_case, payload, code) => {
    const response = await push(payload());

    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ type: `/problems/${code}` });
  });

  it('are refused in another form, or where they are too much', async () => {
    expect((await push(Buffer.from('{}'), '', 'application/json')).statusCode).toBe(422);
    expect((await push(Buffer.from('a'), '', 'image/png')).statusCode).toBe(415);
    expect((await push(Buffer.alloc(16 * 1024 * 1024 + 1))).statusCode).toBe(413);
  });
});
