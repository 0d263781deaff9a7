import type { GeneratedFile } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFiles, resolveChunks } from './merge-files.ts';
import { mergeText, splitLines } from './merge-text.ts';

const files = (contents: Record<string, string>): GeneratedFile[] =>
  Object.entries(contents).map(([path, content]) => ({ path, content }));
const BASE = 'one\ntwo\nthree\nfour\nfive\n';

describe('mergeFiles', () => {
  it('keeps what was changed by hand beside what is generated now', () => {
    const merge = mergeFiles({
      base: files({ a: BASE, b: 'x\n' }),
      mine: files({ a: BASE.replace('two', 'zwei'), b: 'x\n', c: 'own\n' }),
      theirs: files({ a: BASE.replace('five', 'cinq'), b: 'y\n', d: 'new\n' }),
    });

    expect(merge).toEqual({
      files: files({ a: 'one\nzwei\nthree\nfour\ncinq\n', b: 'y\n', c: 'own\n', d: 'new\n' }),
      conflicts: [],
      kept: ['a', 'c'],
    });
  });

  it('takes the same change of both once', () => {
    const changed = BASE.replace('two', 'zwei');
    const merge = mergeFiles({
      base: files({ a: BASE }),
      mine: files({ a: changed }),
      theirs: files({ a: changed }),
    });

    expect(merge).toEqual({ files: files({ a: changed }), conflicts: [], kept: [] });
  });

  it('shows both where they changed the same lines, and chooses neither', () => {
    const { files: agreed, conflicts } = mergeFiles({
      base: files({ a: BASE }),
      mine: files({ a: BASE.replace('three', 'drei') }),
      theirs: files({ a: BASE.replace('three', 'trois') }),
    });

    expect(agreed).toEqual([]);
    expect(conflicts).toEqual([
      {
        path: 'a',
        kind: 'changed',
        chunks: [
          { kind: 'agreed', lines: ['one\n', 'two\n'] },
          { kind: 'conflict', base: ['three\n'], mine: ['drei\n'], theirs: ['trois\n'] },
          { kind: 'agreed', lines: ['four\n', 'five\n'] },
        ],
      },
    ]);
  });

  it.each([
    ['by hand', { mine: {}, theirs: { a: `${BASE}six\n` } }],
    ['by the factory', { mine: { a: `${BASE}six\n` }, theirs: {} }],
  ])('asks where one deleted %s what the other one changed', (_who, { mine, theirs }) => {
    const merge = mergeFiles({
      base: files({ a: BASE }),
      mine: files(mine),
      theirs: files(theirs),
    });

    expect(merge.files).toEqual([]);
    expect(merge.conflicts).toMatchObject([{ path: 'a', kind: 'deleted' }]);
  });

  it('lets go what one deleted and the other one left alone', () => {
    const merge = mergeFiles({
      base: files({ a: BASE, b: BASE.replace('one', 'b') }),
      mine: files({ b: BASE.replace('one', 'b') }),
      theirs: files({ a: BASE }),
    });

    expect(merge).toEqual({ files: [], conflicts: [], kept: ['a'] });
  });

  it('follows a file that was moved by hand', () => {
    const merge = mergeFiles({
      base: files({ 'src/a': BASE }),
      mine: files({ 'lib/a': BASE.replace('one', 'eins') }),
      theirs: files({ 'src/a': BASE.replace('five', 'cinq') }),
    });

    expect(merge.files).toEqual(files({ 'lib/a': 'eins\ntwo\nthree\nfour\ncinq\n' }));
  });

  it('follows a file that is generated elsewhere now, with what was changed by hand', () => {
    const merge = mergeFiles({
      base: files({ 'customer/a': BASE }),
      mine: files({ 'customer/a': BASE.replace('one', 'eins') }),
      theirs: files({ 'client/a': BASE.replace('five', 'cinq') }),
    });

    expect(merge.files).toEqual(files({ 'client/a': 'eins\ntwo\nthree\nfour\ncinq\n' }));
    expect(merge.kept).toEqual(['client/a']);
  });

  it('asks where both moved it to different places', () => {
    const merge = mergeFiles({
      base: files({ a: BASE }),
      mine: files({ b: BASE }),
      theirs: files({ c: BASE }),
    });

    expect(merge.conflicts).toMatchObject([{ path: 'b', kind: 'renamed' }]);
  });

  it('asks where one moved a file to the place of a new one', () => {
    const merge = mergeFiles({
      base: files({ a: BASE }),
      mine: files({ b: BASE }),
      theirs: files({ a: BASE, b: 'new\n' }),
    });

    expect(merge.files).toEqual(files({ b: BASE }));
    expect(merge.conflicts).toEqual([
      {
        ...{ path: 'b', kind: 'renamed' },
        chunks: [{ kind: 'conflict', base: [], mine: [], theirs: ['new\n'] }],
      },
    ]);
  });

  it('holds two files of the same new path side by side', () => {
    const merge = mergeFiles({
      base: [],
      mine: files({ a: 'own\n' }),
      theirs: files({ a: 'new\n' }),
    });

    expect(merge.conflicts[0]?.chunks).toEqual([
      { kind: 'conflict', base: [], mine: ['own\n'], theirs: ['new\n'] },
    ]);
  });
});

const line = fc
  .constantFrom('a', 'b', 'c', '}', '', '__proto__', 'constructor')
  .map((text) => `${text}\n`);
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join(''));
const count = (lines: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const each of lines) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
};

describe('mergeText', () => {
  it('gives the one side where the other one changed nothing', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        const none = () => [];
        expect(resolveChunks(mergeText(base, changed, base), none)).toBe(changed);
        expect(resolveChunks(mergeText(base, base, changed), none)).toBe(changed);
      }),
    );
  });

  it('is the same whichever side is mine', () => {
    fc.assert(
      fc.property(text, text, text, (base, left, right) => {
        const agreed = (chunks: ReturnType<typeof mergeText>) =>
          chunks.flatMap((chunk) => (chunk.kind === 'agreed' ? chunk.lines : [])).join('');
        expect(agreed(mergeText(base, left, right))).toBe(agreed(mergeText(base, right, left)));
      }),
    );
  });

  it('loses no line that either side has added: it is agreed on or in a conflict', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const chunks = mergeText(base, mine, theirs);
        const shown = count(
          chunks.flatMap((chunk) =>
            chunk.kind === 'agreed' ? chunk.lines : [...chunk.mine, ...chunk.theirs],
          ),
        );
        const there = count(splitLines(base));
        for (const side of [mine, theirs]) {
          for (const [each, times] of count(splitLines(side))) {
            if (times > (there.get(each) ?? 0)) {
              expect(shown.get(each) ?? 0).toBeGreaterThanOrEqual(times - (there.get(each) ?? 0));
            }
          }
        }
      }),
    );
  });

  it('keeps the lines of both whose places are apart', () => {
    fc.assert(
      fc.property(text, text, (above, below) => {
        const apart = '1\n2\n3\n';
        const chunks = mergeText(
          `-\n${apart}=\n`,
          `${above}-\n${apart}=\n`,
          `-\n${apart}=\n${below}`,
        );
        expect(resolveChunks(chunks, () => ['conflict'])).toBe(`${above}-\n${apart}=\n${below}`);
      }),
    );
  });

  it('ends soon with many same lines, and shows them as a conflict', () => {
    const many = '}\n'.repeat(5_000);
    const chunks = mergeText(`a\n${many}b\n`, `c\n${many}}\nd\n`, `e\n${many}}\n}\nf\n`);

    expect(chunks.some(({ kind }) => kind === 'conflict')).toBe(true);
  });
});
