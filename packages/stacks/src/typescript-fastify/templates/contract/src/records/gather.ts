// @if ranked
import { and, asc, avg, count, desc, inArray, type SQL, sql, sum } from 'drizzle-orm';
// @end
// @if !ranked
import { and, asc, avg, count, desc, inArray, type SQL, sum } from 'drizzle-orm';
// @end
import type { Database } from '../database/database.ts';
// @if hiding
import { equals, isNot, statesOf } from './conditions.ts';
// @end
// @if !hiding
import { statesOf } from './conditions.ts';
// @end
// @if ending
import { notOver } from './ending.ts';
// @end
import { columnOf, type Gathered, type Resource, type Row, SEQUENCE } from './resource.ts';
import { expressionOf, shownColumns } from './shown-columns.ts';
// @if trees
import { isBelow } from './tree.ts';
// @end

const MOST_GATHERED = 5_000;
/** About as much as an answer has room for beside the rows themselves. */
const MOST_CHARACTERS = 1_000_000;
const AT_ONCE = 100;

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
    found = found.map((row) => ({
      ...row,
      [one.name]: shownAs(one, byKey.get(row[resource.key.member]), row),
    }));
  }
  return found;
}

/** What is gathered as the row shows it. */
function shownAs({ take, none, or, shows, scale }: Gathered, value: unknown, row: Row): unknown {
  if (value === undefined || value === null) {
    if (take === 'rows') return [];
    if (none !== undefined) return none;
    if (or !== undefined) return row[or] ?? null;
    return take === 'average' || take === 'latest' ? null : 0;
  }
  if (scale !== undefined && typeof value === 'number') return value * scale;
  return shows === undefined ? value : (shows.find((one) => one.value === value)?.as ?? value);
}

async function gatherOne(
  database: Database,
  gathered: Gathered,
  keys: unknown[],
): Promise<Map<unknown, unknown>> {
  const { from, by, take, member } = gathered;
  if (take === 'rows') return gatherRows(database, gathered, keys);
  // @if latest
  if (take === 'latest') return gatherLatest(database, gathered, keys);
  // @end
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
    .where(and(inArray(key, keys), ...countedRows(gathered)))
    .groupBy(key);
  return new Map(rows.map((row) => [row.key, row.figure]));
}

// @if latest
/** A member of the row that was made last of those that refer to a row. */
async function gatherLatest(
  database: Database,
  gathered: Gathered,
  keys: unknown[],
): Promise<Map<unknown, unknown>> {
  const { from, by, member } = gathered;
  const resource = from();
  const key = columnOf(resource, by);
  const rows = await database
    .selectDistinctOn([key], { key, value: columnOf(resource, member ?? by) })
    .from(resource.table)
    .where(and(inArray(key, keys), ...countedRows(gathered)))
    .orderBy(key, desc(columnOf(resource, SEQUENCE)));
  return new Map(rows.map((row) => [row.key, row.value]));
}

// @end
async function gatherRows(
  database: Database,
  gathered: Gathered,
  keys: unknown[],
): Promise<Map<unknown, unknown>> {
  const { from, by, member } = gathered;
  const resource = from();
  const key = columnOf(resource, by);
  const conditions = [inArray(key, keys), ...countedRows(gathered)];
  const rows = await readBounded(database, gathered, conditions);
  return grouped(rows, by, (row) => (member === undefined ? row : row[member]));
}

// @if ranked
/** A figure of the rows that refer to a row, to order rows by; null for what is none. */
export function rankOf(resource: Resource, name: string): SQL | null {
  const gathered = resource.gathered.find((one) => one.name === name && one.take !== 'rows');
  if (gathered === undefined) return null;
  const { from, by, take, member, or } = gathered;
  const value = expressionOf(from(), member ?? by);
  const isBelow = sql`${expressionOf(from(), by)} = ${expressionOf(resource, resource.key.member)}`;
  if (take === 'latest') {
    const last = sql`(select ${value} from ${from().table}
      where ${and(isBelow, ...countedRows(gathered))} order by ${expressionOf(from(), SEQUENCE)} desc limit 1)`;
    return or === undefined ? last : sql`coalesce(${last}, ${expressionOf(resource, or)})`;
  }
  const figure = take === 'count' ? sql`count(*)` : take === 'average' ? avg(value) : sum(value);
  return sql`(select ${figure} from ${from().table} where ${and(isBelow, ...countedRows(gathered))})`;
}

// @end
/** In portions, until the answer is full. */
async function readBounded(
  database: Database,
  gathered: Gathered,
  conditions: readonly SQL[],
): Promise<Row[]> {
  const resource = gathered.from();
  const rows: Row[] = [];
  let left = MOST_CHARACTERS;
  for (let offset = 0; offset < MOST_GATHERED; offset += AT_ONCE) {
    const found: Row[] = await database
      .select(shownColumns(resource))
      .from(resource.table)
      .where(and(...conditions))
      .orderBy(...ordersOf(resource, gathered))
      .limit(AT_ONCE)
      .offset(offset);
    for (const row of found) {
      left -= JSON.stringify(row).length;
      if (left < 0) return rows;
      rows.push(row);
    }
    if (found.length < AT_ONCE) break;
  }
  return rows;
}

/** Rows in the states that are asked for; what not everybody sees is not seen within something else either. */
function countedRows({ from, when = [] }: Gathered): SQL[] {
  const resource = from();
  const states = statesOf(resource, when);
  // @if hiding
  const { hidden } = resource;
  if (hidden !== undefined) {
    const state = equals(resource, hidden.member, hidden.value);
    states.push(hidden.not ? state : isNot(state));
  }
  // @end
  // @if ending
  states.push(...notOver(resource));
  // @end
  return states;
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
  const conditions = [isBelow(resource, keys), ...countedRows(gathered)];
  const found = await readBounded(database, gathered, conditions);
  const others = resource.gathered.filter((one) => one.name !== name);
  const rows = await gather(database, { ...resource, gathered: others }, found);
  const below = grouped(rows, by, (row) => row);
  for (const row of rows) row[name] = below.get(row[resource.key.member]) ?? [];
  return below;
}
// @end
