import { HAVE, PARTICIPLES, STRONG_BELONG } from '../lexicon/predicates.ts';
import { BE, DETERMINERS, phrases, words } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import type { Tagger } from '../text/tagger.ts';
import { bracketBefore, type Cursor, peek, tokenAt } from './cursor.ts';

export const CRUD = words(`
  create add edit update delete remove view see list search filter read browse find sort change modify
  manage get show look store save track keep record archive enter register define maintain
`);

export function startsNoun(cursor: Cursor, ahead: number): boolean {
  const token = tokenAt(cursor, ahead);
  if (token === undefined || token.kind === 'symbol') return false;
  return (
    !BE.has(token.lower) &&
    !['of', 'to', 'by', 'in', 'on', 'with', 'and', 'or', 'has', 'have', 'for', 'from'].includes(
      token.lower,
    )
  );
}

/** "customers place orders", "a customer places orders": the form of the verb fits the noun before it. */
export function agrees(cursor: Cursor, word: string): boolean {
  const open = bracketBefore(cursor.tokens, cursor.at, 0);
  const isPast = STRONG_BELONG.has(word) || PARTICIPLES.has(word) || /[^e]ed$/.test(word);
  if (open > 0 && !isPast) return agrees({ ...cursor, at: open }, word);
  const before = tokenAt(cursor, -1);
  if (before === undefined || before.kind !== 'word' || HAVE.has(before.lower)) return false;
  if (['with', 'of', 'per', 'without', 'between'].includes(before.lower)) return false;
  const isThirdPerson = /[^s]s$/.test(word);
  if (isPlural(before.lower) || /^(staff|people)$/.test(before.lower)) return !isThirdPerson;
  if (['it', 'he', 'she'].includes(before.lower)) return isThirdPerson;
  if (['they', 'you', 'we', 'i'].includes(before.lower)) return !isThirdPerson;
  const isSubject =
    DETERMINERS.has(peek(cursor, -2)) ||
    DETERMINERS.has(peek(cursor, -3)) ||
    cursor.at === 1 ||
    ['one', 'each', 'every'].includes(peek(cursor, -2));
  return isThirdPerson && isSubject && !DETERMINERS.has(before.lower);
}

export function baseForm(verb: string): string {
  if (verb.endsWith('ies')) return `${verb.slice(0, -3)}y`;
  if (/(ch|sh|ss|x|o)es$/.test(verb)) return verb.slice(0, -2);
  return verb.endsWith('s') && !verb.endsWith('ss') ? verb.slice(0, -1) : verb;
}

export function isParticiple(word: string, start: number, tagger: Tagger): boolean {
  return (
    PARTICIPLES.has(word) ||
    STRONG_BELONG.has(word) ||
    (word.endsWith('ed') && word.length > 3) ||
    tagger.isParticiple(start)
  );
}

/** What things in the plural do, and no part of a name: "several dogs come along". */
export const ACTING = words(
  'come go apply write get take want give pay buy borrow lend sign join sleep live stay sit bring send tell do make need see earn wear sing eat drink offer choose become belong',
);

export const ADVERBS = phrases(`
  also | only | always | usually | typically | each | all | optionally | then | either | both |
  currently | sometimes | often | frequently | regularly | occasionally | rarely | never | just | further | additionally | furthermore | normally | generally
`);
