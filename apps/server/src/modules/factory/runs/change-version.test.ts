import type { Blueprint, GeneratedFile, Run, StartRun } from '@quantumlayer/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenRuns, openRuns } from './testing/open-runs.ts';
import { createScriptedStages } from './testing/scripted-stages.ts';

const prompt = 'A todo list: a task has a title and a due date';
const options = { stack: 'typescript-fastify', review: false, preview: false };

describe('a run that changes a version', () => {
  const stages = createScriptedStages();
  let open: OpenRuns;
  let first: Run;

  beforeAll(async () => {
    stages.script.files = null;
    open = await openRuns(stages);
    first = await finish({ prompt, options });
  });
  afterAll(() => open.close());

  const start = (request: StartRun) => open.runs.start('org_1', 'prj_1', request);
  const finish = async (request: StartRun) => await open.finish((await start(request)).id);
  const change = (capsuleId: string | null, more: Partial<StartRun>) => ({
    ...{ base: { capsuleId: capsuleId ?? '' }, options },
    ...more,
  });
  const versionOf = ({ capsuleId }: Run) => {
    const version = stages.versions.get(capsuleId ?? '');
    if (version === undefined) throw new Error('the run made no version');
    return version;
  };
  const keysOf = ({ stages: list }: Run) => list.map(({ key }) => key);
  const statusOf = ({ stages: list }: Run, key: string) =>
    list.find((stage) => stage.key === key)?.status;
  const waitFor = async (id: string) => {
    const status = async () => (await open.runs.get('org_1', id)).status;
    await expect.poll(status, { timeout: 20_000 }).toBe('waiting');
  };

  function withField(name: string, given = first.reading?.blueprint): Blueprint {
    const blueprint = structuredClone(given);
    if (blueprint === undefined) throw new Error('the run has read nothing');
    blueprint.entities[0]?.fields.push({ name, type: 'string', required: false, unique: false });
    return blueprint;
  }

  /** Takes the place of a version with the edits of a person. */
  function edit(run: Run, path: string, rewrite: (content: string) => string): void {
    const version = versionOf(run);
    const code = version.code.map(
      (file): GeneratedFile =>
        file.path === path ? { ...file, content: rewrite(file.content) } : file,
    );
    stages.versions.set(version.capsuleId, { ...version, code });
  }

  it('says what changes, and carries the migrations on', async () => {
    const run = await finish(change(first.capsuleId, { blueprint: withField('note') }));
    const { code, blueprint } = versionOf(run);

    expect(run).toMatchObject({ status: 'succeeded', prompt: 'Changes in the form' });
    expect(keysOf(run)).toEqual([
      'parse',
      'design',
      'code',
      'tests',
      'merge',
      'quality',
      'capsule',
    ]);
    expect(run.reading?.followUp).toMatchObject({
      base: first.capsuleId,
      changes: [{ kind: 'added', path: 'Task.note' }],
    });
    expect(blueprint.entities[0]?.fields.map(({ name }) => name)).toContain('note');
    const migrations = code.filter(({ path }) => path.startsWith('migrations/0'));
    expect(migrations).toHaveLength(2);
    expect(migrations[1]?.content).toContain('add column "note"');
    expect(await open.runs.request('org_1', run.id)).toMatchObject({
      change: { base: first.capsuleId, kind: 'form' },
    });
  });

  it('understands words', async () => {
    const run = await finish(change(first.capsuleId, { prompt: 'Drop the due date of the task.' }));

    expect(run.status).toBe('succeeded');
    expect(run.reading?.followUp?.changes).toMatchObject([
      { kind: 'removed', path: 'Task.dueDate' },
    ]);
    expect(versionOf(run).blueprint.entities[0]?.fields.map(({ name }) => name)).toEqual(['title']);
  });

  it.each<[string, Partial<StartRun>, string]>([
    ['words that change nothing', { prompt: 'Thank you very much.' }, 'nothing-changed'],
    [
      'words of another language',
      { prompt: 'Bitte füge dem Kunden ein Feld für Rabatt hinzu.' },
      'prompt-not-english',
    ],
    [
      'a document that cannot be read',
      { document: { text: 'entity A {', format: 'jdl' } },
      'document-invalid',
    ],
  ])('ends for good with %s', async (_case, more, code) => {
    const run = await finish(change(first.capsuleId, more));

    expect(run).toMatchObject({ status: 'failed', failure: { stage: 'parse', code } });
    expect(run.failure?.next).toEqual(expect.any(String));
  });

  it('ends where rows would have no value, before anything is built', async () => {
    const blueprint = withField('code');
    const field = blueprint.entities[0]?.fields.at(-1);
    if (field) field.required = true;
    const without = await finish(change(first.capsuleId, { blueprint }));
    const given = await finish(
      change(first.capsuleId, { blueprint, values: { 'Task.code': 'none' } }),
    );

    expect(without.failure).toMatchObject({
      ...{ stage: 'merge', code: 'migration-unfilled' },
      details: { unfilled: ['Task.code'] },
    });
    expect(given.status).toBe('succeeded');
  });

  it('gives rows that are there the values that come beside the words', async () => {
    const prompt = 'Tasks also have a required code.';
    const given = await finish(
      change(first.capsuleId, { prompt, values: { 'Task.code': 'none' } }),
    );

    expect(given.status).toBe('succeeded');
    expect(given.reading?.followUp?.values).toEqual({ 'Task.code': 'none' });
  });

  it('brings back what needs a value where that is given', async () => {
    const dropped = await finish(
      change(first.capsuleId, { prompt: 'Drop the title of the task.' }),
    );
    const restored = first.capsuleId ?? '';
    const without = await finish(change(dropped.capsuleId, { restored }));
    const given = await finish(
      change(dropped.capsuleId, { restored, values: { 'Task.title': 'none' } }),
    );

    expect(without.failure).toMatchObject({ code: 'migration-unfilled' });
    expect(given).toMatchObject({ status: 'succeeded', prompt: 'Bring back version 1' });
    expect(versionOf(given).blueprint).toEqual(first.reading?.blueprint);
  });

  it('starts from no version of another project', async () => {
    const request = change('cap_none', { blueprint: withField('note') });

    await expect(start(request)).rejects.toMatchObject({ code: 'version-not-found' });
  });

  it('shows the three diffs at the review', async () => {
    const reviewed = { ...options, review: true };
    const request = change(first.capsuleId, { blueprint: withField('note'), options: reviewed });
    const { id } = await start(request);
    await waitFor(id);
    const design = await open.runner.output('org_1', id, 'design');
    await open.runs.signal('org_1', id, { type: 'approve', stage: 'review' });

    expect(design).toMatchObject({
      changes: {
        blueprint: { changes: [{ path: 'Task.note' }] },
        schema: { migration: { sql: expect.stringContaining('"note"') }, losses: [] },
        code: { files: expect.arrayContaining([expect.objectContaining({ kind: 'changed' })]) },
        conflicts: [],
      },
    });
    expect((await open.finish(id)).status).toBe('succeeded');
  });

  describe('on code that people changed', () => {
    const path = 'src/modules/task/schema.ts';
    let edited: Run;

    beforeAll(async () => {
      edited = await finish({ prompt, options });
      edit(edited, 'README.md', (content) => `${content}Ask Ann.\n`);
    });

    it('keeps that where it meets nothing', async () => {
      const run = await finish(change(edited.capsuleId, { blueprint: withField('note') }));
      const { code, generated } = versionOf(run);
      const readmeOf = (files: readonly GeneratedFile[]) =>
        files.find((file) => file.path === 'README.md')?.content;

      expect([statusOf(run, 'conflicting'), statusOf(run, 'conflicts')]).toEqual([
        ...['succeeded', 'skipped'],
      ]);
      expect(readmeOf(code)).toContain('Ask Ann.');
      expect(readmeOf(generated)).not.toContain('Ask Ann.');
    });

    it('waits for a person where it meets what is generated', async () => {
      edit(edited, path, (content) => content.replace(/.*dueDate.*\n/, '  // by hand\n'));
      const blueprint = withField('note');
      const due = blueprint.entities[0]?.fields.find(({ name }) => name === 'dueDate');
      if (due) due.type = 'datetime';
      const { id } = await start(change(edited.capsuleId, { blueprint }));
      await waitFor(id);
      const { conflicts } = Object(await open.runner.output('org_1', id, 'merge'));

      expect(conflicts.map((conflict: { path: string }) => conflict.path)).toEqual([path]);
      await expect(
        open.runs.signal('org_1', id, { type: 'approve', stage: 'conflicts' }),
      ).rejects.toMatchObject({ code: 'conflicts-unresolved' });
      const count = conflicts[0].chunks.filter(({ kind }: { kind: string }) => kind === 'conflict');
      const choices = count.map(() => 'mine');
      await open.runs.signal('org_1', id, {
        ...{ type: 'modify', stage: 'conflicts' },
        output: { resolutions: [{ path, choices }] },
      });
      const run = await open.finish(id);
      const { code, generated } = versionOf(run);
      const fileOf = (files: readonly GeneratedFile[]) =>
        files.find((file) => file.path === path)?.content;

      expect(run.status).toBe('succeeded');
      expect(fileOf(code)).toContain('// by hand');
      expect(fileOf(generated)).toContain('dueDate');
      const listed = await open.runs.listFiles('org_1', id, { cursor: '', limit: 200 });
      expect(listed.items.map((file) => file.path)).toContain(path);
    });
  });
});
