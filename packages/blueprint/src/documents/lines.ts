import type { Position } from './document-invalid.ts';

const MOST_SHOWN = 160;

/** Lines of a text by offset; both count from 1. */
export type Lines = {
  positionAt: (offset: number) => Position;
  lineAt: (offset: number) => number;
  /** The line as it is shown: trimmed and cut. */
  textOf: (line: number) => string;
};

export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return {
    lineAt,
    positionAt: (offset) => {
      const line = lineAt(offset);
      return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
    },
    textOf: (line) => shorten(text.slice(starts[line - 1] ?? 0, starts[line] ?? text.length)),
  };
}

/** One line of at most 160 characters. */
export function shorten(text: string, most = MOST_SHOWN): string {
  const flat = text
    .slice(0, most * 4)
    .trim()
    .replace(/\s+/g, ' ');
  const cut = flat.length > most ? `${flat.slice(0, most - 1)}…` : flat;
  return cut.toWellFormed();
}
