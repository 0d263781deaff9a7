import { isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS, phrases } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import {
  acceptAny,
  type Cursor,
  closingIndex,
  cursorOf,
  endOffset,
  isDone,
  peek,
} from './cursor.ts';
import { isStatement } from './intro.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';

const FOR_EACH_INTROS = phrases(`
  for each | for every | for all | about a | about an | about each | about every | for | per | from each | of each
`);

/** "On each menu we list the dishes": as "for each", where somebody keeps it. */
const PLACE_INTROS = phrases(
  'on each | on every | on a | on an | in each | in every | in a | in an | at each | with each',
);

const FOR_EACH_SPEAKERS = phrases(`
  we | i | you | they | the | system | app | should | must | also | need | want | to | will | it |
  would | like | can | : | there | is | are | please
`);

const FOR_EACH_VERBS = phrases(`
  keep track of | store | stores | record | records | track | keep | save | capture | collect | have |
  know | log | note | register | need | hold | take | make | do | enter | plan | want | list
`);

const WITHIN = [
  'in a',
  'in an',
  'in each',
  'in every',
  'of a',
  'of an',
  'on a',
  'on an',
  'at a',
  'at an',
  'within a',
];

/** "for each product in a parcel": what is told is told of the two together. */
function readWithin(cursor: Cursor, part: Noun): Noun | null {
  const from = cursor.at;
  const whole = acceptAny(cursor, WITHIN) === null ? null : readNoun(cursor);
  if (whole !== null && !isValueWord(whole.words.at(-1) ?? '') && !part.words.includes('of'))
    return whole;
  cursor.at = from;
  return null;
}

/** A thing of its own for each part in each whole: `ParcelProduct`. */
export function joinedThing(
  whole: Noun,
  part: Noun,
  items: Item[],
  start: number,
  end = items.at(-1)?.end ?? part.end,
): Statement[] {
  const joined: Noun = {
    ...part,
    words: [...whole.words, ...part.words].map((each) => singular(each)),
  };
  return [
    { kind: 'has', subjects: [joined], items, optional: false, start, end },
    belonging([joined], [itemOf(whole), itemOf({ ...part, plural: false })], {
      start: part.start,
      end: whole.end,
    }),
  ];
}

/** "We note for every crate: code, weight": the verb before its owner. */
function skipKeeping(cursor: Cursor): void {
  const from = cursor.at;
  const isSpeaker = acceptAny(cursor, ['we', 'i']) !== null;
  acceptAny(cursor, ['want to', 'need to', 'would like to', 'have to', 'also']);
  const isKept = isSpeaker && acceptAny(cursor, FOR_EACH_VERBS) !== null;
  const colon = cursor.tokens.findIndex(({ text }) => text === ':');
  const isOwner =
    /^(for|about|per|of)$/.test(peek(cursor)) && colon > cursor.at && colon < cursor.at + 6;
  if (!isKept || !isOwner) cursor.at = from;
}

/** "For each employee we store a name and an IBAN". */
export function readForEach(tokens: readonly Token[]): Statement[] | null {
  const cursor = cursorOf(tokens);
  skipKeeping(cursor);
  const isPlace = acceptAny(cursor, PLACE_INTROS) !== null;
  if (!isPlace && acceptAny(cursor, FOR_EACH_INTROS) === null) return null;
  if (isPlace && !tokens.slice(2, 7).some(({ lower }) => /^(we|i)$/.test(lower))) return null;
  if (['our', 'my', 'your'].includes(peek(cursor))) return null;
  while (DETERMINERS.has(peek(cursor))) cursor.at += 1;
  const noun = readNoun(cursor);
  if (noun === null) return null;
  const own = readOwnBracket(cursor, noun);
  const whole = readWithin(cursor, noun);
  acceptAny(cursor, [',', ':']);
  while (FOR_EACH_SPEAKERS.includes(peek(cursor))) cursor.at += 1;
  const isKept = acceptAny(cursor, FOR_EACH_VERBS) !== null;
  if ((own !== null || isPlace) && !isKept) return null;
  if (peek(cursor) === 'who') skipToComma(cursor);
  const items = readItems(cursor);
  const last = items.at(-1);
  if (
    last?.noun.plural &&
    acceptAny(cursor, [', each with', 'each with', ', with', 'with']) !== null
  )
    last.children.push(...readItems(cursor));
  const [first] = tokens;
  if (items.length === 0 || first === undefined) return null;
  // "For the pharmacy: wards order drugs" tells what is done there.
  if (items[0] !== undefined && isStatement(items[0].noun)) return null;
  if (own !== null)
    return [
      own,
      {
        kind: 'has',
        subjects: [noun],
        items,
        optional: false,
        start: noun.end,
        end: endOffset(cursor),
      },
    ];
  if (whole !== null) return joinedThing(whole, noun, items, first.start);
  const used = howManyOf(items);
  if (used !== null) return joinedThing(noun, used.part, used.values, first.start);
  return [
    {
      kind: 'has',
      subjects: [noun],
      items,
      optional: false,
      start: first.start,
      end: endOffset(cursor),
    },
  ];
}

/** "for every wedding (date, venue)": what it has itself. */
function readOwnBracket(cursor: Cursor, noun: Noun): Statement | null {
  if (peek(cursor) !== '(') return null;
  const close = closingIndex(cursor.tokens, cursor.at, cursor.end);
  const items = readItems(cursorOf(cursor.tokens, cursor.at + 1, close));
  const end = items.at(-1)?.end;
  if (end === undefined) return null;
  cursor.at = Math.min(close + 1, cursor.end);
  return { kind: 'has', subjects: [noun], items, optional: false, start: noun.start, end };
}

/** "for each job which materials were used and how many": a number of each of them. */
function howManyOf([part, count, more]: readonly Item[]): { part: Noun; values: Item[] } | null {
  if (part?.noun.plural !== true || count === undefined || more !== undefined) return null;
  if (!/^how (many|much)$/.test(count.noun.words.join(' '))) return null;
  return { part: part.noun, values: [itemOf({ ...count.noun, words: ['quantity'] })] };
}

/** "who booked it, the room": what cannot be read must not hide the rest. */
function skipToComma(cursor: Cursor): void {
  while (!isDone(cursor) && peek(cursor) !== ',') cursor.at += 1;
  cursor.at += 1;
}

const TOGETHER_REASON = 'the values that are unique together were not found in one thing';

/** "the combination of shelf and position is unique", "a shelf and a position together are unique". */
export function readTogether(tokens: readonly Token[]): Statement[] | null {
  const [first] = tokens;
  const text = tokens.map(({ lower }) => lower).join(' ');
  const isTogether =
    /\b(combination|pair|tuple) of\b.*\bunique\b/.test(text) ||
    /\b(together|in combination)\b.*\bunique\b|\bunique\b.*\b(together|in combination)\b/.test(
      text,
    ) ||
    /^(no|never) two .*\bthe same \w+( \w+)? and (the same )?\w+/.test(text);
  if (first === undefined || !isTogether || /\b(has|have|with)\b.*,/.test(text)) return null;
  const { start } = first;
  const end = tokens.at(-1)?.end ?? first.end;
  return [{ kind: 'rule', reason: TOGETHER_REASON, start, end }];
}

/** "No two customers share an email": the value is unique. */
export function readSameness(tokens: readonly Token[]): Statement[] | null {
  const cursor = cursorOf(tokens);
  if (acceptAny(cursor, ['no two', 'no 2', 'two']) === null) return null;
  const share = tokens.findIndex((token) => /^(share|have)$/.test(token.lower));
  const owner = share < 0 ? null : readNoun({ ...cursor, end: share });
  cursor.at = Math.max(share, 0);
  const verb = acceptAny(cursor, ['share', 'have']);
  if (owner === null || verb === null) return null;
  const isSame = acceptAny(cursor, ['the same', 'one', 'a', 'an', 'their']);
  const value = readNoun(cursor);
  const isUnique = verb === 'share' || isSame === 'the same';
  if (value === null || !isUnique || !isDone(cursor)) return null;
  const start = tokens[0]?.start ?? 0;
  const qualities = { unique: true };
  return [{ kind: 'constraint', subjects: [value], owner, qualities, start, end: value.end }];
}
