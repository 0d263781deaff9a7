import { type Cursor, endOffset, isDone, peek, tokenAt } from './cursor.ts';
import { opensFlag } from './flags.ts';
import { type Item, itemOf } from './statements.ts';
import { readValues } from './values.ts';

const BORDER = /^([,;).]|and|but|)$/;
/** What became of something, rather than which kind it is of. */
const OUTCOME = /(ed|en|ne|nt|id|not \S+)$/;

/** "whether it was cash or card", "whether they have accepted, declined or not answered": one of several, which nothing names. */
export function readWhetherChoice(cursor: Cursor): Item | null {
  const from = cursor.at;
  const start = tokenAt(cursor)?.start ?? 0;
  const values = opensFlag(cursor) ? readValues(cursor, false) : null;
  const isWhole = values !== null && (isDone(cursor) || BORDER.test(peek(cursor)));
  if (!isWhole || values.some((value) => !mayBeValue(value))) {
    cursor.at = from;
    return null;
  }
  const [first = '', second = ''] = values;
  const end = endOffset(cursor);
  // "whether it is done or not done".
  if (values.length === 2 && second === `not ${first}`) {
    const item = itemOf({ words: first.split(' '), plural: false, start, end });
    return { ...item, indefinite: false, qualities: { type: 'boolean' } };
  }
  const name = values.every((value) => OUTCOME.test(value)) ? 'status' : 'type';
  const item = itemOf({ words: [name], plural: false, start, end });
  return { ...item, indefinite: false, qualities: { values } };
}

function mayBeValue(value: string): boolean {
  return (
    value !== 'not' && value.split(' ').length < 4 && !/^(on|in|at|with|it|they)\b/.test(value)
  );
}
