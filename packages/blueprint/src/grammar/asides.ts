import { BE, CONNECTORS, DETERMINERS, PREPOSITIONS, RELATIVES, words } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';

/** A sentence without what only says which one is meant, or when, or to whom. */
export function withoutAsides(said: readonly Token[]): readonly Token[] {
  const tokens = withDashesAsBrackets(said);
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index];
    const length =
      contactLength(tokens, index) ||
      adverbLength(tokens, index) ||
      relativeLength(tokens, index) ||
      speakerLength(tokens, index) ||
      Number(isReceiver(tokens, index));
    if (length === 0 && token !== undefined) kept.push(token);
    index += Math.max(length, 1);
  }
  return kept;
}

const SUBJECTS = words('they he she we i it you');
const ENDS = /^([,.;:)(]|and|or|)$/;
const MOMENTS = words(
  'date day time year month moment when once if whether how where what while until before after because once unless since',
);
const ASKING = words(
  'need want keep store record note track have know write save see like would should must can log enter',
);
const MAX_CLAUSE = 6;

/** "the street they live in", "the copies we own": how many tokens tell which one is meant. */
function contactLength(tokens: readonly Token[], at: number): number {
  const [before, subject] = [tokens[at - 1], tokens[at]];
  if (before?.kind !== 'word' || !SUBJECTS.has(subject?.lower ?? '') || !isNamed(before)) return 0;
  const verb = tokens[at + 1]?.lower ?? '';
  if (BE.has(verb) || ((subject?.lower === 'i' || subject?.lower === 'we') && ASKING.has(verb)))
    return 0;
  for (let end = at + 1; end <= at + MAX_CLAUSE; end += 1) {
    const word = tokens[end]?.lower ?? '';
    if (ENDS.test(word)) return end > at + 1 ? end - at : 0;
    if (DETERMINERS.has(word) || RELATIVES.has(word) || isPlural(word)) return 0;
  }
  return 0;
}

/** A word that may be the last of a name. */
function isNamed({ lower }: Token): boolean {
  const isLink = PREPOSITIONS.has(lower) || CONNECTORS.has(lower) || RELATIVES.has(lower);
  return (
    !isLink &&
    !MOMENTS.has(lower) &&
    !DETERMINERS.has(lower) &&
    !BE.has(lower) &&
    !SUBJECTS.has(lower)
  );
}

const LATER = words('afterwards afterward together regularly again');

/** "writes remarks afterwards": when it is done is no part of a name. */
function adverbLength(tokens: readonly Token[], at: number): number {
  const isLast =
    ENDS.test(tokens[at + 1]?.lower ?? '') || PREPOSITIONS.has(tokens[at + 1]?.lower ?? '');
  const before = tokens[at - 1];
  return LATER.has(tokens[at]?.lower ?? '') && isLast && before?.kind === 'word' && at > 1 ? 1 : 0;
}

/** "clients send us documents": who gets them is who speaks. */
function isReceiver(tokens: readonly Token[], at: number): boolean {
  const [verb, token, next] = [-1, 0, 1].map((step) => tokens[at + step]?.lower ?? '');
  const isGiven = /^(sends?|brings?|lends?|sells?|suppl(y|ies)|hands?)$/.test(verb ?? '');
  return (
    isGiven &&
    /^(us|me)$/.test(token ?? '') &&
    !ENDS.test(next ?? '') &&
    !PREPOSITIONS.has(next ?? '')
  );
}

/** "bills that come each month: name, amount": what the label of a list says of itself. */
function relativeLength(tokens: readonly Token[], at: number): number {
  if (!/^(that|which|who)$/.test(tokens[at]?.lower ?? '') || at < 1 || at > 4) return 0;
  if (tokens.slice(0, at).some(({ kind }) => kind !== 'word')) return 0;
  const end = tokens.findIndex(({ kind }, index) => index > at && kind !== 'word');
  const sign = tokens[end]?.text ?? '';
  const isLabel = sign === ':' || (/^[-–—]$/.test(sign) && isSpaced(tokens, end));
  return isLabel && end - at <= MAX_CLAUSE + 2 ? end - at : 0;
}

function isSpaced(tokens: readonly Token[], at: number): boolean {
  const [before, sign, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before === undefined || sign === undefined || next === undefined) return false;
  return before.end < sign.start && sign.end < next.start;
}

/** "an item - photo, title, price - and others": between two dashes stands what a bracket may hold. */
function withDashesAsBrackets(tokens: readonly Token[]): readonly Token[] {
  const dashes = tokens.flatMap(({ text }, at) =>
    /^[-–—]$/.test(text) && isSpaced(tokens, at) ? [at] : [],
  );
  const [open, close, more] = dashes;
  if (open === undefined || close === undefined || more !== undefined) return tokens;
  const inner = tokens.slice(open, close).map(({ text }) => text);
  if (!inner.includes(',') || inner.some((text) => /^[:()]$/.test(text))) return tokens;
  const signs = new Map([
    [open, '('],
    [close, ')'],
  ]);
  return tokens.map((token, at) => {
    const text = signs.get(at) ?? token.text;
    return text === token.text ? token : { ...token, text, lower: text };
  });
}

/** "guests rent skis from us too": with whom it is done is who speaks. */
function speakerLength(tokens: readonly Token[], at: number): number {
  const [word, next, after] = [0, 1, 2].map((step) => tokens[at + step]?.lower ?? '');
  if (word === 'too' && at > 1 && ENDS.test(next ?? '')) return 1;
  const isSpeaker = /^(from|to|with|for)$/.test(word ?? '') && /^(us|me)$/.test(next ?? '');
  const isEnd = ENDS.test(after ?? '') || PREPOSITIONS.has(after ?? '') || after === 'too';
  return isSpeaker && isEnd && at > 2 ? 2 : 0;
}
