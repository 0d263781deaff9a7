import { arrayContains } from 'drizzle-orm';
import { type PgColumn, text } from 'drizzle-orm/pg-core';
import type { Filter } from './filters.ts';

/** A set of these values as an array. */
export function choiceColumn<const Value extends string>(name: string, _values: readonly Value[]) {
  return text(name).array().$type<Value[]>();
}

/** True when the value is among those that were chosen. */
export const holds =
  (column: PgColumn): Filter =>
  (value) =>
    arrayContains(column, [value]);
