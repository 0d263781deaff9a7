import { describe, expect, it } from 'vitest';
import { corpus } from './corpus.ts';
import { scoreCorpus } from './score.ts';

describe('the prompt corpus', () => {
  const all = corpus.flatMap(({ entries }) => entries);
  const tuned = corpus.filter(({ heldOut }) => heldOut !== true);
  const { tally, faults } = scoreCorpus(tuned.flatMap(({ entries }) => entries));

  it('holds at least 75 prompts, each under its own id', () => {
    expect(all.length).toBeGreaterThanOrEqual(75);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('is read with at least 96 % precision and recall of relations', () => {
    const { right, expected, found } = tally.relations ?? { right: 0, expected: 1, found: 1 };
    expect(right / expected, faults.join('\n')).toBeGreaterThanOrEqual(0.96);
    expect(right / found, faults.join('\n')).toBeGreaterThanOrEqual(0.96);
  });

  it.each(['entities', 'fields', 'types', 'flags', 'enum values'])(
    'is read with at least 98 %% precision and recall of %s',
    (kind) => {
      const { right, expected, found } = tally[kind] ?? { right: 0, expected: 1, found: 1 };
      expect(right / expected, faults.join('\n')).toBeGreaterThanOrEqual(0.98);
      expect(right / found, faults.join('\n')).toBeGreaterThanOrEqual(0.98);
    },
  );
});
