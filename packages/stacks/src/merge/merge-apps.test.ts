import type { Blueprint, GeneratedFile } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyRule, everyTogether, invoicing } from '../fixtures/index.ts';
import { BlueprintUnsound } from '../stack.ts';
import { editBlueprint, edits } from '../typescript-fastify/migrations/edits.fixture.ts';
import { typescriptFastify } from '../typescript-fastify/stack.ts';
import { type Merge, mergeFiles } from './merge-files.ts';
import { splitLines } from './merge-text.ts';

type HandEdit = { file: number; line: number; kind: 'insert' | 'replace' | 'delete' | 'move' };

const handEdits = fc.array(
  fc.record({
    file: fc.nat(1_000),
    line: fc.nat(1_000),
    kind: fc.constantFrom('insert', 'insert', 'replace', 'delete', 'move') as fc.Arbitrary<
      HandEdit['kind']
    >,
  }),
  { minLength: 1, maxLength: 12 },
);

/** The files after the edits, and the lines that they wrote, of which each is there once. */
function editFiles(files: readonly GeneratedFile[], list: readonly HandEdit[]) {
  const next = files.map((file) => ({ ...file }));
  const written: string[] = [];
  for (const [index, { file: place, line, kind }] of list.entries()) {
    const file = next[place % next.length];
    if (file === undefined) continue;
    const lines = splitLines(file.content);
    const at = line % (lines.length + 1);
    const own = `// by hand ${index}\n`;
    if (kind === 'move') file.path = `own/${index}/${file.path.split('/').at(-1)}`;
    else if (kind === 'delete') lines.splice(at, 1);
    else {
      lines.splice(at, kind === 'insert' ? 0 : 1, own);
      written.push(own);
    }
    file.content = lines.join('');
  }
  return {
    files: next,
    written: written.filter((own) => next.some(({ content }) => content.includes(own))),
  };
}

const generate = (blueprint: Blueprint) =>
  typescriptFastify
    .codeUnits(blueprint)
    .flatMap(({ id }) => typescriptFastify.generateUnit(blueprint, id));

function tryGenerate(blueprint: Blueprint): GeneratedFile[] | null {
  try {
    return generate(blueprint);
  } catch (error) {
    if (error instanceof BlueprintUnsound) return null;
    throw error;
  }
}

const linesOf = (files: readonly GeneratedFile[]) =>
  new Set(files.flatMap(({ content }) => splitLines(content)));

const shownIn = ({ files, conflicts }: Merge) => {
  const inConflict = conflicts.flatMap(({ chunks }) =>
    chunks.flatMap((chunk) =>
      chunk.kind === 'agreed' ? chunk.lines : [...chunk.mine, ...chunk.theirs].flatMap(splitLines),
    ),
  );
  return new Set([...linesOf(files), ...inConflict]);
};

describe('an app that was changed by hand and is generated anew', () => {
  const bases = [invoicing, everyRule, everyTogether].map((blueprint) => ({
    blueprint,
    files: generate(blueprint),
  }));

  it('loses no line that a person wrote, and none that is new, whatever both do', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bases), handEdits, edits, (base, byHand, changes) => {
        const theirs = tryGenerate(editBlueprint(base.blueprint, changes));
        fc.pre(theirs !== null);
        const mine = editFiles(base.files, byHand);
        const merge = mergeFiles({ base: base.files, mine: mine.files, theirs });
        const shown = shownIn(merge);
        const old = linesOf(base.files);

        expect(mine.written.filter((line) => !shown.has(line))).toEqual([]);
        expect([...linesOf(theirs)].filter((line) => !old.has(line) && !shown.has(line))).toEqual(
          [],
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is what is generated where nobody changed anything, and what people made where nothing is new', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bases), handEdits, edits, (base, byHand, changes) => {
        const theirs = tryGenerate(editBlueprint(base.blueprint, changes));
        fc.pre(theirs !== null);
        const order = (files: readonly GeneratedFile[]) =>
          files.toSorted((left, right) => (left.path < right.path ? -1 : 1));
        const mine = editFiles(base.files, byHand).files;

        const untouched = mergeFiles({ base: base.files, mine: base.files, theirs });
        const same = mergeFiles({ base: base.files, mine, theirs: base.files });
        expect(untouched).toEqual({ files: order(theirs), conflicts: [], kept: [] });
        expect([same.files, same.conflicts]).toEqual([order(mine), []]);
      }),
      { numRuns: 40 },
    );
  });
});
