import { and, asc, avg, count, desc, inArray, sum } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { statesOf } from './conditions.ts';
import { columnOf, type Gathered, type Resource, type Row, SEQUENCE } from './resource.ts';
import { expressionOf, shownColumns } from './shown-columns.ts';

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
  const value = expressionOf(resource, member ?? by);
  const figure =
    take === 'count'
      ? count()
      : take === 'average'
        ? avg(value).mapWith(Number)
        : sum(value).mapWith(Number);
  const rows = await database
    .select({ key, figure })
    .from(resource.table)
    .where(and(inArray(key, keys), ...statesOf(resource, gathered.when ?? [])))
    .groupBy(key);
  return new Map(rows.map((row) => [row.key, row.figure]));
}

async function gatherRows(
  database: Database,
  gathered: Gathered,
  keys: unknown[],
  depth: number,
): Promise<Map<unknown, unknown>> {
  const { from, by, member, order } = gathered;
  const resource = from();
  const key = columnOf(resource, by);
  const first =
    order === undefined
      ? []
      : [(order.descending ? desc : asc)(columnOf(resource, order.member))];
  const found: Row[] = await database
    .select(shownColumns(resource))
    .from(resource.table)
    .where(and(inArray(key, keys), ...statesOf(resource, gathered.when ?? [])))
    .orderBy(...first, asc(columnOf(resource, SEQUENCE)))
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
