import { PREPOSITIONS, words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';

/** A sentence without what only says which one is meant, or when, or to whom. */
export function withoutAsides(said: readonly Token[]): readonly Token[] {
  const tokens = withDashesAsBrackets(said);
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index];
    const length =
      (isSpeech(tokens, index) ? 2 : 0) ||
      adverbLength(tokens, index) ||
      relativeLength(tokens, index) ||
      lastRelativeLength(tokens, index) ||
      Number(isReceiver(tokens, index));
    if (length === 0 && token !== undefined) kept.push(token);
    index += Math.max(length, 1);
  }
  return kept;
}

/** "which is of course unique": a turn of speech. */
function isSpeech(tokens: readonly Token[], at: number): boolean {
  const [of, course] = [tokens[at]?.lower, tokens[at + 1]?.lower];
  return of === 'of' && course === 'course';
}

const ENDS = /^([,.;:)(]|and|or|)$/;
const MAX_CLAUSE = 6;

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

/** "a report with a date, which the doctor gets": what somebody does with it is nothing to keep of it. */
function lastRelativeLength(tokens: readonly Token[], at: number): number {
  const [comma, which, subject] = tokens.slice(at, at + 3).map(({ lower }) => lower);
  const rest = tokens.length - at;
  const isSaid = comma === ',' && /^(which|that)$/.test(which ?? '') && at > 5;
  const isPlain = tokens.slice(at + 1).every(({ kind }) => kind === 'word');
  if (!isSaid || !isPlain) return 0;
  if (/^(we|i|they|he|she|you)$/.test(subject ?? '')) return rest === 4 ? rest : 0;
  return /^(the|a|an|our|my)$/.test(subject ?? '') && rest === 5 ? rest : 0;
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
