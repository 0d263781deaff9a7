import { FIELD_NOUNS, TYPE_BY_LAST_WORD } from './fields.ts';

type Type = (typeof TYPE_BY_LAST_WORD)[number][0];

const wordsOf = (isMeant: (type: Type) => boolean): ReadonlySet<string> =>
  new Set(TYPE_BY_LAST_WORD.flatMap(([type, words]) => (isMeant(type) ? [...words] : [])));

const VALUES = new Set([...FIELD_NOUNS, ...wordsOf(() => true)]);
const MEASURED = ['date', 'time', 'datetime', 'money', 'duration', 'text'];
const MEASURES = wordsOf((type) => MEASURED.includes(type));
const FLAGS = wordsOf((type) => type === 'boolean');

/** True for a word that names one value ("price", "colour", "deadline"), whatever stands before it. */
export function isValueWord(word: string): boolean {
  return VALUES.has(word);
}

/** Dates, times and amounts are never things, whatever article they have. */
export function isMeasureWord(word: string): boolean {
  return MEASURES.has(word);
}

/** "paid", "archived": what a thing is or is not. */
export function isFlagWord(word: string): boolean {
  return FLAGS.has(word);
}
