import { splitLines } from './merge-text.ts';

/** Share of lines that a moved file has in common with the one that is gone. */
const ALIKE = 0.6;
/** Files that are gone or new beyond this are not compared with each other. */
const MOST_COMPARED = 200;

/** Where files of `before` went that `after` has under other paths: the same content, or most of it. */
export function findRenames(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Map<string, string> {
  const gone = [...before.keys()].filter((path) => !after.has(path)).slice(0, MOST_COMPARED);
  const added = [...after.keys()].filter((path) => !before.has(path)).slice(0, MOST_COMPARED);
  const linesOf = (files: ReadonlyMap<string, string>, path: string) =>
    countLines(files.get(path) ?? '');
  const old = gone.map((path) => ({ path, lines: linesOf(before, path) }));
  const fresh = added.map((path) => ({ path, lines: linesOf(after, path) }));
  const pairs = old.flatMap((from) =>
    fresh.flatMap((to) => {
      const alike = likeness(from.lines, to.lines);
      return alike >= ALIKE ? [{ from: from.path, to: to.path, alike }] : [];
    }),
  );
  const renames = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of pairs.toSorted((left, right) => right.alike - left.alike)) {
    if (renames.has(from) || taken.has(to)) continue;
    renames.set(from, to);
    taken.add(to);
  }
  return renames;
}

type Lines = { counts: ReadonlyMap<string, number>; size: number };

function countLines(text: string): Lines {
  const lines = splitLines(text);
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return { counts, size: lines.length };
}

/** 0 to 1: lines in common, as a share of the longer one. */
function likeness(left: Lines, right: Lines): number {
  if (Math.min(left.size, right.size) === 0) return 0;
  let common = 0;
  for (const [line, count] of left.counts) common += Math.min(count, right.counts.get(line) ?? 0);
  return common / Math.max(left.size, right.size);
}
