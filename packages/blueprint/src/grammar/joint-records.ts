import { isUnit } from '../lexicon/types.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { phrases, words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { isPlainValue } from './clause-links.ts';
import { acceptAny, type Cursor, cursorOf, isDone, peek } from './cursor.ts';
import { joinedThing } from './for-each.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import type { SegmentContext } from './segment-context.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';

const FIRST_LINKS = phrases(
  'that each | that every | each | every | per | for each | for every | of each | of every | of a',
);
const SECOND_LINKS = phrases(
  'and per | and each | and every | and | per | , per | in each | in every | at each | at every | on each | on every | for each | for every | in a | at a | in the | on the',
);
const SPEAKERS = phrases(
  'we want to | we need to | we have to | we must | i want to | i need to | i have to | we | i | they',
);
const KEEPING = words(
  'keep note record store log book enter track write count need want know save register',
);

/** What one thing is or has in another, and nothing that it has by itself. */
const SHARED = words(
  'quantity qty amount share portion proportion percentage position order place rank score result condition state role part points hours price fee',
);

/** "We keep the points of each team in each round", "per mechanic and order the hours": what is told is told of the two together. */
export function readJointRecord(
  tokens: readonly Token[],
  { budget }: SegmentContext,
): Statement[] | null {
  const [first] = tokens;
  const pair = first === undefined ? null : findPair(tokens, (word) => budget.things.has(word));
  if (first === undefined || pair === null) return null;
  const counted = pair.to < tokens.length ? null : readCounted(tokens.slice(0, pair.from));
  if (counted !== null) return belongsToBoth(counted, pair);
  const before = readTold(tokens.slice(0, pair.from));
  const after = readTold(tokens.slice(pair.to));
  if (before === null || after === null) return null;
  const values = [...before, ...after];
  const isKnown = ({ noun }: Item) => budget.things.has(noun.words.at(-1) ?? '');
  const isPlain = (item: Item) => !isKnown(item) && !isPair(item, pair);
  const isShare = ({ noun }: Item) => noun.words.some((word) => SHARED.has(word));
  if (!values.every(isPlain) || !(values.some(isPlainValue) || values.some(isShare))) return null;
  // "for each room in the house the name" tells what the room has, whichever house it is in.
  if (tokens[pair.to - 2]?.lower === 'the' && !values.every(isShare)) return null;
  const isWork = values.some(({ noun }) => /^(hours|time)$/.test(noun.words.join(' ')));
  return isWork
    ? timeEntry(pair, values, first.start)
    : joinedThing(pair.whole, pair.part, values, first.start, tokens.at(-1)?.end);
}

/** "goals scored per player per match", "one report per team and week": what there is for both, without values of its own. */
function readCounted(before: readonly Token[]): Noun | null {
  const cursor = cursorOf(before);
  acceptAny(cursor, ['one', 'a', 'an', 'the']);
  const noun = readNoun(cursor);
  if (/ed$/.test(peek(cursor))) cursor.at += 1;
  const words = noun?.words.filter((word) => !/[^e]ed$/.test(word)) ?? [];
  const isThing = noun !== null && words.length > 0 && !isValueWord(words.at(-1) ?? '');
  const isCounted =
    noun?.plural || isPlural(words.at(-1) ?? '') || /^(one|an?)$/.test(before[0]?.lower ?? '');
  if (!isThing || !isCounted || !isDone(cursor)) return null;
  return { ...noun, words: words.map((word) => singular(word)), plural: false };
}

function belongsToBoth(noun: Noun, { part, whole }: Pair): Statement[] {
  const span = { start: noun.start, end: Math.max(part.end, whole.end) };
  return [belonging([noun], [itemOf(part), itemOf(whole)], span)];
}

type Pair = { from: number; to: number; part: Noun; whole: Noun };

function isPair({ noun }: Item, { part, whole }: Pair): boolean {
  return [part.start, whole.start].includes(noun.start);
}

function findPair(tokens: readonly Token[], isThing: (word: string) => boolean): Pair | null {
  for (let from = 0; from < tokens.length; from += 1) {
    const cursor = cursorOf(tokens, from);
    if (acceptAny(cursor, FIRST_LINKS) === null) continue;
    const part = readThing(cursor, isThing);
    // "the hours that each helper worked at each event".
    if (/(ed|s|nt|ld|de|n)$/.test(peek(cursor)) && /^(at|on|in|for)$/.test(peek(cursor, 1)))
      cursor.at += 1;
    if (part === null || acceptAny(cursor, SECOND_LINKS) === null) continue;
    const whole = readThing(cursor, isThing);
    if (whole !== null && whole.words[0] !== part.words[0])
      return { from, to: cursor.at, part, whole };
  }
  return null;
}

/** One word, in the singular, that names a known thing. */
function readThing(cursor: Cursor, isThing: (word: string) => boolean): Noun | null {
  const token = cursor.tokens[cursor.at];
  if (token?.kind !== 'word' || !isThing(token.lower) || isUnit(token.lower)) return null;
  cursor.at += 1;
  return { words: [singular(token.lower)], plural: false, start: token.start, end: token.end };
}

/** "we note the hours", ", with the date": the values alone; null where something else stands there. */
function readTold(tokens: readonly Token[]): Item[] | null {
  const cursor = cursorOf(tokens);
  while (acceptAny(cursor, [',', ':', '-', '–', 'so', 'and', 'then', 'also']) !== null);
  if (acceptAny(cursor, SPEAKERS) !== null) {
    if (!KEEPING.has(peek(cursor))) return null;
    cursor.at += 1;
    acceptAny(cursor, ['track of', 'down', 'to know', ':']);
  }
  acceptAny(cursor, ['with', ':']);
  const items = readItems(cursor);
  if (items.length > 0 && acceptAny(cursor, ['is', 'are', 'gets', 'must be']) !== null)
    cursor.at += 1;
  else if (/ed$/.test(peek(cursor)) && items.length > 0) cursor.at += 1;
  acceptAny(cursor, ['down']);
  return isDone(cursor) && items.every(isTold) ? items : null;
}

function isTold({ noun, children, belongsTo, qualities }: Item): boolean {
  const isTyped = qualities.type !== undefined || qualities.values !== undefined;
  const isValue = isValueWord(noun.words.at(-1) ?? '');
  return children.length === 0 && belongsTo.length === 0 && (isValue || isTyped || !noun.plural);
}

/** "hours per mechanic and order": each entry of the time that is worked. */
function timeEntry({ part, whole }: Pair, values: Item[], start: number): Statement[] {
  const end = values.at(-1)?.end ?? whole.end;
  const entry: Noun = {
    words: ['time', 'entry'],
    plural: false,
    start: part.start,
    end: whole.end,
  };
  return [
    { kind: 'has', subjects: [entry], items: values, optional: false, start, end },
    belonging([entry], [itemOf(part), itemOf(whole)], { start: part.start, end: whole.end }),
  ];
}
