import { nounOf } from '../grammar/noun-of.ts';
import type { Noun } from '../grammar/statements.ts';
import { PLURAL_VALUES } from '../lexicon/fields.ts';
import { ABOUT_NOUNS, DEED_NOUNS } from '../lexicon/predicates.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { BE, DETERMINERS, PREPOSITIONS, words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';

/** Names of the things that are known, as words in the singular: "line item". */
export type KnownThings = ReadonlySet<string>;

export type Mention = { noun: Noun; from: number; to: number; preposition: string | null };

const SPEAKERS = words('i we you');

/** Whose values the list is that begins at `from`; null when nothing before it says so. */
export function findOwner(tokens: readonly Token[], from: number, known: KnownThings): Noun | null {
  const start = listStart(tokens, from);
  const mentions = mentionsIn(tokens, 0, start, known);
  const opener = tokens[from - 1]?.text ?? '';
  if (opener === '(')
    return mentions.find(({ to }) => to === from - 1)?.noun ?? nounBefore(tokens, from - 1);
  const intro = introFrom(tokens, start);
  const direct = prepositionBefore(tokens, intro - 1) === null ? nounBefore(tokens, intro) : null;
  const last = mentions.findLast(({ preposition }) => preposition === null);
  if (direct !== null && (last === undefined || direct.start > last.noun.start)) return direct;
  return last !== undefined && isNear(tokens, last, start, mentions) ? last.noun : null;
}

/** Nothing else is named between the thing and the list that could have the values. */
function isNear(
  tokens: readonly Token[],
  { to }: Mention,
  start: number,
  mentions: readonly Mention[],
): boolean {
  return tokens.slice(to, start).every((token, index) => {
    const at = to + index;
    const isKnown = mentions.some((each) => at >= each.from && at < each.to);
    return isKnown || isNoOwner(token.lower) || !mayOwn(tokens, at);
  });
}

/** "a survey", "surveys". */
function mayOwn(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (tokens[at]?.kind !== 'word') return false;
  return isPlural(word) || /^(an?|each|every)$/.test(tokens[at - 1]?.lower ?? '');
}

/** What is said of things that are known, from left to right. */
export function mentionsIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  known: KnownThings,
): Mention[] {
  const mentions: Mention[] = [];
  for (let at = from; at < to; at += 1) {
    const end = longestThing(tokens, at, to, known);
    if (end === null) continue;
    const [first, last] = [tokens[at], tokens[end - 1]];
    if (first !== undefined && last !== undefined)
      mentions.push({
        noun: nounOf(tokens.slice(at, end), first.start, last.end),
        from: at,
        to: end,
        preposition: prepositionBefore(tokens, at),
      });
    at = end - 1;
  }
  return mentions;
}

const MAX_WORDS = 3;

function longestThing(
  tokens: readonly Token[],
  at: number,
  limit: number,
  known: KnownThings,
): number | null {
  for (let end = Math.min(limit, at + MAX_WORDS); end > at; end -= 1) {
    const name = nameOf(tokens.slice(at, end).map(({ lower }) => lower));
    if (known.has(name) || (end === at + 1 && RECORDS.has(name) && isCounted(tokens, at)))
      return end;
  }
  return null;
}

/** Words as the name of a thing: the last one in the singular. */
export function nameOf(words: readonly string[]): string {
  return [...words.slice(0, -1), singular(words.at(-1) ?? '')].join(' ');
}

/** What people leave or make: "a review", "bookings"; a thing even when nothing else is said of it. */
const RECORDS: ReadonlySet<string> = new Set([
  ...ABOUT_NOUNS,
  ...[...DEED_NOUNS.values()].flat().map((name) => name.toLowerCase()),
]);

function isCounted(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  return (
    /^(a|an|each|every)$/.test(tokens[at - 1]?.lower ?? '') ||
    (isPlural(word) && !PLURAL_VALUES.has(word))
  );
}

function prepositionBefore(tokens: readonly Token[], at: number): string | null {
  for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
    const word = tokens[before]?.lower ?? '';
    if (PREPOSITIONS.has(word)) return word;
    if (!DETERMINERS.has(word) && word !== 'one') return null;
  }
  return null;
}

const INTRO =
  /^(with|having|showing|including|incl|containing|namely|like|plus|and|also|as|such|i\.?e|e\.?g|[-:–—>=.,]|have|has|got|get|gets|a|an|the|their|its|each|of|which|whom|who|that|should|must)$/;

/** "payments: month, amount": a list may have begun before the part of it that nobody has read. */
function listStart(tokens: readonly Token[], from: number): number {
  for (let at = from - 1; at >= Math.max(0, from - MAX_REACH); at -= 1) {
    const word = tokens[at]?.lower ?? '';
    if (/^(:|->|with|having|showing|including|incl)$/.test(word)) return at + 1;
    if (word !== ',' && tokens[at]?.kind === 'symbol') return from;
    if (BE.has(word) || SPEAKERS.has(word)) return from;
  }
  return from;
}

const MAX_REACH = 8;

/** Where the words begin that only say that a list comes: ": ", "with", "including the". */
function introFrom(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at > 0 && INTRO.test(tokens[at - 1]?.lower ?? '')) at -= 1;
  return at;
}

/** "put in runs: distance", "we sell material: name": a thing that is named right before its list. */
function nounBefore(tokens: readonly Token[], to: number): Noun | null {
  const last = tokens[to - 1];
  if (last?.kind !== 'word' || last.possessive || isNoOwner(last.lower)) return null;
  const before = tokens[to - 2]?.lower ?? '';
  const isLabel = /^[:>-]$/.test(tokens[to]?.text ?? '') && !PREPOSITIONS.has(before);
  const isThing = isPlural(last.lower) || /^(a|an|each|every)$/.test(before) || to === 1 || isLabel;
  return isThing ? nounOf([last], last.start, last.end) : null;
}

const PRONOUNS = words('it they them this that there was has us me all both one');

function isNoOwner(word: string): boolean {
  return (
    isValueWord(word) ||
    PLURAL_VALUES.has(word) ||
    BE.has(word) ||
    PREPOSITIONS.has(word) ||
    SPEAKERS.has(word) ||
    PRONOUNS.has(word)
  );
}
