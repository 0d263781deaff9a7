import { ONE_TO_MANY_VERBS } from '../lexicon/predicates.ts';
import { isGrammarWord } from '../lexicon/understood.ts';
import { DETERMINERS, words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import type { SegmentContext } from './segment-context.ts';
import { itemOf, type Noun, type Statement } from './statements.ts';
import { baseForm } from './verbs.ts';

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
  if (isActing(tokens, left, between)) return belongs(tokens, left, right);
  const isAsked =
    /^(which|what)$/.test(tokens[left - 1]?.lower ?? '') ||
    between.some((word) => /^(which|what)$/.test(word));
  const [link, more] = plain;
  const isPlace = more === undefined && link !== 'of' && PLACES.has(link ?? '');
  const given = isPlace ? deedBefore(tokens, left) : null;
  if (given !== null) return belongs(tokens, left, right, given);
  if (link === 'of' && more === undefined && /^(each|every)$/.test(tokens[right - 1]?.lower ?? ''))
    return belongs(tokens, right, left);
  if (!isAsked) return null;
  const isThere =
    /^(is|are|was|were|lies|stands|sits|lives)$/.test(link ?? '') && PLACES.has(more ?? '');
  if (isThere) return belongs(tokens, left, right);
  if (/^(has|have|had|owns|holds)$/.test(link ?? '') && more === undefined)
    return belongs(tokens, right, left);
  if (ONE_TO_MANY_VERBS.has(baseForm(link ?? '')) && more === undefined)
    return belongs(tokens, right, left);
  const isIn = PLACES.has(tokens[left - 2]?.lower ?? '') && plain.length === 0;
  return isIn ? belongs(tokens, right, left) : null;
}

/** "lamps stand along streets", "volunteers help at events": any verb with a preposition between two things in the plural. */
function isActing(tokens: readonly Token[], left: number, between: readonly string[]): boolean {
  const [verb = '', link = '', more] = between;
  const opens = left === 0 || /^([.,;:]|and|where)$/.test(tokens[left - 1]?.lower ?? '');
  const isVerb = /^[a-z]{3,}$/.test(verb) && !isGrammarWord(verb) && !verb.endsWith('ing');
  const isLinked = ACTIVE_LINKS.has(link) && more === undefined;
  return opens && isVerb && isLinked && isPlural(tokens[left]?.lower ?? '');
}

const ACTIVE_LINKS = words('in on at along near through around across under over for with');

/** "we put crates", "there are crates", "we hand out tools": what is put or found somewhere, by the verb. */
function deedBefore(tokens: readonly Token[], at: number): string | null {
  const before = tokens.slice(Math.max(0, at - 4), at).map(({ lower }) => lower);
  const speaker = before.findIndex((word) => /^(we|i|there)$/.test(word));
  if (speaker < 0 || before.length - speaker < 2 || before.includes(',')) return null;
  return before
    .slice(speaker + 1)
    .filter((word) => !DETERMINERS.has(word))
    .join(' ');
}

function belongs(
  tokens: readonly Token[],
  from: number,
  to: number,
  verb?: string,
): Statement | null {
  const [subject, target] = [nounAt(tokens, from), nounAt(tokens, to)];
  if (subject === null || target === null) return null;
  const span = {
    start: Math.min(subject.start, target.start),
    end: Math.max(subject.end, target.end),
  };
  const how = { optional: false, strong: false, many: false, isIfUnrelated: true } as const;
  const said = verb === undefined ? {} : { verb };
  return {
    kind: 'belongs',
    subjects: [subject],
    targets: [itemOf(target)],
    ...how,
    ...said,
    ...span,
  };
}

function nameAt(tokens: readonly Token[], at: number): string {
  return singular(tokens[at]?.lower ?? '');
}

function nounAt(tokens: readonly Token[], at: number): Noun | null {
  const token = tokens[at];
  if (token === undefined) return null;
  return { words: [nameAt(tokens, at)], plural: false, start: token.start, end: token.end };
}
