import { DECIMAL_UNITS, INTEGER_UNITS, MONEY_UNITS, TYPE_PHRASES } from '../lexicon/types.ts';
import { accept, acceptAny, type Cursor, isDone, peek, tokenAt } from './cursor.ts';
import type { Qualities } from './statements.ts';
import { readValues } from './values.ts';

const OPTIONAL = [
  'does not have to be given',
  'is not required',
  'not required',
  'not mandatory',
  'not necessary',
  'can be left empty',
  'can be left out',
  'can be left blank',
  'can be empty',
  'may be empty',
  'can be blank',
  'may be blank',
  'can be null',
  'may be null',
  'can be missing',
  'may be missing',
  'can be omitted',
  'if any',
  'if known',
  'if available',
  'if present',
  'if applicable',
  'if given',
  'when known',
  'where known',
  'where available',
  'optionally',
  'optional',
  'nullable',
  'opt',
  '?',
];
const REQUIRED = [
  'can not be empty',
  'cannot be empty',
  'cannot be blank',
  'cannot be null',
  "can't be empty",
  "can't be blank",
  "can't be null",
  'must not be empty',
  'must not be blank',
  'not be empty',
  'not be null',
  'not be blank',
  'not null',
  'not empty',
  'not optional',
  'non-empty',
  'required',
  'mandatory',
  'compulsory',
  'obligatory',
];
const UNIQUE = [
  'must be unique',
  'no two the same',
  'no duplicates',
  'unique',
  'distinct',
  'primary key',
  'pk',
];
const AT_LEAST = [
  'greater than or equal to',
  'no less than',
  'not less than',
  'no fewer than',
  'not below',
  'at least',
  'minimum of',
  'min of',
  'a minimum of',
  'minimum length of',
  'minimum length',
  'min length',
  'minimum',
  'minlength',
  'min',
  '>=',
  'from',
];
const MORE_THAN = [
  'greater than',
  'more than',
  'larger than',
  'bigger than',
  'higher than',
  'above',
  'over',
  '>',
];
const AT_MOST = [
  'less than or equal to',
  'no more than',
  'not more than',
  'no longer than',
  'not longer than',
  'not exceed',
  'at most',
  'up to',
  'maximum of',
  'max of',
  'a maximum of',
  'maximum length of',
  'maximum length',
  'max length',
  'maximum',
  'maxlength',
  'max',
  '<=',
  'until',
  'not above',
];
const LESS_THAN = [
  'less than',
  'smaller than',
  'lower than',
  'fewer than',
  'shorter than',
  'below',
  'under',
  '<',
];
const NUMBER_WORDS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  twenty: 20,
  hundred: 100,
  thousand: 1000,
};
const FILLERS = new Set(
  'must should shall will has have to be is are always a an the of value valued of, kind type field being in , and with exactly it they that which can only also either'.split(
    ' ',
  ),
);

/** Reads one statement about a value ("unique", "from 1 to 5", "defaults to draft"); false when none stands here. */
export function readQuality(cursor: Cursor, into: Qualities): boolean {
  if (acceptAny(cursor, OPTIONAL)) {
    into.optional = true;
    return true;
  }
  if (acceptAny(cursor, REQUIRED)) {
    into.required = true;
    return true;
  }
  if (acceptAny(cursor, UNIQUE)) {
    into.unique = true;
    return true;
  }
  return (
    readDefault(cursor, into) ||
    readRange(cursor, into) ||
    readSign(cursor, into) ||
    readUnit(cursor, into)
  );
}

/** Like `readQuality`, and also a type word or an explicit list of values. */
export function readAnnotation(cursor: Cursor, into: Qualities): boolean {
  if (readQuality(cursor, into)) return true;
  if (
    acceptAny(cursor, [
      'one of',
      'any of',
      'either',
      'enum of',
      'enumeration of',
      'enum :',
      'values :',
      'enum',
      'values',
      'choice of',
      'choices :',
      'options :',
    ])
  ) {
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
  for (const [phrase, type] of TYPE_PHRASES) {
    if (!accept(cursor, phrase)) continue;
    into.type = type;
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

function readDefault(cursor: Cursor, into: Qualities): boolean {
  const from = cursor.at;
  acceptAny(cursor, ['which', 'that', 'and', 'with a', 'with', 'by']);
  const intro = acceptAny(cursor, [
    'defaults to',
    'default to',
    'defaulting to',
    'default value of',
    'default value',
    'default of',
    'default is',
    'default',
    'starts at',
    'starting at',
    'initially',
    'is initially',
  ]);
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
    into.default =
      token.lower === 'true' || token.lower === 'false' ? token.lower === 'true' : token.text;
  }
  return true;
}

function readRange(cursor: Cursor, into: Qualities): boolean {
  const from = cursor.at;
  if (
    acceptAny(cursor, [
      'from',
      'between',
      'range',
      'in the range of',
      'ranging from',
      'on a scale of',
      'on a scale from',
      'within',
    ]) ||
    tokenAt(cursor)?.kind === 'number'
  ) {
    const low = readNumber(cursor);
    if (
      low !== null &&
      acceptAny(cursor, ['to', 'and', '-', '–', '—', 'through', '. .', '..', 'up to'])
    ) {
      const high = readNumber(cursor);
      if (high !== null) return setBound(cursor, into, Math.min(low, high), Math.max(low, high));
    }
    cursor.at = from;
  }
  for (const [phrases, side, open] of BOUNDS) {
    if (acceptAny(cursor, phrases)) {
      acceptAny(cursor, [':', '=', 'of', 'or equal to']);
      const number = readNumber(cursor);
      if (number !== null) return setSide(cursor, into, side, open, number);
      cursor.at = from;
    }
  }
  return readExactLength(cursor, into);
}

const BOUNDS = [
  [AT_LEAST, 'min', false],
  [AT_MOST, 'max', false],
  [MORE_THAN, 'min', true],
  [LESS_THAN, 'max', true],
] as const;

function setSide(
  cursor: Cursor,
  into: Qualities,
  side: 'min' | 'max',
  open: boolean,
  bound: number,
): boolean {
  const counted = isCharacters(cursor);
  if (open && !counted) {
    if (side === 'min') into.above = bound;
    else into.below = bound;
    return true;
  }
  const inclusive = open ? bound + (side === 'min' ? 1 : -1) : bound;
  return side === 'min'
    ? setBound(cursor, into, inclusive, undefined)
    : setBound(cursor, into, undefined, inclusive);
}

function readExactLength(cursor: Cursor, into: Qualities): boolean {
  const from = cursor.at;
  acceptAny(cursor, ['exactly', 'of', 'with']);
  acceptAny(cursor, ['exactly']);
  const number = readNumber(cursor);
  if (number !== null && isCharacters(cursor)) return setBound(cursor, into, number, number);
  cursor.at = from;
  return false;
}

const CHARACTERS = new Set([
  'characters',
  'character',
  'chars',
  'char',
  'letters',
  'digits',
  'symbols',
]);

function isCharacters(cursor: Cursor): boolean {
  return CHARACTERS.has(peek(cursor));
}

function setBound(
  cursor: Cursor,
  into: Qualities,
  min: number | undefined,
  max: number | undefined,
): boolean {
  if (isCharacters(cursor)) {
    cursor.at += 1;
    acceptAny(cursor, ['long', 'in length', 'or more', 'or less']);
    if (min !== undefined) into.minLength = min;
    if (max !== undefined) into.maxLength = Math.max(1, max);
    return true;
  }
  acceptAny(cursor, ['stars', 'inclusive', 'points', 'percent', '%']);
  if (min !== undefined) into.min = min;
  if (max !== undefined) into.max = max;
  return true;
}

function readSign(cursor: Cursor, into: Qualities): boolean {
  if (
    acceptAny(cursor, [
      'non-negative',
      'nonnegative',
      'not negative',
      'not be negative',
      'cannot be negative',
      "can't be negative",
      'must not be negative',
      'never negative',
      'zero or more',
      'zero or positive',
      'positive or zero',
    ])
  ) {
    into.min = 0;
    return true;
  }
  if (accept(cursor, 'positive')) {
    into.above = 0;
    return true;
  }
  return false;
}

function readUnit(cursor: Cursor, into: Qualities): boolean {
  const from = cursor.at;
  const intro = acceptAny(cursor, ['measured in', 'given in', 'expressed in', 'in']);
  const word = peek(cursor);
  const glued =
    intro !== null ||
    !(peek(cursor, -1) === '' || /^(,|and|or|\(|;|\/|a|an|the|of)$/.test(peek(cursor, -1)));
  if (!glued) return false;
  const isUnit = INTEGER_UNITS.has(word) || DECIMAL_UNITS.has(word) || MONEY_UNITS.has(word);
  if (
    !isUnit ||
    (intro === null && !isDone({ ...cursor, at: cursor.at + 1 }) && peek(cursor, 1) !== ',')
  ) {
    cursor.at = from;
    return false;
  }
  cursor.at += 1;
  if (word === 'square' || word === 'cubic' || word === 'degrees')
    cursor.at += isDone(cursor) ? 0 : 1;
  into.unit = word;
  if (MONEY_UNITS.has(word)) into.type = 'money';
  return true;
}

/** `5`, `1,000`, `-3`, `ten`; null when no number stands here. */
function readNumber(cursor: Cursor): number | null {
  const from = cursor.at;
  const negative = accept(cursor, '-') || accept(cursor, 'minus');
  acceptAny(cursor, ['$', '€', '£']);
  const token = tokenAt(cursor);
  if (token !== undefined) {
    const known = Object.hasOwn(NUMBER_WORDS, token.lower) ? NUMBER_WORDS[token.lower] : undefined;
    const value =
      known ?? (token.kind === 'number' ? Number(token.text.replaceAll(',', '')) : Number.NaN);
    if (Number.isFinite(value)) {
      cursor.at += 1;
      return negative ? -value : value;
    }
  }
  cursor.at = from;
  return null;
}
