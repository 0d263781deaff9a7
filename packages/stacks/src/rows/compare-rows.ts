import type { AppMigration, KeptTable } from '../stack.ts';
import type { TableRows } from './table-rows.ts';

export type RowComparison = {
  /** Tables that were compared. */
  tables: number;
  rowsBefore: number;
  rowsAfter: number;
  /** Rows of before that are gone or have another value, though nothing said so. */
  rowsThatDiffer: number;
  /** Rows of tables that were dropped, as the migration had said. */
  rowsDropped: number;
  /** A line for each difference, the first ones alone. */
  differences: string[];
};

type Expected = Pick<AppMigration, 'kept' | 'dropped'>;
type Values = Record<string, string | null>;
type Found = { rows: number; lines: string[] };

const SHOWN = 20;

/**
 * Row by row: is what was in a database before its migration there afterwards, but for what the migration drops? A value
 * may be written differently in a new type; one that was empty may be filled where that was said.
 */
export function compareRows(
  before: readonly TableRows[],
  after: readonly TableRows[],
  { kept, dropped }: Expected,
): RowComparison {
  const found: Found = { rows: 0, lines: [] };
  const comparison = { tables: 0, rowsBefore: 0, rowsAfter: 0, rowsDropped: 0 };
  for (const old of before) {
    const table = kept.find(({ was }) => was === old.table);
    if (table === undefined) {
      const isNamed = dropped.includes(old.table);
      if (isNamed) comparison.rowsDropped += old.rows.length;
      else differ(found, old.rows.length, `${old.table} is gone`);
      continue;
    }
    const next = after.find((each) => each.table === table.name);
    comparison.tables += 1;
    comparison.rowsBefore += old.rows.length;
    comparison.rowsAfter += next?.rows.length ?? 0;
    compareColumns(found, old, table, dropped);
    compareTable(found, { old, next, table });
  }
  const { rows: rowsThatDiffer, lines } = found;
  return { ...comparison, rowsThatDiffer, differences: lines.slice(0, SHOWN) };
}

function differ(found: Found, rows: number, line: string): void {
  found.rows += rows;
  if (rows > 0) found.lines.push(line);
}

/** A column that is neither kept nor dropped by name is one that nobody accounts for. */
function compareColumns(
  found: Found,
  { table, columns, rows }: TableRows,
  kept: KeptTable,
  dropped: readonly string[],
): void {
  for (const column of columns) {
    const isKept = kept.columns.some(({ was }) => was === column);
    if (isKept || dropped.includes(`${table}.${column}`)) continue;
    differ(found, rows.length, `${table}.${column} is gone`);
  }
}

type Compared = { old: TableRows; next: TableRows | undefined; table: KeptTable };

function compareTable(found: Found, { old, next, table }: Compared): void {
  const rowsLeft = next === undefined ? [] : next.rows.map((row) => valuesOf(next, row));
  const key = keyOf(table);
  const byKey = new Map(rowsLeft.map((row) => [key(row, 'name'), row]));
  for (const values of old.rows) {
    const row = valuesOf(old, values);
    const same = byKey.get(key(row, 'was'));
    const wrong =
      same === undefined
        ? null
        : table.columns.find(
            ({ name, was, isFilled }) => !isSame(row[was] ?? null, same[name] ?? null, isFilled),
          );
    if (same === undefined) differ(found, 1, `${table.name}: a row is gone`);
    else if (wrong) differ(found, 1, `${table.name}.${wrong.name} has another value`);
  }
}

function valuesOf({ columns }: TableRows, row: readonly (string | null)[]): Values {
  return Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]));
}

/** By the id where there is one; a row of a link is known by all that is in it. */
function keyOf({ columns }: KeptTable) {
  const ids = columns.filter(({ was }) => was === 'id' || was === 'row_id');
  const used = ids.length > 0 ? ids : columns;
  return (row: Values, side: 'name' | 'was') =>
    JSON.stringify(used.map((column) => plain(row[column[side]] ?? null)));
}

function isSame(before: string | null, after: string | null, isFilled: boolean): boolean {
  return before === null && isFilled ? after !== null : plain(before) === plain(after);
}

const NUMBER = /^-?\d+\.\d+$/;
const MIDNIGHT = / 00:00:00(?:\+00)?$/;

/** `5` is `5.00` in a type of two decimals, and a day is its midnight in a type that has a time. */
function plain(value: string | null): string | null {
  if (value === null) return null;
  if (NUMBER.test(value)) return value.replace(/\.?0+$/, '');
  return value.replace(MIDNIGHT, '');
}
