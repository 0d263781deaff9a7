import { acceptAny, type Cursor } from '../grammar/cursor.ts';
import { readNumber } from '../grammar/number-words.ts';
import type { Qualities } from '../grammar/statements.ts';
import { phrases } from '../lexicon/words.ts';

const NEVER = phrases(`
  can not be | cannot be | can't be | may not be | must not be | mustn't be | should not be | shouldn't be | must never be |
  should never be | can never be | may never be | is never | are never | must not | may not | should not | should never |
  must never | cannot | can't | never
`);
const LESS = phrases(
  'less than | lower than | smaller than | fewer than | below | under | before | go below | fall below | drop below | go under',
);
const MORE = phrases(
  'more than | greater than | higher than | larger than | bigger than | above | over | exceed | exceeds | go over | go above | rise above',
);

/** "can't be less than 1", "should never exceed 999", "may not be negative": the bound that is left. */
export function readNever(cursor: Cursor): Qualities | null {
  if (acceptAny(cursor, NEVER) === null) return null;
  if (acceptAny(cursor, ['negative', 'below zero']) !== null) return { min: 0 };
  if (acceptAny(cursor, ['empty', 'blank', 'missing', 'null', 'left out']) !== null)
    return { required: true };
  return readBeyond(cursor);
}

/** What lies beyond a bound: "less than 1", "longer than 80 characters". */
export function readBeyond(cursor: Cursor): Qualities | null {
  const isLong = acceptAny(cursor, ['longer than']) !== null;
  const isLow = !isLong && acceptAny(cursor, LESS) !== null;
  if (!isLong && !isLow && acceptAny(cursor, MORE) === null) return null;
  const bound = readNumber(cursor);
  if (bound === null) return null;
  const isText = acceptAny(cursor, ['characters', 'chars', 'letters']) !== null;
  if (isText || isLong) return isLow ? { minLength: bound } : { maxLength: bound };
  return isLow ? { min: bound } : { max: bound };
}
