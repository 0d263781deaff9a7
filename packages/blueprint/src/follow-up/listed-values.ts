import { acceptAny, type Cursor, tokenAt } from '../grammar/cursor.ts';
import type { Known } from './known.ts';
import type { Reference } from './reference.ts';

/** "overdue, cancelled or void": the values one by one. */
export function readListed(cursor: Cursor): string[] {
  const values: string[] = [];
  let from = cursor.at;
  for (let at = cursor.at; at <= cursor.end; at += 1) {
    const lower = at < cursor.end ? (cursor.tokens[at]?.lower ?? '') : ',';
    if (![',', 'and', 'or', '/'].includes(lower)) continue;
    const piece = { ...cursor, at: from, end: at };
    acceptAny(piece, [':', 'called', 'named', 'of']);
    acceptAny(piece, ['either', 'also', 'the value', 'the status', 'a', 'an', 'the']);
    const value = joined(piece, at);
    if (value !== null) values.push(value);
    from = at + 1;
  }
  return values;
}

/** Words as they are written; signs stay at the words that they touch. */
export function joined(cursor: Cursor, end: number): string | null {
  let text = '';
  let before = tokenAt(cursor)?.start ?? 0;
  for (let at = cursor.at; at < end; at += 1) {
    const token = cursor.tokens[at];
    if (token === undefined) break;
    text += `${token.start > before ? ' ' : ''}${token.text}`;
    before = token.end;
  }
  return text === '' || text.length > 64 ? null : text;
}

export function isValueOf(target: Reference, value: string, known: Known): boolean {
  const isSame = (each: string) => each.toLowerCase() === value.toLowerCase();
  return known.fieldsOf(target).some(({ values }) => values?.some(isSame));
}
