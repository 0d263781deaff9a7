import { kindOfType } from '../../tables/column-kinds.ts';
import type { ColumnType } from '../../tables/tables.ts';

const SIGNS = new Set(['unsigned', 'signed']);

/** The type that the words behind a column's name say: the longest beginning that is one; `unread` are the others. */
export function typeOf(
  words: readonly string[],
  args: number[],
  values: string[],
): { type: ColumnType; unread: number[] } {
  const set = words.findIndex((word, index) => word === 'character' && words[index + 1] === 'set');
  const said = words.map((_word, index) => index).slice(0, set < 0 ? undefined : set);
  const isUnsigned = said.some((index) => words[index] === 'unsigned');
  const isBig = words.join(' ').startsWith('unsigned big int');
  const plain = said.filter((index) => isBig || !SIGNS.has(words[index] ?? ''));
  const nameTo = (length: number) =>
    plain
      .slice(0, length)
      .map((index) => words[index])
      .join(' ');
  let length = plain.length;
  while (length > 0 && kindOfType(nameTo(length)) === 'unknown') length -= 1;
  // Nothing of it is known: it is a type of SQLite, which takes any words.
  if (length === 0) length = plain.length;
  const read = new Set(plain.slice(0, length));
  return {
    type: {
      name: nameTo(length),
      args,
      isArray: false,
      isUnsigned,
      ...(values.length > 0 ? { values } : {}),
    },
    unread: words.flatMap((word, index) => (read.has(index) || SIGNS.has(word) ? [] : [index])),
  };
}
