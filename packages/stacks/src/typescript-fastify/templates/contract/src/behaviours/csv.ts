import type { Answer } from '../contract/answer.ts';

/** Rows as comma separated values (RFC 4180) below a line with the names of the columns. */
export function csv(status: number, names: readonly string[], rows: readonly unknown[][]): Answer {
  const lines = [names, ...rows].map((cells) => cells.map(cellOf).join(','));
  return {
    status,
    headers: { 'x-content-type-options': 'nosniff' },
    body: { type: 'text/csv; charset=utf-8', content: `${lines.join('\r\n')}\r\n` },
  };
}

/** Text that a spreadsheet would take for a formula has an apostrophe before it. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const isFormula = typeof value === 'string' && /^[=+\-@\t\r]/.test(text);
  const plain = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
