import { readPrompt } from '@quantumlayer/blueprint';
import { type Blueprint, shownChangesSchema } from '@quantumlayer/contracts';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createHttpApp } from '#platform/http/http-app.ts';
import { createChangePreview } from '../preview-changes.ts';
import { createMemoryVersions, versionOf } from '../testing/memory-versions.ts';
import { changeRoutes } from './change-routes.ts';

const outcome = readPrompt('A todo list: a task has a title and a due date');
if (!outcome.ok) throw new Error('the prompt of these tests');
const { blueprint } = outcome.reading;
const edited = versionOf('cap_2', blueprint, (file) =>
  file.path === 'src/modules/task/schema.ts'
    ? { ...file, content: file.content.replace(/.*dueDate.*\n/, '  // by hand\n') }
    : file,
);

describe('POST /projects/:projectId/changes', () => {
  const sources = createMemoryVersions([versionOf('cap_1', blueprint), edited]);
  const app = createHttpApp({ logger: pino({ level: 'silent' }) });
  app.decorateRequest('organisationId', 'org_1');
  app.register(changeRoutes(createChangePreview(sources)));

  const ask = (payload: object, capsuleId = 'cap_1') =>
    app.inject({
      ...{ method: 'POST', url: '/projects/prj_1/changes' },
      payload: { base: { capsuleId }, ...payload },
    });
  const show = async (payload: object, capsuleId?: string) =>
    shownChangesSchema.parse((await ask(payload, capsuleId)).json());

  function changed(edit: (task: Blueprint['entities'][number]) => void): Blueprint {
    const next = structuredClone(blueprint);
    for (const entity of next.entities) edit(entity);
    return next;
  }

  it('shows what words change in blueprint, schema and code', async () => {
    const { base, reading, changes } = await show({ prompt: 'A task also has a note.' });

    expect(base).toBe('cap_1');
    expect(reading.followUp).toMatchObject({ base: 'cap_1', renames: {}, values: {} });
    expect(changes.blueprint.changes).toMatchObject([{ kind: 'added', path: 'Task.note' }]);
    expect(changes.schema.migration?.path).toMatch(/^migrations\/0002_a_task_also/);
    expect(changes.schema.migration?.sql).toContain('add column "note"');
    expect(changes.schema).toMatchObject({ losses: [], unfilled: [] });
    expect(changes.code.files).toContainEqual({
      ...{ path: 'src/modules/task/schema.ts', kind: 'changed' },
      patch: expect.stringContaining('+  note:'),
    });
    expect(changes).toMatchObject({ conflicts: [], kept: [] });
  });

  it('shows what is lost, and what rows have no value for', async () => {
    const next = changed(({ fields }) => {
      fields.splice(1, 1);
      fields.push({ name: 'code', type: 'string', required: true, unique: false });
    });
    const { changes } = await show({ blueprint: next });

    expect(changes.schema.losses).toEqual(['Task.dueDate']);
    expect(changes.schema.unfilled).toEqual(['Task.code']);
  });

  it('shows a rename as one, and loses nothing by it', async () => {
    const next = changed(({ fields }) => {
      for (const field of fields) if (field.name === 'dueDate') field.name = 'payBy';
    });
    const { changes } = await show({ blueprint: next, renames: { 'Task.payBy': 'dueDate' } });

    expect(changes.blueprint.changes).toMatchObject([{ kind: 'renamed', path: 'Task.payBy' }]);
    expect(changes.schema.losses).toEqual([]);
  });

  it('shows where hand edits meet what is generated', async () => {
    const next = changed(({ fields }) => {
      for (const field of fields) if (field.name === 'dueDate') field.type = 'datetime';
    });
    const { changes } = await show({ blueprint: next }, 'cap_2');
    const [conflict] = changes.conflicts;

    expect(conflict).toMatchObject({ path: 'src/modules/task/schema.ts', kind: 'changed' });
    expect(JSON.stringify(conflict?.chunks)).toContain('// by hand');
  });

  it('shows what an earlier version would bring back', async () => {
    const next = versionOf(
      'cap_3',
      changed(({ fields }) => fields.splice(0, 1)),
    );
    const all = createMemoryVersions([versionOf('cap_1', blueprint), next]);
    const ask = createChangePreview(all);
    const base = { capsuleId: 'cap_3' };
    const { reading, changes } = await ask('org_1', 'prj_1', { base, restored: 'cap_1' });

    expect(reading.blueprint).toEqual(blueprint);
    expect(changes.blueprint.changes).toMatchObject([{ kind: 'added', path: 'Task.title' }]);
    expect(changes.schema.unfilled).toEqual(['Task.title']);
    const values = { 'Task.title': 'none' };
    const onNewest = await ask('org_1', 'prj_1', { restored: 'cap_1', values });
    expect(onNewest.base).toBe('cap_3');
    expect(onNewest.changes.schema.unfilled).toEqual([]);
  });

  it('takes a document as the next version, under the name of the app', async () => {
    const document = { text: 'create table tasks (id int primary key, title text);' };
    const { reading, changes } = await show({ document: { ...document, format: 'postgresql' } });

    expect(reading.blueprint).toMatchObject({ name: blueprint.name, title: blueprint.title });
    expect(changes.schema.losses).toContain('Task.dueDate');
  });

  it.each<[string, object, string]>([
    ['words that change nothing', { prompt: 'Thank you.' }, 'nothing-changed'],
    ['the same blueprint', { blueprint }, 'nothing-changed'],
    [
      'a form that contradicts itself',
      {
        blueprint: changed(({ fields }) => {
          fields.push({ name: 'title', type: 'string', required: false, unique: false });
        }),
      },
      'blueprint-invalid',
    ],
    ['two changes at once', { prompt: 'Drop the title.', blueprint }, 'request-invalid'],
    ['no change', {}, 'request-invalid'],
    [
      'a broken document',
      { document: { text: 'create tabel x', format: 'postgresql' } },
      'document-without-data',
    ],
  ])('refuses %s', async (_case, payload, code) => {
    const response = await ask(payload);

    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ type: `/problems/${code}` });
  });
});
