import { accept, acceptAny, type Cursor, isDone, peek, tokenAt } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';
import { subwords } from '../text/tokens.ts';
import type { Who } from './statements.ts';
import { ANYONE, NOBODY, RIGHT_VERBS, rankOf, SIGNED_IN } from './words.ts';

const ARTICLES = [
  ...[
    'all of the',
    'both the',
    'a',
    'an',
    'the',
    'any',
    'all',
    'every',
    'each',
    'our',
    'my',
    'other',
    'new',
    'both',
  ],
];
const AFTER_ARTICLE = [
  'logged in',
  'signed in',
  'logged-in',
  'signed-in',
  'registered',
  'authenticated',
];
const LONGEST_NAME = 4;

/** `knows`: the prompt calls this a role elsewhere. */
export type KnowsRole = (words: readonly string[]) => boolean;

/** `isOnly`: "nobody but managers". */
export type Named = { who: Who; isSignedIn: boolean; isOnly?: true };

/**
 * "a clerk or manager", "everybody", "the head of sales"; stops before the verb. The cursor moves only when something is
 * found. With exceptions ("everybody but clerks") nothing is found: see `readWhoElse`.
 */
export function readWho(cursor: Cursor, knows: KnowsRole): Named | null {
  const from = cursor.at;
  const named = readNamed(cursor, knows);
  if (named !== null && named.who.kind !== 'roles' && readExcepted({ ...cursor }, knows) !== null) {
    cursor.at = from;
    return null;
  }
  return named;
}

/** Like `readWho`, and also "nobody but managers", "everyone except guests". */
export function readWhoElse(cursor: Cursor, knows: KnowsRole): Named | null {
  const named = readNamed(cursor, knows);
  if (named === null || named.who.kind === 'roles') return named;
  const excepted = readExcepted(cursor, knows);
  if (excepted === null) return named;
  const who = without(named.who, excepted);
  return who === null ? null : { who, isSignedIn: true, isOnly: true };
}

/** "nobody may delete orders except managers": who is left when the exception stands last. Null where none does. */
export function readLateException(cursor: Cursor, who: Who, knows: KnowsRole): Who | null {
  const at = cursor.at;
  const excepted = who.kind === 'roles' || who.except ? null : readExcepted(cursor, knows);
  const left = excepted === null || !isDone(cursor) ? null : without(who, excepted);
  if (left === null) cursor.at = at;
  return left;
}

/** Everybody but some, or nobody but some. */
function without(who: Who, { nouns, isOutside }: Excepted): Who | null {
  if (who.kind !== 'nobody')
    return { kind: 'signed-in', ...(nouns.length > 0 && { except: nouns }) };
  if (isOutside) return null;
  return nouns.length === 0 ? { kind: 'signed-in' } : { kind: 'roles', nouns };
}

const MAKERS = phrases(`
  their author | their authors | its author | the author | their owner | their owners | its owner | the owner |
  their creator | their creators | its creator | the creator | whoever created them | whoever created it | whoever wrote them |
  whoever wrote it | whoever posted them | whoever posted it | the person who created them | the person who created it |
  the person who wrote it | the person who posted it | the user who created them | the user who created it |
  the user who wrote it | the user who posted it | the one who created it | the one who wrote it
`);

/** "by their author", "only the creator": of each row who made it. Not where the prompt calls that a role. */
export function acceptMaker(cursor: Cursor, knows: KnowsRole): boolean {
  const from = cursor.at;
  const found = acceptAny(cursor, MAKERS);
  const role = /^\S+ (author|owner|creator)s?$/.exec(found ?? '')?.[1];
  if (found !== null && (role === undefined || !knows([role]))) return true;
  cursor.at = from;
  return false;
}

const EXCEPT = [
  ...['with the exception of', 'except for', 'except', 'but not', 'but', 'other than'],
  ...['apart from', 'aside from', 'besides', 'save for', 'excluding'],
];

/** The roles that are excepted, and whether those are who are not signed in. */
type Excepted = { nouns: string[][]; isOutside: boolean };

/** "but managers", "except guests". */
function readExcepted(cursor: Cursor, knows: KnowsRole): Excepted | null {
  const at = cursor.at;
  const found = readExceptedNouns(cursor, knows);
  if (found === null) cursor.at = at;
  return found;
}

function readExceptedNouns(cursor: Cursor, knows: KnowsRole): Excepted | null {
  accept(cursor, ',');
  if (acceptAny(cursor, EXCEPT) === null) return null;
  const excepted: Excepted = { nouns: [], isOutside: false };
  for (;;) {
    acceptAny(cursor, ARTICLES);
    acceptAny(cursor, AFTER_ARTICLE);
    const word = peek(cursor);
    const noun = readRoleName(cursor, (words) => knows(words) && !isGroup(words));
    if (noun !== null && (!isGroup(noun) || knows(noun))) excepted.nouns.push(noun);
    else if (noun !== null || readGroup(cursor) !== null) excepted.isOutside ||= ANYONE.has(word);
    else return null;
    if (acceptAny(cursor, [', and', ', or', 'and', 'or']) === null) break;
  }
  accept(cursor, ',');
  return excepted;
}

/** "guests", "users": everybody of that kind, unless the prompt calls it a role. */
function isGroup(words: readonly string[]): boolean {
  const [word = '', second] = words;
  return second === undefined && (SIGNED_IN.has(word) || ANYONE.has(word));
}

function readNamed(cursor: Cursor, knows: KnowsRole): Named | null {
  const from = cursor.at;
  // "all but clerks": the exception is read next.
  if (peek(cursor) === 'all' && acceptAny({ ...cursor, at: from + 1 }, EXCEPT) !== null) {
    cursor.at += 1;
    return { who: { kind: 'signed-in' }, isSignedIn: true };
  }
  const nouns: string[][] = [];
  let isSignedIn = false;
  for (;;) {
    acceptAny(cursor, ARTICLES);
    isSignedIn = acceptAny(cursor, AFTER_ARTICLE) !== null || isSignedIn;
    const group = nouns.length === 0 ? readGroup(cursor) : null;
    if (group !== null) {
      isSignedIn = skipWhoSignsIn(cursor) || isSignedIn;
      return { who: { kind: group }, isSignedIn };
    }
    const noun = readRoleName(cursor, knows);
    if (noun === null) break;
    nouns.push(noun);
    isSignedIn = skipWhoSignsIn(cursor) || isSignedIn;
    if (acceptAny(cursor, [', and', ', or', ', nor', ',', 'and', 'or', 'nor', '/']) === null) break;
  }
  if (nouns.length === 0) {
    cursor.at = from;
    return null;
  }
  if (/^(,|and|or|nor|\/)$/.test(peek(cursor, -1))) cursor.at -= 1;
  return { who: { kind: 'roles', nouns }, isSignedIn };
}

function readGroup(cursor: Cursor): 'signed-in' | 'anyone' | 'nobody' | null {
  if (accept(cursor, 'no one') || (NOBODY.has(peek(cursor)) && accept(cursor, peek(cursor)))) {
    accept(cursor, 'else');
    return 'nobody';
  }
  const word = peek(cursor);
  const kind = SIGNED_IN.has(word) ? 'signed-in' : ANYONE.has(word) ? 'anyone' : null;
  if (kind === null || (kind === 'signed-in' && rankOf(peek(cursor, 1)) > 0)) return null;
  cursor.at += 1;
  acceptAny(cursor, [
    'in the museum',
    'in the company',
    'in the team',
    'in the office',
    'else',
    'of us',
  ]);
  if (kind === 'signed-in' && accept(cursor, 'in the') && !isDone(cursor)) cursor.at += 1;
  return kind;
}

function skipWhoSignsIn(cursor: Cursor): boolean {
  const phrases = [
    'who are logged in',
    'who is logged in',
    'who are signed in',
    'who is signed in',
    'that are logged in',
    'who sign in',
    'who signs in',
    'who log in',
    'who logs in',
    'with an account',
    'with a login',
    'logged in',
    'signed in',
  ];
  return acceptAny(cursor, phrases) !== null;
}

/** Up to four words of which the last one ("fleet manager") or the one before `of` ("head of sales") is a role. */
function readRoleName(cursor: Cursor, knows: KnowsRole): string[] | null {
  for (let length = LONGEST_NAME; length > 0; length -= 1) {
    const tokens = Array.from({ length }, (_none, ahead) => tokenAt(cursor, ahead));
    const words = tokens.flatMap((token) =>
      token?.kind === 'word' && !token.possessive ? subwords(token) : [],
    );
    if (
      words.length < length ||
      words.some((word) => /^(and|or|nor|can|may|must|only)$/.test(word))
    )
      continue;
    if (isRoleName(words) || knows(words)) {
      cursor.at += length;
      return toRole(words);
    }
  }
  return null;
}

function isRoleName(words: readonly string[]): boolean {
  const of = words.indexOf('of');
  const head = singular((of > 0 ? words[of - 1] : words.at(-1)) ?? '');
  if (of > 0 && of !== words.length - 2) return false;
  const others = words.filter((word) => word !== 'of' && singular(word) !== head);
  // "the operator creates tenants" names an operator, who does something.
  const isDeed = (word: string) => word.endsWith('s') && RIGHT_VERBS.has(word);
  // "managers delete customers", "staff see clients": a role that does something to another.
  const isDeedOfRole = (word: string, at: number) =>
    RIGHT_VERBS.has(word) && rankOf(singular(words[at - 1] ?? '')) > 0;
  return (
    rankOf(head) > 0 &&
    !words.some(isDeedOfRole) &&
    others.every((word) => /^[a-z]{2,}$/.test(word) && !NO_ROLE.has(word) && !isDeed(word))
  );
}

const NO_ROLE: ReadonlySet<string> = new Set(
  'both neither nor but except of to by in for with as is are the a an their its only when where which while who that not also no each every all from i we'.split(
    ' ',
  ),
);

/** The words of a role in the singular: "fleet managers" -> fleet manager, "heads of sales" -> head of sales. */
export function toRole(words: readonly string[]): string[] {
  const of = words.indexOf('of');
  const head = of > 0 ? of - 1 : words.length - 1;
  return words.map((word, index) => (index === head ? singular(word) : word));
}
