import { asc, count, desc, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
// @if balances
import { withBalances } from './balances.ts';
// @end
import { all, equals } from './conditions.ts';
// @if ending
import { notOver } from './ending.ts';
// @end
// @if ranked
import { gather, rankOf } from './gather.ts';
// @end
// @if gatheringOnly
import { gather } from './gather.ts';
// @end
import { columnOf, type Resource, type Row, SEQUENCE } from './resource.ts';
import { shownColumns } from './shown-columns.ts';
// @if slugs
import { slugMember, withSlug } from './slugs.ts';
// @end
import { valuesOfColumns } from './values.ts';

export type Order = { member: string; descending: boolean };
/** A value, and how many rows have it. */
export type Group = { value: string; count: number };
export type Window = { limit: number; offset: number };

/** More than this is never read at once, whatever the document says. */
export const MOST_ROWS = 1_000;
const MOST_TRIES = 20;

// @if ranked
/** What has no figure yet comes last. */
function orderedBy(expression: SQL | ReturnType<typeof columnOf>, descending: boolean): SQL {
  return descending ? sql`${desc(expression)} nulls last` : asc(expression);
}

// @end
/** Secrets that are given out once, which the database has only the hashes of. */
function secretsOf({ rules }: Resource, values: Row): Row {
  return Object.fromEntries(Object.entries(values).filter(([member]) => rules[member]?.hashed));
}

export type Records = ReturnType<typeof createRecords>;

/** The rows of one resource. */
export function createRecords(database: Database, resource: Resource) {
  const { table } = resource;
  const shown = shownColumns(resource);
  // @if balances
  const whole = async (rows: Row[]) =>
    withBalances(resource, await gather(database, resource, rows));
  // @end
  // @if gatheringPlain
  const whole = (rows: Row[]) => gather(database, resource, rows);
  // @end
  // @if !gathering
  const whole = async (rows: Row[]) => rows;
  // @end

  return {
    async find(conditions: readonly SQL[]): Promise<Row | null> {
      const rows = await database.select(shown).from(table).where(all(conditions)).limit(1);
      return (await whole(rows))[0] ?? null;
    },

    /** One member of a row, also when it is not shown: the content of a file, the hash of a password. */
    async reveal(conditions: readonly SQL[], member: string): Promise<unknown> {
      const [row] = await database
        .select({ value: columnOf(resource, member) })
        .from(table)
        .where(all(conditions))
        .limit(1);
      return row?.value ?? null;
    },

    async list(
      conditions: readonly SQL[],
      order: readonly Order[] = [],
      { limit, offset }: Window = { limit: MOST_ROWS, offset: 0 },
    ): Promise<Row[]> {
      const by = [...order, { member: SEQUENCE, descending: order[0]?.descending ?? false }];
      // @if ranked
      const orders = by.map(({ member, descending }) =>
        orderedBy(rankOf(resource, member) ?? columnOf(resource, member), descending),
      );
      // @end
      // @if !ranked
      const orders = by.map(({ member, descending }) =>
        (descending ? desc : asc)(columnOf(resource, member)),
      );
      // @end
      const rows = await database
        .select(shown)
        .from(table)
        .where(all(conditions))
        .orderBy(...orders)
        .limit(limit)
        .offset(offset);
      return whole(rows);
    },

    // @if picking
    /** Any one of them, each as likely as the others. */
    async pick(conditions: readonly SQL[]): Promise<Row | null> {
      const rows = await database
        .select(shown)
        .from(table)
        .where(all(conditions))
        .orderBy(sql`random()`)
        .limit(1);
      return (await whole(rows))[0] ?? null;
    },

    // @end
    async count(conditions: readonly SQL[]): Promise<number> {
      const [row] = await database.select({ total: count() }).from(table).where(all(conditions));
      return row?.total ?? 0;
    },

    /** A number that is taken already, since a client chose it, is passed over. */
    async insert(values: Row): Promise<Row> {
      for (let tries = 1; ; tries += 1) {
        // @if slugs
        const slug = slugMember(resource);
        const tried = withSlug(resource, values, tries);
        const target = slug ?? resource.key.member;
        // @end
        // @if !slugs
        const tried = values;
        const target = resource.key.member;
        // @end
        const insert = database.insert(table).values(valuesOfColumns(resource, tried));
        const isChosen = values[target] !== undefined;
        const rows = await (isChosen
          ? insert
          : insert.onConflictDoNothing({ target: columnOf(resource, target) })
        ).returning(shown);
        const [row] = await whole(rows);
        if (row !== undefined) return { ...row, ...secretsOf(resource, values) };
        if (tries >= MOST_TRIES) throw new Error('No free number was found for a new row.');
      }
    },

    async change(conditions: readonly SQL[], values: Row): Promise<Row | null> {
      const set = valuesOfColumns(resource, values);
      if (Object.keys(set).length === 0) return this.find(conditions);
      const rows = await database.update(table).set(set).where(all(conditions)).returning(shown);
      return (await whole(rows))[0] ?? null;
    },

    // @if increments
    /** In one statement, so that of many at once none is lost. */
    async increment(
      conditions: readonly SQL[],
      member: string,
      by: number,
      stamps?: string,
    ): Promise<Row | null> {
      const column = columnOf(resource, member);
      const rows = await database
        .update(table)
        .set({
          [member]: sql`coalesce(${column}, 0) + ${by}`,
          ...(stamps !== undefined && { [stamps]: new Date().toISOString() }),
        })
        .where(all(conditions))
        .returning(shown);
      return (await whole(rows))[0] ?? null;
    },

    // @end
    // @if counting
    /** One reading more, or one less that is left; null where there is none left. */
    async countReading(
      conditions: readonly SQL[],
      { member, by, most, stamps }: { member: string; by: number; most?: string; stamps?: string },
    ): Promise<Row | null> {
      const column = columnOf(resource, member);
      const isAllowed =
        most === undefined
          ? sql`${by} > 0 or coalesce(${column} > 0, true)`
          : sql`coalesce(${column} < ${columnOf(resource, most)}, true)`;
      // Nobody said how many there are: there are enough.
      const before = by > 0 ? sql`coalesce(${column}, 0)` : column;
      const rows = await database
        .update(table)
        .set({
          [member]: sql`${before} + ${by}`,
          ...(stamps !== undefined && { [stamps]: new Date().toISOString() }),
        })
        .where(all([...conditions, sql`(${isAllowed})`]))
        .returning(shown);
      return (await whole(rows))[0] ?? null;
    },

    // @end
    // @if ending
    /** What is over is in nobody's way. */
    async forget(conditions: readonly SQL[]): Promise<void> {
      const over = notOver(resource).map((condition) => sql`not ${condition}`);
      if (over.length === 0) return;
      const isOver = sql`(${sql.join(over, sql` or `)})`;
      await database.delete(table).where(all([...conditions, isOver]));
    },

    // @end
    // @if taking
    /** As much less as there is, or nothing at all; null where there is not enough. */
    async take(conditions: readonly SQL[], member: string, amount: number): Promise<Row | null> {
      const column = columnOf(resource, member);
      const isEnough = sql`coalesce(${column}, 0) >= ${amount}`;
      return this.increment([...conditions, isEnough], member, -amount);
    },

    // @end
    // @if grouping
    /** How many rows have each value, or each element of a list; most of them first. */
    async groups(conditions: readonly SQL[], member: string): Promise<Group[]> {
      const column = columnOf(resource, member);
      const isList = resource.rules[member]?.kind === 'json';
      const value = isList
        ? sql<string>`jsonb_array_elements_text(case when jsonb_typeof(${column}) = 'array' then ${column} else '[]'::jsonb end)`
        : sql<string>`${column}::text`;
      const values = database
        .select({ value: value.as('value') })
        .from(table)
        .where(all(conditions))
        .as('values');
      return database
        .select({ value: values.value, count: count() })
        .from(values)
        .where(sql`${values.value} is not null`)
        .groupBy(values.value)
        .orderBy(desc(count()), asc(values.value))
        .limit(MOST_ROWS);
    },

    // @end
    // @if toggling
    async toggle(conditions: readonly SQL[], member: string): Promise<Row | null> {
      const column = columnOf(resource, member);
      const rows = await database
        .update(table)
        .set({ [member]: sql`not coalesce(${column}, false)` })
        .where(all(conditions))
        .returning(shown);
      return (await whole(rows))[0] ?? null;
    },

    // @end
    async remove(conditions: readonly SQL[]): Promise<number> {
      const key = columnOf(resource, resource.key.member);
      return (await database.delete(table).where(all(conditions)).returning({ key })).length;
    },

    keyIs: (value: unknown): SQL => equals(resource, resource.key.member, value),
  };
}
