import { describe, expect, it } from 'vitest';
import { corpus } from './corpus.ts';
import { type Score, scoreCorpus } from './score.ts';

type Bar = { kind: string; precision: number; recall: number };

function expectScore({ tally, faults }: Score, { kind, precision, recall }: Bar): void {
  const { right, expected, found } = tally[kind] ?? { right: 0, expected: 1, found: 1 };
  expect(right / found, faults.join('\n')).toBeGreaterThanOrEqual(precision);
  expect(right / expected, faults.join('\n')).toBeGreaterThanOrEqual(recall);
}

describe('the prompt corpus', () => {
  const all = corpus.flatMap(({ entries }) => entries);
  const tuned = corpus.filter(
    ({ heldOut, isAboutRules, isGeneral, isValidation }) =>
      !heldOut && !isAboutRules && !isGeneral && !isValidation,
  );
  const older = scoreCorpus(
    tuned.filter(({ isNewest }) => !isNewest).flatMap(({ entries }) => entries),
  );
  const newest = scoreCorpus(
    tuned.filter(({ isNewest }) => isNewest).flatMap(({ entries }) => entries),
  );

  it('holds at least 75 prompts, each under its own id', () => {
    expect(all.length).toBeGreaterThanOrEqual(75);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it.each([
    { kind: 'entities', precision: 0.99, recall: 0.99 },
    { kind: 'fields', precision: 0.99, recall: 0.99 },
    { kind: 'types', precision: 0.995, recall: 0.985 },
    { kind: 'flags', precision: 0.995, recall: 0.995 },
    { kind: 'enum values', precision: 0.99, recall: 0.99 },
    { kind: 'relations', precision: 0.975, recall: 0.96 },
  ])('is read with a precision of $precision and a recall of $recall of $kind', (bar) => {
    expectScore(older, bar);
  });

  it.each([
    { kind: 'entities', precision: 0.98, recall: 0.97 },
    { kind: 'fields', precision: 0.98, recall: 0.94 },
    { kind: 'types', precision: 0.99, recall: 0.94 },
    { kind: 'relations', precision: 0.95, recall: 0.89 },
  ])('holds $precision and $recall of $kind in the sets of the last round', (bar) => {
    expectScore(newest, bar);
  });

  it.each([
    { set: 'AD', kind: 'entities', precision: 0.94, recall: 0.98 },
    { set: 'AD', kind: 'fields', precision: 0.95, recall: 0.91 },
    { set: 'AD', kind: 'types', precision: 0.99, recall: 0.91 },
    { set: 'AD', kind: 'relations', precision: 0.88, recall: 0.86 },
    { set: 'AF', kind: 'entities', precision: 0.9, recall: 0.87 },
    { set: 'AF', kind: 'fields', precision: 0.9, recall: 0.83 },
    { set: 'AF', kind: 'relations', precision: 0.84, recall: 0.67 },
    { set: 'AH', kind: 'entities', precision: 0.87, recall: 0.87 },
    { set: 'AH', kind: 'fields', precision: 0.93, recall: 0.8 },
    { set: 'AH', kind: 'relations', precision: 0.7, recall: 0.64 },
    { set: 'AG', kind: 'entities', precision: 0.87, recall: 0.81 },
    { set: 'AG', kind: 'fields', precision: 0.86, recall: 0.71 },
    { set: 'AG', kind: 'relations', precision: 0.65, recall: 0.5 },
    { set: 'AB', kind: 'entities', precision: 0.86, recall: 0.93 },
    { set: 'AB', kind: 'fields', precision: 0.92, recall: 0.86 },
    { set: 'AB', kind: 'relations', precision: 0.74, recall: 0.68 },
    { set: 'AE', kind: 'entities', precision: 0.88, recall: 0.9 },
    { set: 'AE', kind: 'fields', precision: 0.9, recall: 0.82 },
    { set: 'AE', kind: 'relations', precision: 0.72, recall: 0.61 },
    { set: 'AI', kind: 'entities', precision: 0.92, recall: 0.89 },
    { set: 'AI', kind: 'fields', precision: 0.94, recall: 0.87 },
    { set: 'AI', kind: 'relations', precision: 0.79, recall: 0.73 },
    { set: 'AJ', kind: 'entities', precision: 0.89, recall: 0.9 },
    { set: 'AJ', kind: 'fields', precision: 0.88, recall: 0.8 },
    { set: 'AJ', kind: 'relations', precision: 0.75, recall: 0.7 },
    { set: 'AK', kind: 'entities', precision: 0.92, recall: 0.96 },
    { set: 'AK', kind: 'fields', precision: 0.94, recall: 0.93 },
    { set: 'AK', kind: 'relations', precision: 0.84, recall: 0.84 },
    { set: 'AL', kind: 'entities', precision: 0.85, recall: 0.84 },
    { set: 'AL', kind: 'fields', precision: 0.86, recall: 0.79 },
    { set: 'AL', kind: 'relations', precision: 0.73, recall: 0.63 },
    { set: 'AM', kind: 'entities', precision: 1, recall: 1 },
    { set: 'AM', kind: 'fields', precision: 0.96, recall: 0.96 },
    { set: 'AM', kind: 'relations', precision: 0.95, recall: 1 },
    { set: 'AP', kind: 'entities', precision: 0.99, recall: 0.99 },
    { set: 'AP', kind: 'fields', precision: 0.99, recall: 0.99 },
    { set: 'AP', kind: 'relations', precision: 0.99, recall: 0.99 },
    { set: 'AP', kind: 'rules', precision: 1, recall: 1 },
    { set: 'AN', kind: 'entities', precision: 0.79, recall: 0.85 },
    { set: 'AN', kind: 'fields', precision: 0.89, recall: 0.75 },
    { set: 'AN', kind: 'relations', precision: 0.65, recall: 0.57 },
    { set: 'AO', kind: 'entities', precision: 0.91, recall: 0.78 },
    { set: 'AO', kind: 'fields', precision: 0.89, recall: 0.71 },
    { set: 'AO', kind: 'relations', precision: 0.68, recall: 0.45 },
  ])('holds $precision and $recall of $kind in set $set, of which no prompt was mended', (bar) => {
    const { entries = [] } = corpus.find(({ name }) => name === bar.set) ?? {};
    expectScore({ ...scoreCorpus(entries), faults: [] }, bar);
  });

  it('reads 283 prompts of the older sets without a fault', () => {
    expect(older.perfect).toBeGreaterThanOrEqual(283);
  });

  it.each([
    { kind: 'roles', precision: 1, recall: 1 },
    { kind: 'rights', precision: 0.92, recall: 0.95 },
    { kind: 'rules', precision: 1, recall: 0.85 },
  ])('is read with a precision of $precision and a recall of $recall of $kind', (bar) => {
    const told = corpus
      .filter(({ heldOut, isGeneral, isValidation }) => !heldOut && !isGeneral && !isValidation)
      .flatMap(({ entries }) => entries);
    const score = scoreCorpus(told.filter(({ rules }) => rules !== undefined));
    expectScore(score, bar);
  });
});
