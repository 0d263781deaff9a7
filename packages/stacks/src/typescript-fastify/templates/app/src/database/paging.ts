import { and, asc, eq, gt, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { decodeCursor, encodeCursor, type SortValue } from '../http/cursor.ts';
import type { Filter } from './filters.ts';

/** What can be asked of a list: `filters` by query parameter, `sorts` by name. */
export type Listing = {
  id: PgColumn;
  filters: Readonly<Record<string, Filter>>;
  sorts: Readonly<Record<string, PgColumn>>;
};
export type ListQuery = { limit: number; sort: string; cursor?: string | undefined };
export type Page<Row> = { items: Row[]; nextCursor: string | null };

/** Keyset pagination: stable while rows are added, and as quick on page 1,000 as on page 1. */
export function planPage(listing: Listing, query: ListQuery) {
  const descending = query.sort.startsWith('-');
  const column = listing.sorts[query.sort.replace('-', '')] ?? listing.id;
  const conditions = Object.entries(query).map(([name, value]) =>
    value === undefined || !Object.hasOwn(listing.filters, name)
      ? undefined
      : listing.filters[name]?.(value),
  );
  if (query.cursor !== undefined) {
    const { value, id } = decodeCursor(query.cursor, query.sort);
    conditions.push(after(column, listing.id, value, id, descending));
  }
  return {
    where: and(...conditions),
    orderBy: [descending ? sql`${column} desc nulls last` : asc(column), asc(listing.id)],
    // One row more than asked for tells whether there is a next page.
    limit: query.limit + 1,
  };
}

/** The rows after (value, id) when nulls come last in both directions and the id breaks ties upwards. */
function after(
  column: PgColumn,
  idColumn: PgColumn,
  value: SortValue,
  id: string,
  descending: boolean,
): SQL | undefined {
  if (value === null) return and(isNull(column), gt(idColumn, id));
  return or(
    descending ? lt(column, value) : gt(column, value),
    and(eq(column, value), gt(idColumn, id)),
    isNull(column),
  );
}

export function toPage<Row extends { id: string }>(rows: Row[], query: ListQuery): Page<Row> {
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  if (last === undefined || rows.length <= query.limit) return { items, nextCursor: null };
  const name = query.sort.replace('-', '');
  const value: unknown = Object.entries(last).find(([key]) => key === name)?.[1];
  return { items, nextCursor: encodeCursor(query.sort, value, last.id) };
}
