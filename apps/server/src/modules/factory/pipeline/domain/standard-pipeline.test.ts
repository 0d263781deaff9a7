import { planWorkflow } from '@quantumlayer/workflow';
import { describe, expect, it } from 'vitest';
import { standardPipeline } from './standard-pipeline.ts';

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
  });
});
