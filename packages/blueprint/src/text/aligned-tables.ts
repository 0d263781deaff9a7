import { type Token, tokenize } from './tokens.ts';

const RULE = /^[ \t]*-{3,}([ \t]{2,}-{3,})+[ \t]*$/;
const MOST_ROWS = 200;

/** Where each column begins, for lines of a table that is set in spaces and has a rule of dashes below its head; null for the rule. */
export type AlignedLines = ReadonlyMap<number, readonly number[] | null>;

/** By the offset of the line in the text. */
export function findAlignedTables(text: string): AlignedLines {
  const found = new Map<number, readonly number[] | null>();
  if (!text.includes('---')) return found;
  const lines = [...text.matchAll(/[^\n]*\n?/g)].map((match) => ({
    text: match[0].replace(/\r?\n$/, ''),
    offset: match.index,
  }));
  lines.forEach((rule, at) => {
    const head = lines[at - 1];
    if (!RULE.test(rule.text) || head === undefined || head.text.trim() === '') return;
    const columns = [...rule.text.matchAll(/-{3,}/g)].map(({ index }) => index);
    found.set(head.offset, columns);
    found.set(rule.offset, null);
    for (const row of lines.slice(at + 1, at + 1 + MOST_ROWS)) {
      if (row.text.trim() === '') break;
      found.set(row.offset, columns);
    }
  });
  return found;
}

/** The cells of such a line, each behind a bar, as if they had been written with bars. */
export function cellsOf(line: string, offset: number, columns: readonly number[]): Token[] {
  return columns.flatMap((from, at) => {
    const cell = line.slice(from, columns[at + 1] ?? line.length);
    const start = offset + from;
    return [
      {
        kind: 'symbol' as const,
        text: '|',
        lower: '|',
        start,
        end: start,
        possessive: false,
        quoted: false,
      },
      ...tokenize(cell, start),
    ];
  });
}
