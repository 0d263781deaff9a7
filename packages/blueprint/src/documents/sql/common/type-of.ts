import { kindOfType } from '../../tables/column-kinds.ts';
import type { ColumnType } from '../../tables/tables.ts';

/** The type that the words behind a column's name say: the longest beginning that is one. */
export function typeOf(words: readonly string[], args: number[], values: string[]): ColumnType {
  const set = words.findIndex((word, index) => word === 'character' && words[index + 1] === 'set');
  const said = set < 0 ? words : words.slice(0, set);
  const isUnsigned = said.includes('unsigned');
  const rest = ['unsigned big int'].includes(said.join(' '))
    ? said
    : said.filter((word) => !['unsigned', 'signed', 'zerofill'].includes(word));
  let name = rest.join(' ');
  for (let length = rest.length; length > 0; length -= 1) {
    const beginning = rest.slice(0, length).join(' ');
    if (kindOfType(beginning) === 'unknown') continue;
    name = beginning;
    break;
  }
  return {
    name,
    args,
    isArray: false,
    isUnsigned,
    ...(values.length > 0 ? { values } : {}),
  };
}
