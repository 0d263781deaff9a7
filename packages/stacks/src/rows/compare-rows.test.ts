import { describe, expect, it } from 'vitest';
import { compareRows } from './compare-rows.ts';
import { readTableRows, type TableRows } from './table-rows.ts';

const column = (name: string, was = name, isFilled = false) => ({ name, was, isFilled });
const kept = [
  {
    name: 'invoice',
    was: 'bill',
    columns: [column('id'), column('total'), column('due_on', 'due'), column('code', 'code', true)],
  },
  { name: 'tagged', was: 'tagged', columns: [column('a'), column('b')] },
];
const dropped = ['bill.fax', 'note'];
const bills: TableRows = {
  table: 'bill',
  columns: ['id', 'total', 'due', 'code', 'fax'],
  rows: [
    ['1', '5', '2026-01-01', null, 'x'],
    ['2', '7.10', '2026-02-01', 'B', null],
  ],
};
const links: TableRows = { table: 'tagged', columns: ['a', 'b'], rows: [['1', '2']] };
const notes: TableRows = { table: 'note', columns: ['id'], rows: [['1']] };
const invoices: TableRows = {
  table: 'invoice',
  columns: ['id', 'total', 'due_on', 'code', 'more'],
  rows: [
    ['2', '7.1', '2026-02-01 00:00:00+00', 'B', null],
    ['1', '5.00', '2026-01-01 00:00:00+00', 'none', null],
  ],
};
const before = [bills, links, notes];
const compare = (after: TableRows[], old = before, drops = dropped) =>
  compareRows(old, after, { kept, dropped: drops });

describe('rows before and after a migration', () => {
  it('are the same by id, whatever the types write, and filled where that was said', () => {
    expect(compare([invoices, links])).toEqual({
      ...{ tables: 2, rowsBefore: 3, rowsAfter: 3, rowsDropped: 1, rowsThatDiffer: 0 },
      differences: [],
    });
  });

  it('may be more than they were', () => {
    const more = { ...invoices, rows: [...invoices.rows, ['3', '1', '2026-03-01', 'C', null]] };

    expect(compare([more, links])).toMatchObject({ rowsAfter: 4, rowsThatDiffer: 0 });
  });

  it.each<[string, TableRows[], string]>([
    ['a row that is gone', [{ ...invoices, rows: invoices.rows.slice(1) }, links], 'a row is gone'],
    ['a table that is gone', [links], 'a row is gone'],
    [
      'a value that is another',
      [
        { ...invoices, rows: invoices.rows.map(([id]) => [id ?? null, '5', '2026-01-01', 'B']) },
        links,
      ],
      'has another value',
    ],
    ['a link that is gone', [invoices, { ...links, rows: [['1', '3']] }], 'tagged: a row is gone'],
    [
      'a value that came to be empty',
      [{ ...invoices, rows: invoices.rows.map((row) => row.with(3, null)) }, links],
      'invoice.code has another value',
    ],
  ])('differ by %s', (_case, after, line) => {
    const { rowsThatDiffer, differences } = compare(after);

    expect(rowsThatDiffer).toBeGreaterThan(0);
    expect(differences.join('\n')).toContain(line);
  });

  it('differ by all that is dropped without being named', () => {
    expect(compare([invoices, links], before, []).differences).toEqual([
      'bill.fax is gone',
      'note is gone',
    ]);
    expect(compare([invoices, links], before, []).rowsThatDiffer).toBe(3);
  });

  it('are read from lines of JSON, and from nothing else', () => {
    expect(readTableRows(`${JSON.stringify(bills)}\n${JSON.stringify(links)}\n`)).toEqual([
      bills,
      links,
    ]);
    expect(() => readTableRows('{"table":"bill"}\n')).toThrow();
    expect(() => readTableRows('Segmentation fault')).toThrow();
  });
});
