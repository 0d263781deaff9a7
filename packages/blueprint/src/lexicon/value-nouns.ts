import { FIELD_NOUNS, TYPE_BY_LAST_WORD } from './fields.ts';

/** True for a word that names one value ("price", "colour", "deadline"), whatever stands before it. */
export function isValueWord(word: string): boolean {
  return FIELD_NOUNS.has(word) || TYPE_BY_LAST_WORD.some(([, set]) => set.has(word));
}

/** Dates, times and amounts are never things, whatever article they have. */
export function isMeasureWord(word: string): boolean {
  return TYPE_BY_LAST_WORD.some(
    ([type, set]) =>
      ['date', 'time', 'datetime', 'money', 'duration', 'text'].includes(type) && set.has(word),
  );
}

/** "paid", "archived": what a thing is or is not. */
export function isFlagWord(word: string): boolean {
  return TYPE_BY_LAST_WORD.some(([type, set]) => type === 'boolean' && set.has(word));
}
