import { DETERMINERS, words } from '../lexicon/words.ts';
import { accept, type Cursor, isDone, peek, tokenAt } from './cursor.ts';

const STOPS = new Set([
  'with',
  'that',
  'which',
  'who',
  'plus',
  '(',
  ')',
  ';',
  ':',
  '.',
  'is',
  'are',
  'has',
  'have',
  'belongs',
  'belong',
  'defaults',
  'default',
  'defaulting',
  'by',
  'as',
  'where',
  'must',
  'for',
  'of',
  'from',
]);

/**
 * Reads `draft, sent or paid`, `low/medium/high` or `a | b`. In an open sentence (`closed` false) the list ends after
 * its `or` value; without any `or` it is no list of values. In brackets or to the end (`closed`) everything belongs to it.
 */
export function readValues(cursor: Cursor, closed: boolean): string[] | null {
  const from = cursor.at;
  const values: string[] = [];
  let separator = '';
  let sawOr = false;
  while (!isDone(cursor)) {
    const value = readValue(cursor, separator === ',', closed);
    if (value === null) break;
    if (!values.includes(value)) values.push(value);
    if (
      sawOr &&
      peek(cursor) !== 'or' &&
      !isSlash(peek(cursor)) &&
      !(peek(cursor) === ',' && (peek(cursor, 1) === 'or' || isOrderNext(cursor, 1)))
    )
      break;
    const before = cursor.at;
    separator = readSeparator(cursor, closed);
    if (separator === '') break;
    if (isOrderNext(cursor, 0)) cursor.at += 1;
    if (separator === 'or') sawOr = true;
    if (isValueStop(cursor)) {
      cursor.at = before;
      break;
    }
  }
  const isBound =
    values.length === 2 && BEYOND.test(values[1] ?? '') && /^\d/.test(values[0] ?? '');
  const isList = values.length > 1 && (closed || sawOr) && !isBound;
  if (isList || (closed && values.length === 1 && isDone(cursor))) return values.slice(0, 50);
  cursor.at = from;
  return null;
}

/** "21 or older" bounds; it names no two values. */
const BEYOND =
  /^(older|younger|more|less|fewer|above|below|over|under|higher|lower|later|earlier|greater|up)$/;

const ORDER = words('then later afterwards finally eventually lastly');

/** "draft, then sent or refused, finally paid": the word tells when a value comes, and is no part of it. */
function isOrderNext(cursor: Cursor, ahead: number): boolean {
  return ORDER.has(peek(cursor, ahead)) && tokenAt(cursor, ahead + 1)?.kind === 'word';
}

function isSlash(text: string): boolean {
  return text === '/' || text === '|';
}

function isValueStop(cursor: Cursor): boolean {
  return (
    isDone(cursor) ||
    (DETERMINERS.has(peek(cursor)) &&
      tokenAt(cursor)?.text !== 'A' &&
      !/^(other|this)$/.test(peek(cursor))) ||
    (STOPS.has(peek(cursor)) && !(peek(cursor) === 'plus' && /^[,)|/]?$/.test(peek(cursor, 1))))
  );
}

function readSeparator(cursor: Cursor, closed: boolean): string {
  if (accept(cursor, '/') || accept(cursor, '|')) return 'or';
  if (accept(cursor, ', or') || accept(cursor, 'or')) return 'or';
  if (startsDefault(cursor)) return '';
  if (closed && (accept(cursor, ', and') || accept(cursor, 'and') || accept(cursor, ';')))
    return 'and';
  if (accept(cursor, ',')) return ',';
  return '';
}

/** "new, won; default new": the list of values ends before what is said about it. */
function startsDefault(cursor: Cursor): boolean {
  return (
    [',', ';'].includes(peek(cursor)) &&
    /^(defaults?|defaulting|initially|optional|required|unique|mandatory)$/.test(peek(cursor, 1))
  );
}

/** "(ok, out of service)": between brackets the small word is inside a value. */
function isInside(cursor: Cursor): boolean {
  const next = tokenAt(cursor, 1);
  return (
    next?.kind === 'word' && !DETERMINERS.has(next.lower) && isClosing(cursor.tokens[cursor.end])
  );
}

function isClosing(token: { text: string } | undefined): boolean {
  return token !== undefined && /^[)\]}]$/.test(token.text);
}

/** "open/waiting for parts/done": the small word is inside a value. */
function isBeforeSlash(cursor: Cursor, closed: boolean): boolean {
  if (!['for', 'of', 'by'].includes(peek(cursor))) return false;
  if (closed && isInside(cursor)) return true;
  const isListed = isSlash(peek(cursor, -2)) || isSlash(peek(cursor, -3));
  return isListed && [2, 3].some((ahead) => isSlash(peek(cursor, ahead)));
}

/** Up to four words, kept as written but trimmed of quotes. */
function readValue(cursor: Cursor, isCommaList: boolean, closed: boolean): string | null {
  const parts: string[] = [];
  let previousEnd = -1;
  while (!isDone(cursor) && parts.length < 5) {
    const token = tokenAt(cursor);
    if (token === undefined) break;
    const text = token.lower;
    const isName = text === 'plus' && /^[,)|/]?$/.test(peek(cursor, 1));
    const isWithin = isCommaList && text === '/' && previousEnd === token.start;
    if (text === ',' || text === 'or' || text === 'and' || (isSlash(text) && !isWithin)) break;
    const isPlace = parts.length === 0 && text === 'for' && /^(,|or)$/.test(peek(cursor, 2));
    const isInner = isName || isPlace || (parts.length > 0 && isBeforeSlash(cursor, closed));
    if (STOPS.has(text) && !isInner) break;
    if (token.kind === 'symbol' && !['-', '#', '$', '€', '/'].includes(text)) break;
    if (text === '-' && parts.length > 0 && previousEnd < token.start) break;
    if (
      DETERMINERS.has(text) &&
      parts.length === 0 &&
      !/^(all|other|this)$/.test(text) &&
      token.text !== 'A'
    )
      break;
    const glued = previousEnd === token.start && parts.length > 0;
    if (glued) parts[parts.length - 1] += token.text;
    else parts.push(token.text);
    previousEnd = token.end;
    cursor.at += 1;
  }
  const value = parts.join(' ').trim();
  return value === '' || value.length > 64 ? null : value;
}
