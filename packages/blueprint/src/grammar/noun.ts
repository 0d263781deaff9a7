import { ENUM_NOUNS } from '../lexicon/fields.ts';
import { HAVE, PARTICIPLES as PASSIVES, STRONG_BELONG } from '../lexicon/predicates.ts';
import { isUnit } from '../lexicon/types.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import {
  BE,
  CONNECTORS,
  DETERMINERS,
  MODALS,
  PREPOSITIONS,
  RELATIVES,
  words,
} from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { type Cursor, isDone, peek, tokenAt } from './cursor.ts';
import { nounOf } from './noun-of.ts';
import { readNumber } from './number-words.ts';
import { isSpanName } from './span-names.ts';
import type { Noun } from './statements.ts';
import { ACTING } from './verbs.ts';

const MAX_WORDS = 6;
const COUNTS = words('several multiple many numerous');
/** Particles that end the name of a moment: `starts at`, `listed on`, `created by`. */
const PARTICLES = new Set([
  'at',
  'on',
  'by',
  'until',
  'from',
  'to',
  'in',
  'out',
  'off',
  'up',
  'for',
]);
/** Nouns that keep their "of": `date of birth`, `number of seats`. */
const OF_HEADS = words(`
  date number place time year point proof method country name type amount cost unit rate level day
  length bill city area code means terms state cause reason degree field line mode month port quality
  quantity size source kind count percentage price status-of rules statement certificate letter order
  hours years scope limit maximum minimum degree
`);
const OTHER_STOPS = words(`
  please thanks many-to-many
   not there if because so while once unless be been or no does do doesn't don't nullable etc enum enumeration too i we you they it he she us
  me mine ours yours theirs belongs belong defaults using ranging greater less more minimum-of defaulting either namely
  having containing consisting depending stating referencing linking connecting joining belonging relating
`);

/** Words that open an item before its noun. */
const OPENING_WORDS = new Set(['optional', 'optionally', 'unique', 'required', 'mandatory']);

/** "VAT number only for companies": what follows is a condition. */
function isCondition(cursor: Cursor): boolean {
  return (
    peek(cursor) === 'only' &&
    ['for', 'if', 'when', 'in', 'after', 'with', 'by'].includes(peek(cursor, 1))
  );
}

function isStop(token: Token): boolean {
  if (token.kind === 'symbol') return !['#', '%'].includes(token.text);
  const word = token.lower;
  return (
    CONNECTORS.has(word) ||
    PREPOSITIONS.has(word) ||
    RELATIVES.has(word) ||
    BE.has(word) ||
    HAVE_STOPS.has(word) ||
    MODALS.has(word) ||
    DETERMINERS.has(word) ||
    OTHER_STOPS.has(word) ||
    OPENING_WORDS.has(word)
  );
}

const MEASURED = words(
  'quantity amount weight capacity volume length height width depth distance area speed dose',
);

/** "capacity litres", "quantity kg": what it is measured in. */
function isTrailingUnit(cursor: Cursor, taken: readonly Token[]): boolean {
  const isLast = ['', ',', ';', ')', '.'].includes(peek(cursor, 1));
  return isLast && isUnit(peek(cursor)) && MEASURED.has(taken.at(-1)?.lower ?? '');
}

const NO_ADVERB = words(
  'family assembly reply supply fly july italy anomaly bully jelly ally rally tally belly friendly elderly monopoly',
);

const PLAIN_ADVERBS = words(
  'online offline upfront beforehand abroad overseas twice already anytime elsewhere everywhere nowadays',
);

/** "goes to an owner monthly", "order cakes online": how or when it is done, no part of the name. */
function isAdverb(cursor: Cursor): boolean {
  const word = peek(cursor);
  const isLast = ['', ',', '.', ';', ')'].includes(peek(cursor, 1));
  return (
    (word === 'only' && peek(cursor, 1) !== '') ||
    (isLast && (isAdverbWord(word) || PLAIN_ADVERBS.has(word)))
  );
}

export function isAdverbWord(word: string): boolean {
  return word.endsWith('ly') && word.length > 4 && !NO_ADVERB.has(word);
}

/** Verbs of possession that are no nouns; `record`, `store` and `hold` may be. */
const HAVE_STOPS = new Set(
  [...HAVE].filter(
    (word) =>
      !['record', 'records', 'store', 'stores', 'hold', 'holds', 'need', 'needs'].includes(word),
  ),
);

/** True where no noun goes on: a comma, a connector, the end. */
export function isNounEnd(cursor: Cursor): boolean {
  const token = tokenAt(cursor);
  if (isSpanName(cursor)) return false;
  return (
    token === undefined ||
    (isStop(token) && !DETERMINERS.has(token.lower) && !OPENING_WORDS.has(token.lower))
  );
}

/** "a table called customers": the name follows. */
const CONTAINERS = new Set([
  'entity',
  'table',
  'class',
  'model',
  'object',
  'type',
  'resource',
  'collection',
  'field',
  'column',
  'attribute',
  'property',
  'thing',
]);

/** Heads whose "of the" goes on with the name: "the time of the call". */
const MOMENT_HEADS = new Set(['time', 'date', 'day', 'place', 'cause', 'duration', 'reason']);

/** Reads the name of one thing: `due date`, `date of birth`, `starts at`; null when none stands here. */
export function readNoun(cursor: Cursor): Noun | null {
  const from = cursor.at;
  if (CONTAINERS.has(peek(cursor)) && ['called', 'named'].includes(peek(cursor, 1))) cursor.at += 2;
  if (['piece', 'pieces', 'kind', 'kinds'].includes(peek(cursor)) && peek(cursor, 1) === 'of')
    cursor.at += 2;
  const taken: Token[] = isSpanName(cursor) ? takeOne(cursor) : [];
  while (!isDone(cursor) && taken.length < MAX_WORDS) {
    const token = tokenAt(cursor);
    if (token === undefined) break;
    if (taken.length > 0 && (startsValues(cursor, taken) || isCondition(cursor))) break;
    if (taken.length > 0 && (isOutOf(cursor) || opensExample(cursor))) break;
    if (taken.length > 0 && token.lower === 'together' && peek(cursor, 1) === 'with') break;
    if (COUNTS.has(token.lower) && endsAtCount(cursor, taken)) break;
    if (taken.length > 0 && isPlural(taken.at(-1)?.lower ?? '') && ACTING.has(token.lower)) break;
    if (taken.length > 0 && /^(since|until|till)$/.test(token.lower) && isClauseNext(cursor)) break;
    if (taken.length > 0 && (isAdverb(cursor) || isTrailingUnit(cursor, taken))) break;
    if (isStop(token) && !isNamedFlag(cursor) && !isNeeds(cursor, taken)) {
      if (!continuesName(cursor, taken)) break;
    } else if (token.kind === 'number' && taken.length === 0) break;
    else if (
      token.kind === 'symbol' ||
      isRangeStart(cursor, token) ||
      (token.lower === 'one' && peek(cursor, 1) === 'of')
    )
      break;
    taken.push(token);
    const isLong =
      (token.lower === 'of' && peek(cursor, 1) === 'the') ||
      (token.lower === 'no' && peek(cursor, 1) === '.');
    cursor.at += isLong ? 2 : 1;
    if (token.possessive) break;
  }
  // "close them": a deed, and no name.
  if (/^(them|him)$/.test(taken.at(-1)?.lower ?? '')) {
    cursor.at = from;
    return null;
  }
  return toNoun(cursor, taken, from);
}

/** "per region several offices": the next noun; "how many" is one name, and "several per site" none. */
function endsAtCount(cursor: Cursor, taken: readonly Token[]): boolean {
  return taken.length === 0 ? peek(cursor, 1) === 'per' : taken.at(-1)?.lower !== 'how';
}

/** "a score out of ten". */
function isOutOf(cursor: Cursor): boolean {
  const isPhrase = peek(cursor) === 'out' && peek(cursor, 1) === 'of';
  return isPhrase && readNumber({ ...cursor, at: cursor.at + 2 }) !== null;
}

/** "name e.g. 7b": what follows is no part of the name. */
function opensExample(cursor: Cursor): boolean {
  const isShort = /^(e|i)$/.test(peek(cursor)) && peek(cursor, 1) === '.';
  return isShort && /^(g|e)$/.test(peek(cursor, 2));
}

/** "since a date", "until it is sold". */
function isClauseNext(cursor: Cursor): boolean {
  return DETERMINERS.has(peek(cursor, 1)) || /^(it|they|he|she|we)$/.test(peek(cursor, 1));
}

function takeOne(cursor: Cursor): Token[] {
  const token = tokenAt(cursor);
  cursor.at += 1;
  return token === undefined ? [] : [token];
}

/** "sun needs (full, half)": here the word is a noun. */
function isNeeds(cursor: Cursor, taken: readonly Token[]): boolean {
  return (
    peek(cursor) === 'needs' &&
    taken.length > 0 &&
    (['', ',', '(', ')', ';', ':', '.'].includes(peek(cursor, 1)) ||
      (peek(cursor, 1) === 'if' && peek(cursor, 2) === 'any'))
  );
}

/** "a required flag": here the word is a name. */
function isNamedFlag(cursor: Cursor): boolean {
  return OPENING_WORDS.has(peek(cursor)) && ['flag', 'boolean', 'yes'].includes(peek(cursor, 1));
}

const DESCRIBED = words('identified described defined characterised characterized');

/** "courses taught by a professor": the participle is no part of the name. */
function isPassive(cursor: Cursor): boolean {
  const word = peek(cursor);
  if (DESCRIBED.has(word) && peek(cursor, 1) === 'by') return true;
  return (
    (PASSIVES.has(word) || STRONG_BELONG.has(word)) &&
    ['by', 'to', 'in', 'for', 'from', 'at', 'during'].includes(peek(cursor, 1)) &&
    ['a', 'an', 'one', 'the', 'exactly', 'each'].includes(peek(cursor, 2))
  );
}

/** "severity low/medium/high", "priority low, medium or high", "trial days default 14": the name ends here. */
function startsValues(cursor: Cursor, taken: readonly Token[]): boolean {
  const next = peek(cursor, 1);
  if (['default', 'defaults'].includes(peek(cursor))) return next !== '' && next !== ',';
  if (isPassive(cursor)) return true;
  if (['min', 'max', 'minimum', 'maximum'].includes(peek(cursor)))
    return tokenAt(cursor, 1)?.kind === 'number';
  if (next === '/' || next === '|') return tokenAt(cursor)?.kind === 'word';
  return (
    ENUM_NOUNS.has(taken.at(-1)?.lower ?? '') && [',', 'or'].includes(next) && isOrList(cursor, 0)
  );
}

/** "rating 1-5" and "rating 1 to 5": the number is no part of the name. */
function isRangeStart(cursor: Cursor, token: Token): boolean {
  return (
    (token.kind === 'number' &&
      ['-', '–', '—', 'to', '.', '..'].includes(peek(cursor, 1)) &&
      (tokenAt(cursor, 2)?.kind === 'number' || peek(cursor, 2) === '.')) ||
    (token.kind === 'number' && /^(char|letter|digit|symbol)/.test(peek(cursor, 1))) ||
    /^[A-Z]([0-9])?-[A-Z]([0-9])?$/.test(token.text)
  );
}

/** "minutes to escape", "days to expiry": how long until something. */
function isSpanTo(cursor: Cursor, last: Token): boolean {
  return (
    /^(seconds|minutes|hours|days|weeks|months|years|time)$/.test(last.lower) &&
    peek(cursor) === 'to' &&
    tokenAt(cursor, 1)?.kind === 'word' &&
    ['', ',', ')', '(', ';', 'and', ':'].includes(peek(cursor, 2))
  );
}

/** Tails that say where or when of what is counted: "quantity on hand", "units in stock". */
const TAILS = new Set(
  'on hand,in stock,on order,at hand,in use,in hand,on site,on loan,to date'.split(','),
);

/** "quantity on hand": two words that end the name; the second one follows by itself. */
function startsTail(cursor: Cursor, last: Token): boolean {
  if (isPlural(last.lower) && !isValueWord(last.lower) && last.lower !== 'units') return false;
  return TAILS.has(`${peek(cursor)} ${peek(cursor, 1)}`);
}

/** "of" inside a name, and the particle of a moment before the end of the item. */
function continuesName(cursor: Cursor, taken: Token[]): boolean {
  const last = taken.at(-1);
  if (last === undefined) return false;
  const word = peek(cursor);
  if (word === 'no')
    return (
      ['', ',', '.', '(', ')', 'and', ';', ':'].includes(peek(cursor, 1)) ||
      OPENING_WORDS.has(peek(cursor, 1))
    );
  if (word === 'before' && last.lower === 'best') return true;
  if (word === 'per') return continuesPer(cursor, last);
  if (startsTail(cursor, last)) return true;
  if (word === 'of') {
    if (
      MOMENT_HEADS.has(last.lower) &&
      peek(cursor, 1) === 'the' &&
      tokenAt(cursor, 2)?.kind === 'word'
    )
      return true;
    const next = tokenAt(cursor, 1);
    if (
      /^(exactly|at|up|max|min|maximum|minimum|between|length)$/.test(next?.lower ?? '') ||
      next?.kind === 'number'
    )
      return false;
    if (!OF_HEADS.has(last.lower) || next === undefined || isStop(next) || next.kind !== 'word')
      return false;
    return !isOrList(cursor);
  }
  if (isSpanTo(cursor, last)) return true;
  const next = tokenAt(cursor, 1);
  const isMoment =
    ['at', 'on'].includes(word) &&
    (next === undefined || [',', ')', '(', ':', ';'].includes(next.lower));
  if (isMoment) return true;
  if (
    !PARTICLES.has(word) ||
    !(PASSIVES.has(last.lower) || /(ed|id|s|en|t|wn|in|ck|de|ne)$/.test(last.lower))
  )
    return false;
  if (next === undefined || next.kind === 'symbol') return true;
  return [
    'and',
    'flag',
    'boolean',
    'date',
    'timestamp',
    'year',
    'month',
    'date time',
    'time',
    'datetime',
    'or',
    'as',
    'which',
    'that',
    'is',
    'must',
    'nullable',
    'optional',
    'required',
    'unique',
  ].includes(next.lower);
}

/** Plurals and joining things: "tickets per event", "attendance per child". */
const RECORDED = /(s|ance|ment|tion|ship)$/;

/** "price per night" is one name; in "ticket types per event" the event has them. */
function continuesPer(cursor: Cursor, last: Token): boolean {
  const next = peek(cursor, 1);
  if (tokenAt(cursor, 1)?.kind !== 'word' || DETERMINERS.has(next)) return false;
  return (
    isValueWord(last.lower) || isUnit(last.lower) || isUnit(next) || !RECORDED.test(last.lower)
  );
}

/** "type of single, double or suite" lists values; "number of guests" is one name. */
function isOrList(cursor: Cursor, start = 1): boolean {
  for (let ahead = start; ahead < 14; ahead += 1) {
    const word = peek(cursor, ahead);
    // "number of boxes, floor, lift yes/no": nothing to choose from.
    if (word === 'or' || word === '/') return !/^(not|no)$/.test(peek(cursor, ahead + 1));
    if (DETERMINERS.has(word) || /^(|and|[()–—-]|must|should|is|are|has|have)$/.test(word))
      return false;
    if (word === ',' && ['a', 'an', 'the'].includes(peek(cursor, ahead + 1))) return false;
  }
  return false;
}

function toNoun(cursor: Cursor, taken: Token[], from: number): Noun | null {
  const first = taken[0];
  const last = taken.at(-1);
  if (first === undefined || last === undefined) {
    cursor.at = from;
    return null;
  }
  return nounOf(taken, first.start, last.end);
}
