import { inArray, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { Refusal } from '../contract/refusal.ts';
import type { Database } from '../database/database.ts';
import { all, equals } from './conditions.ts';
import { columnOf, type Resource, type Row } from './resource.ts';

/** `offset 0` keeps the planner from reading the whole table at every level. Answers that show a tree are as deep as it is. */
const MOST_DEPTH = 500;

/** Finds the rows below some others, however deep, in one statement. */
export function isBelow(resource: Resource, keys: readonly unknown[]): SQL {
  const { key, above } = columnsOf(resource);
  return inArray(key, sql`(${linesBelow(resource, inArray(above, [...keys]))} select key from line)`);
}

/** Refuses a place below the row itself, or deeper than a tree may be; a new row has no key yet. */
export async function expectPlaceInTree(
  database: Database,
  resource: Resource,
  { key, parent, values = {} }: { key?: unknown; parent: unknown; values?: Row },
): Promise<void> {
  if (resource.tree === undefined || parent === undefined || parent === null) return;
  const { treeWithin: within = [] } = resource;
  const common = within.flatMap((member) =>
    values[member] === undefined ? [] : [equals(resource, member, values[member])],
  );
  if (common.length > 0) {
    const conditions = [equals(resource, resource.key.member, parent), ...common];
    const found = await database.select().from(resource.table).where(all(conditions)).limit(1);
    if (found.length === 0)
      throw new Refusal('no-reference', `There is no such ${resource.title} here.`);
  }
  const above = await keysFrom(database, resource, parent);
  if (key !== undefined && above.includes(key))
    throw new Refusal('conflict', `A ${resource.title} cannot come below itself.`);
  const height = key === undefined ? 0 : await heightBelow(database, resource, key);
  if (above.length + height >= MOST_DEPTH)
    throw new Refusal('invalid', `A tree is at most ${MOST_DEPTH} levels deep.`);
}

/** The key of a row and of those above it. */
async function keysFrom(database: Database, resource: Resource, from: unknown): Promise<unknown[]> {
  const { table } = resource;
  const { key, above } = columnsOf(resource);
  const line = sql`(with recursive line as (
    select ${key} as key, ${above} as above, 1 as depth from ${table} where ${equals(resource, resource.key.member, from)}
    union all
    select next.*, depth + 1 from line, lateral (
      select ${key}, ${above} from ${table} where ${key} = line.above offset 0) next where depth < ${MOST_DEPTH}
  ) select key from line)`;
  const rows = await database.select({ key }).from(table).where(inArray(key, line));
  return rows.map((row) => row.key);
}

async function heightBelow(database: Database, resource: Resource, from: unknown): Promise<number> {
  const first = equals(resource, resource.tree ?? '', from);
  const height = sql<number>`(${linesBelow(resource, first)} select coalesce(max(depth), 0)::int from line)`;
  const [found] = await database.select({ height }).from(sql`(select 1) as one`);
  return found?.height ?? 0;
}

function linesBelow(resource: Resource, first: SQL): SQL {
  const { table } = resource;
  const { key, above } = columnsOf(resource);
  return sql`with recursive line as (
    select ${key} as key, 1 as depth from ${table} where ${first}
    union all
    select next.*, depth + 1 from line, lateral (
      select ${key} from ${table} where ${above} = line.key offset 0) next where depth < ${MOST_DEPTH}
  )`;
}

function columnsOf(resource: Resource): { key: PgColumn; above: PgColumn } {
  return {
    key: columnOf(resource, resource.key.member),
    above: columnOf(resource, resource.tree ?? ''),
  };
}
