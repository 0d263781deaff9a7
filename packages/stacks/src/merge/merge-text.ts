import { diff3Merge } from 'node-diff3';

/** Lines that all agree on, or those of each side where two changed the same place in different ways. */
export type Chunk =
  | { kind: 'agreed'; lines: string[] }
  | { kind: 'conflict'; base: string[]; mine: string[]; theirs: string[] };

type Sides = { base: string[]; mine: string[]; theirs: string[] };

/** Pairs of same lines that are compared at most; where there are more, the whole place is one conflict. */
const MOST_PAIRS = 4_000_000;

/**
 * Merges two changed versions of a text line by line. Taking one side at every conflict gives a text that has each line
 * which this side added or changed, and each which the other one did elsewhere.
 */
export function mergeText(base: string, mine: string, theirs: string): Chunk[] {
  const all = { base: splitLines(base), mine: splitLines(mine), theirs: splitLines(theirs) };
  const { before, middle, after } = trimAgreed(all);
  const agreed = (lines: string[]): Chunk[] =>
    lines.length > 0 ? [{ kind: 'agreed', lines }] : [];
  return [...agreed(before), ...mergeLines(middle), ...agreed(after)];
}

function mergeLines(sides: Sides): Chunk[] {
  if (countPairs(sides.base, sides.mine) + countPairs(sides.base, sides.theirs) > MOST_PAIRS) {
    return [{ kind: 'conflict', ...sides }];
  }
  const regions = diff3Merge(sides.mine, sides.base, sides.theirs, { excludeFalseConflicts: true });
  return regions.map(({ ok = [], conflict }) => {
    if (conflict === undefined) return { kind: 'agreed', lines: ok };
    return { kind: 'conflict', base: conflict.o, mine: conflict.a, theirs: conflict.b };
  });
}

/** What all three begin and end with needs no comparison. */
function trimAgreed({ base, mine, theirs }: Sides) {
  const most = Math.min(base.length, mine.length, theirs.length);
  const isAgreed = (at: number) => mine.at(at) === base.at(at) && theirs.at(at) === base.at(at);
  let start = 0;
  while (start < most && isAgreed(start)) start += 1;
  let end = 0;
  while (end < most - start && isAgreed(-1 - end)) end += 1;
  const middleOf = (lines: string[]) => lines.slice(start, lines.length - end);
  return {
    before: base.slice(0, start),
    middle: { base: middleOf(base), mine: middleOf(mine), theirs: middleOf(theirs) },
    after: base.slice(base.length - end),
  };
}

function countPairs(left: readonly string[], right: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const line of left) counts.set(line, (counts.get(line) ?? 0) + 1);
  return right.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0);
}

/** Lines with their ends, so that joining them gives the text again. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
