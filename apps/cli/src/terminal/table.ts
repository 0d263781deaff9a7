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

function width(cell: string): number {
  return stripVTControlCharacters(cell).length;
}

/** Text that came from elsewhere, made safe to print on one line. */
export function oneLine(text: string, length = 60): string {
  const plain = stripVTControlCharacters(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return plain.length > length ? `${plain.slice(0, length - 1)}…` : plain;
}
