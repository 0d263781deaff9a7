import { eq, gte, ilike, lte, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Turns the value of a query parameter into a condition. */
export type Filter = (value: unknown) => SQL | undefined;

export const equals =
  (column: PgColumn): Filter =>
  (value) =>
    eq(column, value);

export const atLeast =
  (column: PgColumn): Filter =>
  (value) =>
    gte(column, value);

export const atMost =
  (column: PgColumn): Filter =>
  (value) =>
    lte(column, value);

/** True when one of the columns contains the value, whatever its case. */
export const contains =
  (...columns: PgColumn[]): Filter =>
  (value) => {
    const pattern = `%${String(value).replace(/[\\%_]/g, '\\$&')}%`;
    return or(...columns.map((column) => ilike(column, pattern)));
  };
