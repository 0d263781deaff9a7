import { versionChangeKinds } from '@quantumlayer/contracts';
import { planWorkflow } from '@quantumlayer/workflow';
import { describe, expect, it } from 'vitest';
import { type ChangePlan, standardPipeline } from './standard-pipeline.ts';

const options = { stack: 'typescript-fastify', review: false, preview: true };
const ids = (given: typeof options) => standardPipeline(given).nodes.map((node) => node.id);

describe('the standard pipeline', () => {
  it('has the seven stages in order', () => {
    expect(ids(options)).toEqual([
      'parse',
      'design',
      'code',
      'tests',
      'quality',
      'capsule',
      'preview',
    ]);
  });

  it('stops behind the design when a review is asked for', () => {
    expect(ids({ ...options, review: true })).toContain('review');
  });

  it('ends with the capsule when no preview is wanted', () => {
    expect(ids({ ...options, preview: false }).at(-1)).toBe('capsule');
  });

  it.each([
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ])('can finish with review %s and preview %s', (review, preview) => {
    expect(() => planWorkflow(standardPipeline({ ...options, review, preview }))).not.toThrow();
    for (const kind of versionChangeKinds)
      for (const isEdited of [false, true]) {
        const definition = standardPipeline({ ...options, review, preview }, { kind, isEdited });
        expect(() => planWorkflow(definition)).not.toThrow();
      }
  });

  const behind = ['quality', 'capsule', 'preview'];
  it.each<[string, ChangePlan, string[]]>([
    ['merges', { kind: 'prompt', isEdited: false }, ['code', 'tests', 'merge']],
    [
      'may wait for a person',
      { kind: 'form', isEdited: true },
      ['code', 'tests', 'merge', 'conflicting', 'conflicts'],
    ],
    ['generates no code', { kind: 'hand-edit', isEdited: true }, ['merge']],
    ['generates none', { kind: 'restore', isEdited: true }, ['merge']],
  ])('%s where a version was there before: %j', (_case, change, between) => {
    const nodes = standardPipeline(options, change).nodes.map(({ id }) => id);

    expect(nodes).toEqual(['parse', 'design', ...between, ...behind]);
  });
});
