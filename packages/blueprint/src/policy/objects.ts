import { accept, acceptAny, type Cursor, isDone, peek, tokenAt } from '../grammar/cursor.ts';
import { subwords } from '../text/tokens.ts';
import type { What } from './statements.ts';

export type Aim = { what: What; isOwn: boolean; isAll: boolean; isOnly: boolean };

const THEIRS = [
  'their own',
  'his own',
  'her own',
  'its own',
  'my own',
  'your own',
  'our own',
  'his or her own',
  'own',
];
const ITS = ['their', 'his', 'her', 'my', 'your'];
const ALL = [
  'all of the',
  'all the',
  'all of',
  'all',
  'every',
  'each',
  'any',
  "everybody's",
  "everyone's",
];
const EVERYTHING = ['everything', 'anything', 'all data', 'all of it'];
const NOTHING = ['nothing'];
const THEM = ['all of them', 'them', 'it', 'those', 'these', 'one'];
const ENDS = new Set([
  ...[',', ';', '.', ':', 'and', 'or', 'but', '(', 'while', 'whereas', 'except', 'excluding'],
]);
const OWNERS = [
  'they created themselves',
  'they have created themselves',
  'that they created themselves',
  'that they created',
  'which they created',
  'they created',
  'they made',
  'that they made',
  'they wrote',
  'that they wrote',
  'they own',
  'that they own',
  'that belong to them',
  'of their own',
  'they posted',
  'they added',
  'i created',
  'that i created',
  'made by themselves',
  'they have made',
];
/** Where what is told of a new row begins. */
const DETAILS = new Set(['with', 'so', 'including', 'giving', 'that']);
/** What changes nothing of what is said. */
const ASIDES = [
  'without logging in',
  'without signing in',
  'without an account',
  'without a login',
  'without login',
  'too',
  'as well',
  'first',
  'themselves',
  'again',
  'in the app',
  'in the system',
  'only',
  'freely',
];

/** "only their own orders", "all tickets and comments", "everything", "them". Null when the words name nothing. */
export function readObject(cursor: Cursor, isVerbNext: (cursor: Cursor) => boolean): Aim | null {
  const from = cursor.at;
  const object: Aim = {
    what: { kind: 'everything' },
    isOwn: false,
    isAll: false,
    isOnly: false,
  };
  object.isOnly = accept(cursor, 'only') || accept(cursor, 'just');
  if (acceptAny(cursor, EVERYTHING) !== null) object.isAll = true;
  else if (peek(cursor) === 'all' && isEnd(peek(cursor, 1)) && accept(cursor, 'all'))
    Object.assign(object, { what: { kind: 'them' }, isAll: true });
  else if (peek(cursor) !== 'all' && acceptAny(cursor, THEM) !== null)
    object.what = { kind: 'them' };
  else if (accept(cursor, 'all of them')) object.what = { kind: 'them' };
  else {
    const nouns: string[][] = [];
    for (;;) {
      readQualifiers(cursor, object);
      const noun = readName(cursor);
      if (noun === null) {
        // "but change only their own": of what was spoken of before.
        if (nouns.length === 0 && object.isOwn && isEnd(peek(cursor))) nouns.push(['ones']);
        break;
      }
      nouns.push(noun);
      if (acceptOfAll(cursor)) object.isAll = true;
      const at = cursor.at;
      const joined = acceptAny(cursor, [', and', 'and', ',', 'or']) !== null;
      // "members book courts, no double bookings": a rule begins.
      if (!joined || isVerbNext(cursor) || peek(cursor) === 'no') {
        cursor.at = at;
        break;
      }
    }
    if (nouns.length === 0) {
      cursor.at = from;
      return null;
    }
    const isOnes = nouns.every(([word]) => word === 'ones' || word === 'one');
    object.what = isOnes ? { kind: 'them' } : { kind: 'things', nouns };
  }
  if (acceptAny(cursor, OWNERS) !== null) object.isOwn = true;
  while (acceptAny(cursor, ASIDES) !== null);
  return object;
}

export function acceptNothing(cursor: Cursor): boolean {
  return acceptAny(cursor, NOTHING) !== null;
}

function readQualifiers(cursor: Cursor, object: Aim): void {
  for (;;) {
    if (acceptAny(cursor, THEIRS) !== null) object.isOwn = true;
    else if (acceptAny(cursor, ALL) !== null) object.isAll = true;
    else if (acceptAny(cursor, ITS) !== null)
      object.isOwn ||= object.isOnly || peek(cursor, -1) === 'my';
    else if (accept(cursor, 'only')) object.isOnly = true;
    else if (
      acceptAny(cursor, [
        'a list of',
        'the list of',
        'an',
        'a',
        'the',
        'new',
        'other',
        'some',
        'existing',
      ]) === null
    )
      return;
  }
}

/** Up to three words up to the next joint; what goes on with another word ("orders older than") is no plain name. */
function readName(cursor: Cursor): string[] | null {
  const words: string[] = [];
  while (!isDone(cursor) && !ENDS.has(peek(cursor))) {
    const token = tokenAt(cursor);
    if (token?.kind !== 'word' || isAside(cursor) || DETAILS.has(token.lower)) break;
    if (isOfAll(cursor)) break;
    words.push(...subwords(token));
    cursor.at += 1;
  }
  return words.length === 0 || words.length > 4 ? null : words;
}

/** "applications for all jobs", "grades of every pupil": whosever they are. */
function isOfAll(cursor: Cursor): boolean {
  return /^(for|of|from|in)$/.test(peek(cursor)) && /^(all|every|any)$/.test(peek(cursor, 1));
}

function acceptOfAll(cursor: Cursor): boolean {
  const at = cursor.at;
  if (!isOfAll(cursor)) return false;
  cursor.at += 2;
  acceptAny(cursor, ['the', 'of the']);
  if (readName(cursor) !== null) return true;
  cursor.at = at;
  return false;
}

function isEnd(word: string): boolean {
  return word === '' || ENDS.has(word);
}

function isAside(cursor: Cursor): boolean {
  const at = cursor.at;
  const found = acceptAny(cursor, OWNERS) !== null || acceptAny(cursor, ASIDES) !== null;
  cursor.at = at;
  return found;
}
