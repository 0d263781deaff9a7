import { cursorOf } from '../grammar/cursor.ts';
import { readNumber } from '../grammar/number-words.ts';
import { tokenize } from '../text/tokens.ts';

/** `5`, `1,000` or `five`; null for anything else and for what is no whole number from 1 on. */
export function numberOf(text: string): number | null {
  const count = readNumber(cursorOf(tokenize(text)));
  return count !== null && Number.isInteger(count) && count >= 1 ? count : null;
}
