import { type SQL, sql } from 'drizzle-orm';
import { Refusal } from '../contract/refusal.ts';
import type { Order } from '../records/records.ts';
import { columnOf, type Resource, type Row, SEQUENCE } from '../records/resource.ts';

/** Where a page ends: the value that rows are sorted by, and the place among equals. */
export type Cursor = { value: unknown; sequence: number };

/** What is made meanwhile neither repeats nor hides a row, since the cursor names the last one that was seen. */
export function cursorOf(row: Row, order: Order | undefined): string {
  const value = order === undefined ? null : (row[order.member] ?? null);
  return Buffer.from(JSON.stringify([value, row[SEQUENCE]])).toString('base64url');
}

export function readCursor(cursor: unknown): Cursor {
  const [value, sequence] = parsed(Buffer.from(String(cursor), 'base64url').toString());
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence))
    throw new Refusal('invalid', 'The cursor is none that was given out.');
  return { value, sequence };
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return []; // whoever reads it refuses it
  }
}

/** Rows that come after the last one that was seen; where nothing is sorted by, in the order in which they were made. */
export function isBehind(
  resource: Resource,
  order: Order | undefined,
  { value, sequence }: Cursor,
): SQL {
  const place = columnOf(resource, SEQUENCE);
  const later = order?.descending ? sql`${place} < ${sequence}` : sql`${place} > ${sequence}`;
  if (order === undefined || order.member === SEQUENCE) return later;
  const column = columnOf(resource, order.member);
  // Empty members come last in ascending and first in descending order.
  if (value === null)
    return order.descending
      ? sql`(${column} is not null or ${later})`
      : sql`(${column} is null and ${later})`;
  const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
  if (!isScalar) throw new Refusal('invalid', 'The cursor is none that was given out.');
  const beyond = order.descending
    ? sql`${column} < ${value}`
    : sql`(${column} > ${value} or ${column} is null)`;
  return sql`(${beyond} or (${column} = ${value} and ${later}))`;
}
