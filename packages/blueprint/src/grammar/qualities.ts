import { isUnit, MONEY_UNITS, TYPE_PHRASES } from '../lexicon/types.ts';
import { isFlagWord } from '../lexicon/value-nouns.ts';
import { phrases } from '../lexicon/words.ts';
import { accept, acceptAny, type Cursor, endOffset, isDone, peek, tokenAt } from './cursor.ts';
import { readNumber } from './number-words.ts';
import { readRange, readSign } from './ranges.ts';
import type { Qualities } from './statements.ts';
import { readValues } from './values.ts';

const OPTIONAL = phrases(`
  filled in later | is filled in later | are filled in later | filled later | added later | set later | known later | entered later |
  may be unknown | can be unknown | may be left empty | may be left blank | may be left out | may be omitted | could be empty | does not have to be given | is not required | not required | not mandatory | not necessary |
  can be left empty | can be left out | can be left blank | can be empty | may be empty | can be blank |
  may be blank | can be null | may be null | can be missing | may be missing | can be omitted | if any |
  if they have one | if he has one | if she has one | if it has one | if there is one | if there are any | if they have any | if one exists | if needed | if necessary | if relevant | if set | if known | if available | if present | if applicable | if given | when known | where known |
  open ended possible | open-ended possible | can be open ended | can be open-ended | may be open ended | open ended | open-ended | may be open | can be open | may stay open |
  where available | if provided | when available | empty at first | empty at the beginning | left empty | stays empty | remains empty | stays blank | may be absent | can be absent | optionally | optional | nullable | opt | ?
`);

/** What only some have may be missing. */
const CONDITIONS = phrases(
  'only for | only if | only when | only in case of | in case of | empty as long as | empty while | empty until | empty unless | empty before',
);

/** "hammer price once it is sold": what is known only then. */
const LATER = phrases('once it | once they | once the | as soon as | when it is');

const REQUIRED = phrases(`
  can not be empty | cannot be empty | cannot be blank | cannot be null | can't be empty |
  can't be blank | can't be null | must not be empty | must not be blank | not be empty | not be null |
  not be blank | not null | not empty | not optional | non-empty | required | mandatory | compulsory |
  obligatory
`);

const UNIQUE = phrases(`
  must be unique | no two the same | no duplicates | unique | distinct | primary key | pk
`);

const FILLERS = new Set(
  'must should shall will has have to be is are always a an the of value valued of, kind type field being in , and with exactly it they that which can only also either'.split(
    ' ',
  ),
);

/** "has lights?": the words that the reader of tokens joined into one name. */
function isQuestion(name: string): boolean {
  return /^(is|has|was|needs|requires|allows|accepts|can) /.test(name);
}

/** "empty until everything is back": when it is so does not matter here. */
function skipClause(cursor: Cursor): void {
  while (!isDone(cursor) && ![',', ';', ')'].includes(peek(cursor))) cursor.at += 1;
}

/** Reads one statement about a value ("unique", "from 1 to 5", "defaults to draft"); false when none stands here. */
export function readQuality(cursor: Cursor, into: Qualities): boolean {
  if (peek(cursor) === '?' && (isFlagWord(peek(cursor, -1)) || isQuestion(peek(cursor, -1)))) {
    cursor.at += 1;
    into.type = 'boolean';
    return true;
  }
  if (acceptAny(cursor, OPTIONAL)) {
    into.optional = true;
    if (['until', 'unless', 'before'].includes(peek(cursor))) skipClause(cursor);
    return true;
  }
  if (acceptAny(cursor, ['or not'])) {
    into.type = 'boolean';
    return true;
  }
  const isAfterName = !/^(,|and|or|\(|)$/.test(peek(cursor, -1));
  if (acceptAny(cursor, CONDITIONS) || (isAfterName && acceptAny(cursor, LATER))) {
    into.optional = true;
    while (!isDone(cursor) && ![',', ';', ')', '('].includes(peek(cursor))) cursor.at += 1;
    return true;
  }
  if (acceptAny(cursor, REQUIRED)) {
    into.required = true;
    return true;
  }
  if (readUnique(cursor, into)) return true;
  return (
    readDefault(cursor, into) ||
    readRange(cursor, into) ||
    readSign(cursor, into) ||
    readUnit(cursor, into)
  );
}

const WITHIN = phrases(`
  per | within | in each | for each | for every | in every | inside | among the | in the same | in its | in their | in one | in a | in an | in the |
  for the same | for a | for an | for its | for one
`);

/** "unique in the app": everywhere. */
const EVERYWHERE = phrases(`
  in the whole system | in the whole app | in the system | in the app | in the application | in the database | in the company | in the shop |
  within the system | within the app | across the system | across all of them
`);

/** "unique", "unique per customer", "(no two cars share it)". */
function readUnique(cursor: Cursor, into: Qualities): boolean {
  const from = cursor.at;
  if (readNobodyElse(cursor) || acceptAny(cursor, UNIQUE) !== null) {
    if (acceptAny(cursor, EVERYWHERE) !== null || acceptAny(cursor, WITHIN) === null)
      into.unique = true;
    else {
      acceptAny(cursor, ['a', 'an', 'the', 'one', 'its', 'their', 'same']);
      while (tokenAt(cursor)?.kind === 'word' && !isEndOfPhrase(peek(cursor))) cursor.at += 1;
      into.uniqueWithin = {
        start: tokenAt({ ...cursor, at: from })?.start ?? 0,
        end: endOffset(cursor),
      };
    }
    return true;
  }
  return false;
}

function isEndOfPhrase(word: string): boolean {
  return /^(and|or|but|which|that|with|if|is|are|has|have)$/.test(word);
}

const NOBODY_ELSE = phrases(`
  that no one else has | that nobody else has | that no other has | nobody else has | no one else has |
  which nobody else has | which no one else has | never used twice | used only once
`);

/** "that nobody else has", "no two cars share it", "which no other boat has". */
function readNobodyElse(cursor: Cursor): boolean {
  if (acceptAny(cursor, NOBODY_ELSE) !== null) return true;
  const from = cursor.at;
  acceptAny(cursor, ['that', 'which', 'and', ',']);
  if (
    acceptAny(cursor, ['no two', 'no 2', 'no other']) !== null &&
    tokenAt(cursor)?.kind === 'word'
  ) {
    cursor.at += 1;
    if (tokenAt(cursor)?.kind === 'word' && !/^(share|have|has|may|can)$/.test(peek(cursor)))
      cursor.at += 1;
    acceptAny(cursor, ['may', 'can']);
    if (
      acceptAny(cursor, [
        'share it',
        'share the same',
        'share one',
        'have the same one',
        'have the same',
        'have it',
        'has it',
        'has',
        'share',
      ]) !== null &&
      (isDone(cursor) || tokenAt(cursor)?.kind === 'symbol' || isEndOfPhrase(peek(cursor)))
    )
      return true;
  }
  cursor.at = from;
  return false;
}

const CHOICE_INTROS = phrases(`
  one of | any of | either | enum of | enumeration of | enum : | values : | enum | values | choice of |
  choices : | options :
`);

/** Like `readQuality`, and also a type word or an explicit list of values. */
export function readAnnotation(cursor: Cursor, into: Qualities): boolean {
  if (readQuality(cursor, into)) return true;
  if (acceptAny(cursor, CHOICE_INTROS)) {
    acceptAny(cursor, [':', 'the values', 'the following', 'these']);
    const values = readValues(cursor, true);
    if (values !== null) into.values = values;
    return true;
  }
  return readType(cursor, into);
}

/** A type word here, as in `name: string` or `(decimal)`. */
export function readType(cursor: Cursor, into: Qualities): boolean {
  if (peek(cursor) === 'number' && ['', ',', ')', ';'].includes(peek(cursor, 1))) {
    cursor.at += 1;
    into.numeric = true;
    return true;
  }
  if (peek(cursor) === 'date time') {
    cursor.at += 1;
    into.type = 'datetime';
    return true;
  }
  for (const [phrase, type] of TYPE_PHRASES) {
    if (!accept(cursor, phrase)) continue;
    into.type = type;
    if (phrase.startsWith('pdf')) into.pdf = true;
    return true;
  }
  return false;
}

/** Reads statements until the end; false when something else stands in the way (the cursor stays there). */
export function readQualities(cursor: Cursor, into: Qualities): boolean {
  let found = false;
  while (!isDone(cursor)) {
    if (readAnnotation(cursor, into)) found = true;
    else if (FILLERS.has(peek(cursor))) cursor.at += 1;
    else return false;
  }
  return found;
}

const DEFAULT_INTROS = phrases(`
  defaults to | default to | defaulting to | default value of | default value | default of |
  default is | default | starts at | starting at | starts out as | starts as | start as | begins as | initially | is initially
`);

const DEFAULT_TAILS = ['by default', 'at first', 'to begin', 'as default'];

function readDefault(cursor: Cursor, into: Qualities): boolean {
  const from = cursor.at;
  acceptAny(cursor, ['-', '–', '—']);
  const open = cursor.at;
  if (DEFAULT_TAILS.includes(`${peek(cursor, 1)} ${peek(cursor, 2)}`)) {
    const value = tokenAt(cursor);
    const number = readNumber(cursor);
    if (value !== undefined && value.kind !== 'symbol') {
      into.default =
        number ?? (/^(true|false)$/.test(value.lower) ? value.lower === 'true' : value.text);
      cursor.at = open + 3;
      readOtherwise(cursor, into, value.text);
      return true;
    }
  }
  cursor.at = from;
  acceptAny(cursor, ['which', 'that', 'and', 'with a', 'with', 'by']);
  const intro = acceptAny(cursor, DEFAULT_INTROS);
  if (intro === null || (cursor.at - from === 1 && isDone(cursor))) {
    cursor.at = from;
    return false;
  }
  acceptAny(cursor, [':', '=', 'is']);
  const token = tokenAt(cursor);
  if (token === undefined || (token.kind === 'symbol' && token.text !== '-')) {
    cursor.at = from;
    return false;
  }
  const number = readNumber(cursor);
  if (number !== null) into.default = number;
  else {
    cursor.at += 1;
    const isBoolean = token.lower === 'true' || token.lower === 'false';
    into.default = isBoolean ? token.lower === 'true' : `${token.text}${readMoreWords(cursor)}`;
  }
  return true;
}

/** "open by default, otherwise approved or rejected": what it may be instead. */
function readOtherwise(cursor: Cursor, into: Qualities, first: string): void {
  const from = cursor.at;
  acceptAny(cursor, [', and', ', or', ',', 'and', 'or']);
  const intro = acceptAny(cursor, ['otherwise', 'or else', 'else', 'later', 'then', 'afterwards']);
  const values = intro === null ? null : readValues(cursor, false);
  if (values === null) cursor.at = from;
  else into.values = [first, ...values];
}

/** "default in stock": the rest of a default of several words, up to the end of the phrase. */
function readMoreWords(cursor: Cursor): string {
  const from = cursor.at;
  let text = '';
  while (!isDone(cursor) && cursor.at - from < 4) {
    const token = tokenAt(cursor);
    if (
      token?.kind !== 'word' ||
      ['and', 'or', 'but', 'when', 'if', 'which', 'that', 'with', 'is', 'must'].includes(
        token.lower,
      )
    )
      break;
    text += ` ${token.text}`;
    cursor.at += 1;
  }
  const isWhole = isDone(cursor) || [',', ')', ';', 'and', 'or', 'but'].includes(peek(cursor));
  if (isWhole) return text;
  cursor.at = from;
  return '';
}

function readUnit(cursor: Cursor, into: Qualities): boolean {
  const from = cursor.at;
  if (acceptAny(cursor, ['in percent', 'in %', 'as a percentage', 'in per cent', '%'])) {
    into.type = 'percentage';
    return true;
  }
  const intro = acceptAny(cursor, ['measured in', 'given in', 'expressed in', 'in']);
  const word = peek(cursor);
  const glued =
    intro !== null ||
    !(peek(cursor, -1) === '' || /^(,|and|or|\(|;|\/|a|an|the|of)$/.test(peek(cursor, -1)));
  if (!glued) return false;
  if (
    !isUnit(word) ||
    (intro === null && !isDone({ ...cursor, at: cursor.at + 1 }) && peek(cursor, 1) !== ',')
  ) {
    cursor.at = from;
    return false;
  }
  cursor.at += 1;
  if (/^(square|cubic|degrees|sq)$/.test(word)) cursor.at += isDone(cursor) ? 0 : 1;
  into.unit = word;
  if (MONEY_UNITS.has(word)) into.type = 'money';
  return true;
}
