import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPrompt, readRequest } from '@quantumlayer/blueprint';
import type { Blueprint, RunChange } from '@quantumlayer/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppVersions, StoredVersion } from './ports.ts';
import { readChange } from './read-change.ts';
import { createEditTaker } from './take-edits.ts';

const text = readFileSync(
  join(
    import.meta.dirname,
    '../../../../../../packages/blueprint/src/documents/openapi/fixtures/tasks.yaml',
  ),
  'utf8',
);
const document = { name: 'tasks.yaml', text };
const from = { organisationId: 'org_1', projectId: 'prj_1' };

function versionsOf(blueprint: Blueprint): AppVersions {
  const version: StoredVersion = {
    ...{ blueprint, generated: [], code: [] },
    ...{ capsuleId: 'cap_1', digest: `sha256:${'0'.repeat(64)}`, stackId: 'typescript-fastify' },
  };
  return { open: async () => version, steps: async () => [], newestId: async () => 'cap_1' };
}

const change = (kind: RunChange['kind']): RunChange => ({
  ...{ base: 'cap_1', kind, renames: {}, values: {} },
});

async function read(given: typeof document): Promise<Blueprint> {
  const outcome = await readRequest({ document: given });
  if (!outcome.ok) throw new Error('the document is not read');
  return outcome.reading.blueprint;
}

describe('a change of an app that keeps to an OpenAPI document', () => {
  let versions: AppVersions;

  beforeAll(async () => {
    versions = versionsOf(await read(document));
  });

  const changedBy = (kind: RunChange['kind'], asked: object = {}) =>
    readChange(versions, { ...from, prompt: '', ...asked, change: change(kind) });

  it.each([
    ['words', 'prompt', { prompt: 'A task also has a note' }],
    ['a form', 'form', {}],
  ] as const)('is refused for %s, with what to do instead', async (_case, kind, asked) => {
    await expect(changedBy(kind, asked)).rejects.toThrow(/Change the document and give it/);
  });

  it('is refused for a document of another kind', async () => {
    const other = { name: 'shop.sql', text: 'create table product (name text);' };

    await expect(changedBy('document', { document: other })).rejects.toMatchObject({
      code: 'contract-not-changeable',
      message: expect.stringContaining('give an OpenAPI document'),
    });
  });

  it('is the next version of the document, with what differs', async () => {
    const next = {
      ...document,
      text: text.replace(/^ {8}notes:/m, '        remark: { type: string }\n        notes:'),
    };
    const { blueprint, followUp } = await changedBy('document', { document: next });

    expect(blueprint.contract?.source.text).toBe(next.text);
    expect(followUp?.base).toBe('cap_1');
    expect(followUp?.changes).toContainEqual(
      expect.objectContaining({ kind: 'added', path: 'Task.remark' }),
    );
    expect(followUp?.changes).toContainEqual(
      expect.objectContaining({ kind: 'changed', path: 'POST /tasks' }),
    );
  });

  it('is nothing for the same document', async () => {
    await expect(changedBy('document', { document })).rejects.toMatchObject({
      code: 'nothing-changed',
    });
  });

  it('is an earlier version for one that comes back', async () => {
    expect((await changedBy('restore')).followUp).toMatchObject({ base: 'cap_1', changes: [] });
  });

  it('is code that was changed by hand, but for what makes the tables', async () => {
    const take = createEditTaker({ versions, put: async () => '' });

    await expect(take({ ...from, base: 'cap_1', archive: Buffer.from('') })).rejects.toMatchObject({
      code: 'upload-invalid',
    });
  });
});

describe('an OpenAPI document', () => {
  it('is no next version of an app that was made from words', async () => {
    const outcome = readPrompt('A task has a title and a due date');
    if (!outcome.ok) throw new Error('the prompt is not read');
    const asked = { ...from, prompt: '', document, change: change('document') };

    await expect(readChange(versionsOf(outcome.reading.blueprint), asked)).rejects.toMatchObject({
      code: 'contract-not-changeable',
      message: expect.stringContaining('say what is to be different in words'),
    });
  });
});
