import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffFiles } from './diff-files.ts';

const line = fc.constantFrom(
  '',
  'a',
  'b',
  'const x = 1;',
  '\\ No newline',
  '--- a',
  '+++ b',
  '@@ -1 +1 @@',
);
const content = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends && lines.length > 0 ? '\n' : ''));
const tree = fc
  .dictionary(fc.constantFrom('a.ts', 'b/c.ts', 'b/d.ts', 'README.md'), content)
  .map((files) => new Map(Object.entries(files)));

describe('diffFiles', () => {
  it('gives patches that turn one tree into the other, and none where nothing changed', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const { files, truncated } = diffFiles(before, after);
        const patched = new Map(before);
        for (const { path, kind, patch } of files) {
          const text = applyPatch(before.get(path) ?? '', patch ?? '');
          if (kind === 'removed') patched.delete(path);
          else patched.set(path, text === false ? 'the patch does not fit' : text);
          expect(before.get(path)).not.toBe(after.get(path));
        }
        expect(truncated).toBe(false);
        expect(Object.fromEntries(patched)).toEqual(Object.fromEntries(after));
      }),
      { numRuns: 200 },
    );
  });

  it('says of each file what became of it, in the order of the paths', () => {
    const before = new Map([
      ['z', '1'],
      ['b', '1'],
      ['same', '1'],
    ]);
    const after = new Map([
      ['a', '1'],
      ['b', '2'],
      ['same', '1'],
    ]);

    expect(diffFiles(before, after).files.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'a added',
      'b changed',
      'z removed',
    ]);
  });

  it('is the same backwards, with added and removed changed over', () => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const there = diffFiles(before, after).files.map(({ path, kind }) => [path, kind]);
        const back = diffFiles(after, before).files.map(({ path, kind }) => [path, turned[kind]]);
        expect(back).toEqual(there);
      }),
    );
  });

  it('shows no more than a thousand files, and says that there are more', () => {
    const files = (count: number) =>
      new Map(Array.from({ length: count }, (_, number) => [`f${number}`, 'x\n']));

    expect(diffFiles(new Map(), files(1_000))).toMatchObject({ truncated: false });
    const more = diffFiles(new Map(), files(1_001));
    expect(more.files).toHaveLength(1_000);
    expect(more.truncated).toBe(true);
  });

  it('gives no patch of a file that is too large, and still those of the others', () => {
    const large = new Map([
      ['a', 'x'.repeat(1_000_001)],
      ['b', 'small\n'],
    ]);
    const { files, truncated } = diffFiles(new Map(), large);

    expect(files.map(({ path, patch }) => [path, patch !== null])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(truncated).toBe(true);
  });
});
