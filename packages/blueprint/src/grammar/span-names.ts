import { isValueWord } from '../lexicon/value-nouns.ts';
import { type Cursor, peek } from './cursor.ts';

const SPAN_NAMES = new Set(['from', 'to', 'until', 'since', 'till']);
const LIST_ENDS = ['', ',', '(', ')', ';', ':', '|', '-', '.'];

/** "place, from, to, fee": between commas the word is the name of a date. */
export function isSpanName(cursor: Cursor): boolean {
  if (!SPAN_NAMES.has(peek(cursor))) return false;
  const isAfter = [...LIST_ENDS, 'and', 'a', 'the', 'has', 'have', 'with'].includes(
    peek(cursor, -1),
  );
  const isSecond = peek(cursor, -1) === ',' && SPAN_NAMES.has(peek(cursor, -2));
  if ((isSecond && peek(cursor, 1) === 'and') || isSpanOfValue(cursor)) return true;
  const isPair = peek(cursor, 1) === 'and' && SPAN_NAMES.has(peek(cursor, 2));
  const isNamed = ['a', 'the'].includes(peek(cursor, -1)) && peek(cursor, 1) === 'and';
  return isAfter && (isPair || isNamed || LIST_ENDS.includes(peek(cursor, 1)));
}

/** "from address, to address": between commas, the values at both ends. */
function isSpanOfValue(cursor: Cursor): boolean {
  const isListed = /^(|[,(:;|-]|and|an?)$/.test(peek(cursor, -1));
  return (
    isListed && isValueWord(peek(cursor, 1)) && LIST_ENDS.concat('and').includes(peek(cursor, 2))
  );
}
