import { describe, expect, it } from 'vitest';
import { mergeFiles } from './merge-files.ts';
import { resolveConflicts } from './resolve-conflicts.ts';

const file = (content: string, path = 'a.ts') => ({ path, content });
const text = (...lines: string[]) => lines.map((line) => `${line}\n`).join('');

const base = [file(text('one', 'two', 'three', 'four', 'five')), file('old\n', 'b.ts')];
const mine = [file(text('one', 'mine 2', 'three', 'mine 4', 'five')), file('own\n', 'b.ts')];
const theirs = [file(text('one', 'new 2', 'three', 'new 4', 'five'))];
const { conflicts } = mergeFiles({ base, mine, theirs });
const resolve = (...resolutions: Parameters<typeof resolveConflicts>[1]) =>
  resolveConflicts(conflicts, resolutions);

describe('conflicts', () => {
  it('stay open without a choice for each', () => {
    expect(resolve()).toEqual({
      ...{ files: [], unknown: [] },
      open: [
        { path: 'a.ts', left: 2 },
        { path: 'b.ts', left: 1 },
      ],
    });
    expect(resolve({ path: 'a.ts', choices: ['mine'] }).open).toContainEqual({
      ...{ path: 'a.ts', left: 1 },
    });
  });

  it.each([
    [['mine', 'generated'], text('one', 'mine 2', 'three', 'new 4', 'five')],
    [['both', 'mine'], text('one', 'mine 2', 'new 2', 'three', 'mine 4', 'five')],
    [[{ text: 'said' }, { text: '' }], text('one', 'said', 'three', 'five')],
  ] as const)('become the lines of %j', (choices, content) => {
    expect(resolve({ path: 'a.ts', choices: [...choices] }).files).toEqual([file(content)]);
  });

  it('of a deletion keep the file or let it go', () => {
    const filesOf = (choice: 'mine' | 'generated' | 'both') =>
      resolve({ path: 'b.ts', choices: [choice] }).files;

    expect(filesOf('mine')).toEqual([file('own\n', 'b.ts')]);
    expect(filesOf('both')).toEqual([file('own\n', 'b.ts')]);
    expect(filesOf('generated')).toEqual([]);
  });

  it('are none where there is no such file or place', () => {
    expect(resolve({ path: 'c.ts', choices: ['mine'] }).unknown).toEqual(['c.ts']);
    expect(resolve({ path: 'b.ts', choices: ['mine', 'mine'] }).unknown).toEqual(['b.ts']);
  });
});
