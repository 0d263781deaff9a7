import { splitSentences, stripEnd, stripStart } from '../grammar/sentences.ts';
import { type Block, toSegments } from '../text/blocks.ts';
import type { Token } from '../text/tokens.ts';

/** A sentence of the prompt as rules are looked for in it: without its end mark. */
export type Sentence = { tokens: readonly Token[]; whole: readonly Token[] };

export function sentencesOf(blocks: readonly Block[]): Sentence[] {
  return toSegments(blocks)
    .filter(({ isRow }) => !isRow)
    .flatMap(({ tokens }) => splitSentences(tokens))
    .map((whole) => ({ whole, tokens: stripStart(stripEnd(whole)) }));
}

/** Where a clause may begin: at the start and after what joins clauses. */
export function clauseStarts(tokens: readonly Token[]): number[] {
  return [0, ...tokens.flatMap(({ lower }, index) => (JOINTS.has(lower) ? [index + 1] : []))];
}

/** Where a clause that begins at `from` may end (exclusive), the longest first. */
export function clauseEnds(tokens: readonly Token[], from: number): number[] {
  const inner = tokens.flatMap(({ lower }, index) =>
    index > from && JOINTS.has(lower) ? [index] : [],
  );
  return [tokens.length, ...inner.reverse()];
}

export const JOINTS: ReadonlySet<string> = new Set([
  ',',
  ';',
  ':',
  '-',
  '–',
  '—',
  'and',
  'but',
  'while',
  'whereas',
]);

export function skipJoints(tokens: readonly Token[], at: number): number {
  let index = at;
  while (
    JOINTS.has(tokens[index]?.lower ?? '') ||
    (index > at && /^(also|then|so)$/.test(tokens[index]?.lower ?? ''))
  )
    index += 1;
  return index;
}

/** Lower-case words with one space between them: what the patterns of rules are matched against. */
export function textOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ lower, possessive }) => (possessive ? `${lower}'s` : lower))
    .join(' ');
}
