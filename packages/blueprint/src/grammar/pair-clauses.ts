import { DETERMINERS, words } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import type { SegmentContext } from './segment-context.ts';
import { itemOf, type Noun, type Statement } from './statements.ts';

/** Two things that one clause names side by side, when nothing else says how they stand: "we put crates into sheds". */
export function readPairClauses(tokens: readonly Token[], { budget }: SegmentContext): Statement[] {
  const things = tokens.flatMap((token, at) =>
    token.kind === 'word' && budget.things.has(token.lower) ? [at] : [],
  );
  return things.slice(0, -1).flatMap((left, index) => {
    const right = things[index + 1];
    const isOther = right !== undefined && nameAt(tokens, left) !== nameAt(tokens, right);
    const pair = isOther ? pairOf(tokens, left, right) : null;
    return pair === null ? [] : [pair];
  });
}

const PLACES = words('in on at into onto to for of with under inside from per');
const MAX_BETWEEN = 4;

function pairOf(tokens: readonly Token[], left: number, right: number): Statement | null {
  const between = tokens.slice(left + 1, right).map(({ lower }) => lower);
  if (between.length > MAX_BETWEEN || between.some((word) => /^[,;:.()]$/.test(word))) return null;
  const plain = between.filter(
    (word) => !DETERMINERS.has(word) && !/^(which|what|one|different)$/.test(word),
  );
  const isAsked =
    /^(which|what)$/.test(tokens[left - 1]?.lower ?? '') ||
    between.some((word) => /^(which|what)$/.test(word));
  const [link, more] = plain;
  const isPlace = more === undefined && link !== 'of' && PLACES.has(link ?? '');
  if (isPlace && isGiven(tokens, left)) return belongs(tokens, left, right);
  if (link === 'of' && more === undefined && /^(each|every)$/.test(tokens[right - 1]?.lower ?? ''))
    return belongs(tokens, right, left);
  if (!isAsked) return null;
  const isThere =
    /^(is|are|was|were|lies|stands|sits|lives)$/.test(link ?? '') && PLACES.has(more ?? '');
  if (isThere) return belongs(tokens, left, right);
  if (/^(has|have|had|owns|holds)$/.test(link ?? '') && more === undefined)
    return belongs(tokens, right, left);
  const isIn = PLACES.has(tokens[left - 2]?.lower ?? '') && plain.length === 0;
  return isIn ? belongs(tokens, right, left) : null;
}

/** "we put crates", "there are crates": what is put or found somewhere. */
function isGiven(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 4), at).map(({ lower }) => lower);
  const speaker = before.findIndex((word) => /^(we|i|there)$/.test(word));
  return speaker >= 0 && before.length - speaker > 1 && !before.includes(',');
}

function belongs(tokens: readonly Token[], from: number, to: number): Statement | null {
  const [subject, target] = [nounAt(tokens, from), nounAt(tokens, to)];
  if (subject === null || target === null) return null;
  const span = {
    start: Math.min(subject.start, target.start),
    end: Math.max(subject.end, target.end),
  };
  const how = { optional: false, strong: false, many: false, isIfUnrelated: true } as const;
  return { kind: 'belongs', subjects: [subject], targets: [itemOf(target)], ...how, ...span };
}

function nameAt(tokens: readonly Token[], at: number): string {
  return singular(tokens[at]?.lower ?? '');
}

function nounAt(tokens: readonly Token[], at: number): Noun | null {
  const token = tokens[at];
  if (token === undefined) return null;
  return { words: [nameAt(tokens, at)], plural: false, start: token.start, end: token.end };
}
