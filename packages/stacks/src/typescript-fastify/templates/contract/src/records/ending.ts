import { type SQL, sql } from 'drizzle-orm';
import { columnOf, type Resource, type Row } from './resource.ts';

/** A row whose time is over, or that was read as often as it may be, is there for nobody. */
export function isOver(resource: Resource, row: Row): boolean {
  const { spent } = resource;
  if (isExpired(resource, row)) return true;
  const left = spent === undefined ? undefined : row[spent];
  return typeof left === 'number' && left <= 0;
}

/** Its time is over. */
export function isExpired({ expires }: Resource, row: Row): boolean {
  const until = expires === undefined ? undefined : row[expires];
  return typeof until === 'string' && Date.parse(until) <= Date.now();
}

/** Conditions for the rows that are still there. */
export function notOver(resource: Resource): SQL[] {
  const { expires, spent } = resource;
  const now = new Date().toISOString();
  return [
    ...(expires === undefined
      ? []
      : [sql`coalesce(${columnOf(resource, expires)} > ${now}, true)`]),
    ...(spent === undefined ? [] : [sql`coalesce(${columnOf(resource, spent)} > 0, true)`]),
  ];
}
