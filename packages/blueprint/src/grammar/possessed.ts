import { PLURAL_VALUES } from '../lexicon/fields.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { type Cursor, tokenAt } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { Noun } from './statements.ts';

/** "the holder's email": whose it is belongs to the name of a value. */
export function readPossessed(cursor: Cursor): Noun | null {
  const owner = readNoun(cursor);
  if (owner === null || tokenAt(cursor, -1)?.possessive !== true) return owner;
  const from = cursor.at;
  const value = readNoun(cursor);
  if (value !== null && !value.plural && isValueWord(value.words.at(-1) ?? ''))
    return { ...value, words: [...owner.words, ...value.words], start: owner.start };
  cursor.at = from;
  return owner;
}

/** "an owner's pets with a name": things, and whose they are. */
export function readOwnThings(cursor: Cursor, determiner: string | null): Noun | null {
  if (tokenAt(cursor, -1)?.possessive !== true || determiner === null) return null;
  const from = cursor.at;
  const things = readNoun(cursor);
  if (
    things?.plural === true &&
    !isValueWord(things.words.at(-1) ?? '') &&
    !PLURAL_VALUES.has(things.words.at(-1) ?? '')
  )
    return things;
  cursor.at = from;
  return null;
}
