import { and, asc, avg, count, desc, inArray, type SQL, sum } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { statesOf } from './conditions.ts';
import { columnOf, type Gathered, type Resource, type Row, SEQUENCE } from './resource.ts';
import { expressionOf, shownColumns } from './shown-columns.ts';
// @if trees
import { isBelow } from './tree.ts';
// @end

const MOST_GATHERED = 5_000;

/** Adds to rows what is counted or taken from the rows that refer to them; one statement for each kind. */
export async function gather(
  database: Database,
  resource: Resource,
  rows: Row[],
): Promise<Row[]> {
  if (rows.length === 0 || resource.gathered.length === 0) return rows;
  const keys = rows.map((row) => row[resource.key.member]);
  let found = rows;
  for (const one of resource.gathered) {
    // @if trees
    const byKey = isTree(resource, one)
      ? await gatherTree(database, resource, one, keys)
      : await gatherOne(database, one, keys);
    // @end
    // @if !trees
    const byKey = await gatherOne(database, one, keys);
    // @end
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
): Promise<Map<unknown, unknown>> {
  const { from, by, take, member } = gathered;
  if (take === 'rows') return gatherRows(database, gathered, keys);
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
): Promise<Map<unknown, unknown>> {
  const { from, by, member } = gathered;
  const resource = from();
  const key = columnOf(resource, by);
  const rows: Row[] = await database
    .select(shownColumns(resource))
    .from(resource.table)
    .where(and(inArray(key, keys), ...statesOf(resource, gathered.when ?? [])))
    .orderBy(...ordersOf(resource, gathered))
    .limit(MOST_GATHERED);
  return grouped(rows, by, (row) => (member === undefined ? row : row[member]));
}

function ordersOf(resource: Resource, { order }: Gathered): SQL[] {
  const made = asc(columnOf(resource, SEQUENCE));
  if (order === undefined) return [made];
  return [(order.descending ? desc : asc)(columnOf(resource, order.member)), made];
}

function grouped<Value>(
  rows: readonly Row[],
  by: string,
  take: (row: Row) => Value,
): Map<unknown, Value[]> {
  const groups = new Map<unknown, Value[]>();
  for (const row of rows) {
    const group = groups.get(row[by]) ?? [];
    group.push(take(row));
    groups.set(row[by], group);
  }
  return groups;
}
// @if trees

function isTree(resource: Resource, { from, by, take, member }: Gathered): boolean {
  return from() === resource && resource.tree === by && take === 'rows' && member === undefined;
}

/** Below a tree there is more of it: all rows at once, each put below the one above. */
async function gatherTree(
  database: Database,
  resource: Resource,
  gathered: Gathered,
  keys: unknown[],
): Promise<Map<unknown, unknown>> {
  const { name, by } = gathered;
  const found: Row[] = await database
    .select(shownColumns(resource))
    .from(resource.table)
    .where(and(isBelow(resource, keys), ...statesOf(resource, gathered.when ?? [])))
    .orderBy(...ordersOf(resource, gathered))
    .limit(MOST_GATHERED);
  const others = resource.gathered.filter((one) => one.name !== name);
  const rows = await gather(database, { ...resource, gathered: others }, found);
  const below = grouped(rows, by, (row) => row);
  for (const row of rows) row[name] = below.get(row[resource.key.member]) ?? [];
  return below;
}
// @end
