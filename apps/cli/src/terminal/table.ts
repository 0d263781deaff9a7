import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';

/** Columns as wide as their widest cell; colours do not count. */
export function showTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => width(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd();
  return [pc.dim(line(head)), ...rows.map(line)].join('\n');
}

/** How many columns a terminal gives a text: two for emoji and East Asian characters, none for marks. */
export function width(text: string): number {
  const characters = [...stripVTControlCharacters(text)];
  return characters.reduce((columns, character) => columns + columnsOf(character), 0);
}

const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

function columnsOf(character: string): number {
  if (/\p{Mn}|\p{Me}|\u200d/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Text that came from elsewhere, made safe to print on one line. */
export function oneLine(text: string, length = 60): string {
  const plain = stripVTControlCharacters(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return width(plain) > length ? `${cut(plain, length - 1)}…` : plain;
}

/** The longest start that fits. */
function cut(text: string, columns: number): string {
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += columnsOf(character);
    if (used > columns) break;
    kept += character;
  }
  return kept;
}
