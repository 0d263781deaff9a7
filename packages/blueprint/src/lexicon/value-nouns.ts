import { FIELD_NOUNS, TYPE_BY_LAST_WORD } from './fields.ts';

/** True for a word that names one value ("price", "colour", "deadline"), whatever stands before it. */
export function isValueWord(word: string): boolean {
  return FIELD_NOUNS.has(word) || TYPE_BY_LAST_WORD.some(([, set]) => set.has(word));
}
