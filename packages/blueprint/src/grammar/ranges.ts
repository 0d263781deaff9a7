import { isUnit, MONEY_UNITS } from '../lexicon/types.ts';
import { phrases, words } from '../lexicon/words.ts';
import { accept, acceptAny, type Cursor, peek, tokenAt } from './cursor.ts';
import { readNumber } from './number-words.ts';
import type { Qualities } from './statements.ts';

const AT_LEAST = phrases(`
  greater than or equal to | no less than | not less than | no fewer than | not below | never below | never less than | never under | at least |
  minimum of | min of | a minimum of | minimum length of | minimum length | min length | minimum |
  minlength | min | >= | from
`);

const MORE_THAN = phrases(`
  greater than | more than | larger than | bigger than | higher than | above | over | >
`);

const AT_MOST = phrases(`
  less than or equal to | no more than | not more than | no longer than | not longer than | not exceed |
  at most | up to | maximum of | max of | a maximum of | maximum length of | maximum length |
  max length | maximum | maxlength | max | <= | until | not above
`);

const LESS_THAN = phrases(`
  less than | smaller than | lower than | fewer than | shorter than | below | under | <
`);

const BOUNDS = [
  [AT_LEAST, 'min', false],
  [AT_MOST, 'max', false],
  [MORE_THAN, 'min', true],
  [LESS_THAN, 'max', true],
] as const;

const CHARACTERS = words('characters character chars char letters digits symbols');

const RANGE_INTROS = phrases(`
  from | between | range | in the range of | ranging from | on a scale of | on a scale from | within
`);

/** "A-F", "A to F" and "P1-P4": what is between is a value too. */
function readLetters(cursor: Cursor, into: Qualities): boolean {
  const from = cursor.at;
  acceptAny(cursor, ['from', 'between']);
  const [first, last] = [tokenAt(cursor)?.text ?? '', tokenAt(cursor, 2)?.text ?? ''];
  const isSpan = /^(to|and|through|-|–)$/.test(peek(cursor, 1));
  const ends = /^[A-Z]-[A-Z]$/.test(first) ? first : isSpan ? `${first}-${last}` : '';
  const levels = /^([A-Z])([0-9])-\1([0-9])$/.exec(first);
  if (levels !== null && Number(levels[2]) < Number(levels[3])) {
    const [, letter = '', from = '0', to = '0'] = levels;
    const count = Number(to) - Number(from) + 1;
    into.values = Array.from({ length: count }, (_none, index) => letter + (Number(from) + index));
    cursor.at += 1;
    return true;
  }
  const low = ends.charCodeAt(0);
  const high = ends.charCodeAt(2);
  if (!/^[A-Z]-[A-Z]$/.test(ends) || low >= high) {
    cursor.at = from;
    return false;
  }
  cursor.at += ends === first ? 1 : 3;
  into.values = Array.from({ length: high - low + 1 }, (_none, index) =>
    String.fromCharCode(low + index),
  );
  return true;
}

/** "out of ten". */
function readOutOf(cursor: Cursor, into: Qualities): boolean {
  const from = cursor.at;
  const end = accept(cursor, 'out of') ? readNumber(cursor) : null;
  if (end === null || !Number.isInteger(end) || end < 2) {
    cursor.at = from;
    return false;
  }
  acceptAny(cursor, ['stars', 'points']);
  into.outOf = end;
  return true;
}

export function readRange(cursor: Cursor, into: Qualities): boolean {
  if (readLetters(cursor, into) || readOutOf(cursor, into)) return true;
  const from = cursor.at;
  if (acceptAny(cursor, RANGE_INTROS) || tokenAt(cursor)?.kind === 'number') {
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
  if (readOpenEnd(cursor, into)) return true;
  for (const [phrases, side, open] of BOUNDS) {
    if (acceptAny(cursor, phrases)) {
      acceptAny(cursor, [':', '=', 'of', 'or equal to']);
      const isThing = cursor.at - from === 1 && peek(cursor) === 'one';
      const number = isThing ? null : readNumber(cursor);
      if (number !== null) return setSide(cursor, into, side, open, number);
      cursor.at = from;
    }
  }
  return readExactLength(cursor, into);
}

/** "1 or more", "10 or fewer". */
function readOpenEnd(cursor: Cursor, into: Qualities): boolean {
  const from = cursor.at;
  const number = tokenAt(cursor)?.kind === 'number' ? readNumber(cursor) : null;
  const isLow = acceptAny(cursor, ['or more', 'or above', 'or higher', 'or greater', 'and up']);
  const isHigh =
    isLow === null && acceptAny(cursor, ['or less', 'or fewer', 'or lower', 'or below']);
  if (number !== null && isLow !== null) return setBound(cursor, into, number, undefined);
  if (number !== null && isHigh) return setBound(cursor, into, undefined, number);
  cursor.at = from;
  return false;
}

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
  if (number !== null && isCharacters(cursor) && !isFollowed(cursor))
    return setBound(cursor, into, number, number);
  cursor.at = from;
  return false;
}

/** "3 letters followed by 4 digits": a part of it is no length of the whole. */
function isFollowed(cursor: Cursor): boolean {
  const [next, third] = [peek(cursor, 1), tokenAt(cursor, 2)];
  return /^(followed|then|plus)$/.test(next) || (next === 'and' && third?.kind === 'number');
}

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
  readCounted(cursor, into);
  return true;
}

/** "up to 120 minutes", "from 0.5 to 80 kg": what is counted. */
function readCounted(cursor: Cursor, into: Qualities): void {
  const unit = peek(cursor);
  const isEnd = ['', ',', ';', ')', '.', 'and', 'or', 'which', 'that'].includes(peek(cursor, 1));
  if (!isUnit(unit) || !isEnd) return;
  cursor.at += 1;
  into.unit ??= unit;
  if (MONEY_UNITS.has(unit)) into.type ??= 'money';
}

const NOT_NEGATIVE = phrases(`
  may not be negative | may never be negative | can never be negative | may not go below zero | non-negative | nonnegative | not negative | not be negative | cannot be negative | can't be negative |
  can not be negative | must not be negative | mustn't be negative | should not be negative |
  shouldn't be negative | won't be negative | will not be negative |
  not go negative | cannot go negative | can't go negative | never be negative | never negative |
  not below zero | never below zero | zero or more | zero or positive | positive or zero
`);

export function readSign(cursor: Cursor, into: Qualities): boolean {
  if (acceptAny(cursor, NOT_NEGATIVE)) {
    into.min = 0;
    return true;
  }
  if (accept(cursor, 'positive')) {
    into.above = 0;
    return true;
  }
  return false;
}
