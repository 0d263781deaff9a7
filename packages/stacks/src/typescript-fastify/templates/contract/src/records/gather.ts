import { asc, avg, count, inArray, sum } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import {
  columnOf,
  type Gathered,
  type Resource,
  type Row,
  SEQUENCE,
  shownColumns,
} from './resource.ts';

const MOST_GATHERED = 5_000;
const MOST_DEPTH = 100;

/** Adds to rows what is counted or taken from the rows that refer to them; one statement for each kind. */
export async function gather(
  database: Database,
  resource: Resource,
  rows: Row[],
  depth = 0,
): Promise<Row[]> {
  if (rows.length === 0 || resource.gathered.length === 0 || depth > MOST_DEPTH) return rows;
  const keys = rows.map((row) => row[resource.key.member]);
  let found = rows;
  for (const one of resource.gathered) {
    const byKey = await gatherOne(database, one, keys, depth);
    const none = one.take === 'rows' ? [] : one.take === 'average' ? null : 0;
    found = found.map((row) => ({
      ...row,
      [one.name]: byKey.get(row[resource.key.member]) ?? none,
    }));
  }
  return found;
}

async function gatherOne(
  database: Database,
  gathered: Gathered,
  keys: unknown[],
  depth: number,
): Promise<Map<unknown, unknown>> {
  const { from, by, take, member } = gathered;
  if (take === 'rows') return gatherRows(database, gathered, keys, depth);
  const resource = from();
  const key = columnOf(resource, by);
  const column = columnOf(resource, member ?? by);
  const figure =
    take === 'count'
      ? count()
      : take === 'average'
        ? avg(column).mapWith(Number)
        : sum(column).mapWith(Number);
  const rows = await database
    .select({ key, figure })
    .from(resource.table)
    .where(inArray(key, keys))
    .groupBy(key);
  return new Map(rows.map((row) => [row.key, row.figure]));
}

async function gatherRows(
  database: Database,
  { from, by, member }: Gathered,
  keys: unknown[],
  depth: number,
): Promise<Map<unknown, unknown>> {
  const resource = from();
  const key = columnOf(resource, by);
  const found: Row[] = await database
    .select(shownColumns(resource))
    .from(resource.table)
    .where(inArray(key, keys))
    .orderBy(asc(columnOf(resource, SEQUENCE)))
    .limit(MOST_GATHERED);
  // Below a tree there is more of it.
  const rows = resource.tree === by ? await gather(database, resource, found, depth + 1) : found;
  const grouped = new Map<unknown, unknown[]>();
  for (const row of rows)
    grouped.set(row[by], [
      ...(grouped.get(row[by]) ?? []),
      member === undefined ? row : row[member],
    ]);
  return grouped;
}
