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

describe('a change of an app that keeps to an OpenAPI document', () => {
  let versions: AppVersions;

  beforeAll(async () => {
    const outcome = await readRequest({ document });
    if (!outcome.ok) throw new Error('the document is not read');
    versions = versionsOf(outcome.reading.blueprint);
  });

  it.each([
    ['words', { kind: 'prompt', prompt: 'A task also has a note' }],
    ['a changed document', { kind: 'document', document }],
    ['a form', { kind: 'form' }],
    ['an earlier version', { kind: 'restore' }],
  ] as const)('is refused for %s, with what to do instead', async (_case, { kind, ...asked }) => {
    const said = { prompt: '', ...asked };

    await expect(readChange(versions, { ...from, ...said, change: change(kind) })).rejects.toThrow(
      /Start a run with the changed document and without a base/,
    );
  });

  it('is refused for code that was changed by hand', async () => {
    const take = createEditTaker({ versions, put: async () => '' });

    await expect(take({ ...from, base: 'cap_1', archive: Buffer.from('') })).rejects.toMatchObject({
      code: 'contract-not-changeable',
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
