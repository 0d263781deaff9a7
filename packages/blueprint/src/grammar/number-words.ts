import { accept, acceptAny, type Cursor, tokenAt } from './cursor.ts';

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

/** `5`, `1,000`, `-3`, `ten`; null when no number stands here. */
export function readNumber(cursor: Cursor): number | null {
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
