import { readPrompt } from '@quantumlayer/blueprint';
import { editsByHand, findStack, mergeFiles } from '@quantumlayer/stacks';
import { describe, expect, it } from 'vitest';
import { designBlueprint } from './domain/design-blueprint.ts';
import { BlueprintInvalid } from './domain/pipeline-errors.ts';
import type { MergeOutput } from './domain/stage-outputs.ts';
import { createReviser, refuseApproval } from './revise-output.ts';
import { createMemoryVersions, versionOf } from './testing/memory-versions.ts';

const options = { stack: 'typescript-fastify', review: true, preview: true };
const prompt = 'A todo list: a task has a title and a due date';
const run = { projectId: 'prj_1', prompt, options, requestedAt: '2026-01-01T00:00:00.000Z' };
const outcome = readPrompt(prompt);
const stack = findStack('typescript-fastify');
if (!outcome.ok || stack === null) throw new Error('the prompt and the stack of these tests');
const { reading } = outcome;

/** Within its bounds lies no whole number: fine for the schema, not for an app. */
const betweenNumbers = {
  ...{ name: 'rank', type: 'integer', required: true, unique: false },
  ...{ min: 0.2, max: 0.8 },
} as const;

const field = { name: 'title', type: 'string', required: true, unique: false } as const;
const blueprint = {
  version: 1,
  name: 'todo',
  title: 'Todo',
  description: '',
  entities: [{ name: 'Task', plural: 'Tasks', fields: [field], relations: [] }],
} as const;

const text = (...lines: string[]) => lines.map((line) => `${line}\n`).join('');
const file = (path: string, content: string) => ({ path, content });
const generated = [file('a.ts', text('one', 'new', 'three')), file('b.ts', 'b\n')];
const { files, conflicts, kept } = mergeFiles({
  base: [file('a.ts', text('one', 'two', 'three')), file('b.ts', 'b\n')],
  mine: [file('a.ts', text('one', 'own', 'three')), file('b.ts', 'b\n'), file('c.ts', 'c\n')],
  theirs: generated,
});
const merge: MergeOutput = {
  ...{ files, conflicts, kept, byHand: editsByHand(generated, files), state: 'conflicts' },
  migration: { migration: null, losses: [], unfilled: [], kept: [], dropped: [] },
};

const base = versionOf('cap_1', reading.blueprint);
const reviser = createReviser(createMemoryVersions([base]));
const outputOf = async (stage: string) => (stage === 'merge' ? merge : reading);
const revise = (stage: string, output: unknown, input: object = run) =>
  reviser({ organisationId: 'org_1', stage, output, input, outputOf });

describe('a changed blueprint at the review', () => {
  it('makes the design again', async () => {
    const changed = structuredClone({ ...blueprint, entities: [...blueprint.entities] });

    expect(await revise('review', { blueprint: changed, design: 'mine' })).toEqual(
      designBlueprint(stack, JSON.parse(JSON.stringify(blueprint))),
    );
  });

  it('makes the diffs again where a version was there before', async () => {
    const change = { base: 'cap_1', kind: 'form', renames: {}, values: {} };
    const revised = await revise('review', { blueprint }, { ...run, change });

    expect(revised).toMatchObject({ changes: { schema: { losses: ['Task.dueDate'] } } });
  });

  it('keeps what the reviewer answered', async () => {
    const answers = [{ question: 'Who may delete a task?', answer: 'Only its owner.' }];

    expect(await revise('review', { blueprint, answers })).toMatchObject({ answers });
  });

  it('refuses answers that are none', async () => {
    await expect(revise('review', { blueprint, answers: ['yes'] })).rejects.toThrow(
      BlueprintInvalid,
    );
  });

  it.each([[{}], [null], [{ blueprint: { ...blueprint, entities: [] } }]])(
    'refuses %j with the problems of the blueprint',
    async (output) => {
      await expect(revise('review', output)).rejects.toThrow('cannot be built');
    },
  );

  it('refuses a blueprint that the stack cannot build, naming the place', async () => {
    const [task] = blueprint.entities;
    const entities = [{ ...task, fields: [field, betweenNumbers] }];
    const revised = revise('review', { blueprint: { ...blueprint, entities } });

    await expect(revised).rejects.toThrow(BlueprintInvalid);
    await expect(revised).rejects.toThrow('cannot be built');
  });

  it('is the only output of its kind that changes', async () => {
    await expect(revise('quality', {})).rejects.toThrow('cannot be changed');
  });
});

describe('conflicts', () => {
  const choose = (...choices: unknown[]) =>
    revise('conflicts', { resolutions: [{ path: 'a.ts', choices }] });

  it('become files, and what is generated is still known', async () => {
    const resolved = await choose('both');

    expect(resolved).toMatchObject({
      state: 'merged',
      conflicts: [],
      files: [
        { path: 'a.ts', content: text('one', 'own', 'new', 'three') },
        { path: 'b.ts' },
        { path: 'c.ts' },
      ],
      byHand: { added: ['c.ts'], generated: [generated[0]] },
      kept: ['a.ts', 'c.ts'],
    });
  });

  it('leave no trace where what is generated was chosen', async () => {
    expect(await choose('generated')).toMatchObject({ byHand: { added: ['c.ts'], generated: [] } });
  });

  it.each<[string, unknown, string]>([
    ['none at all', { resolutions: [] }, 'conflicts-unresolved'],
    [
      'one too many',
      { resolutions: [{ path: 'a.ts', choices: ['mine', 'mine'] }] },
      'resolutions-invalid',
    ],
    [
      'one of another file',
      { resolutions: [{ path: 'b.ts', choices: ['mine'] }] },
      'resolutions-invalid',
    ],
    [
      'one that there is not',
      { resolutions: [{ path: 'a.ts', choices: ['ours'] }] },
      'resolutions-invalid',
    ],
    ['nothing of the kind', null, 'resolutions-invalid'],
  ])('are not resolved by %s', async (_case, output, code) => {
    await expect(revise('conflicts', output)).rejects.toMatchObject({ code });
  });

  it('cannot be approved while they are open', async () => {
    await expect(refuseApproval('conflicts', outputOf)).rejects.toMatchObject({
      code: 'conflicts-unresolved',
    });
    await expect(
      refuseApproval('conflicts', async () => ({ ...merge, conflicts: [] })),
    ).resolves.toBeUndefined();
    await expect(refuseApproval('review', outputOf)).resolves.toBeUndefined();
  });
});
