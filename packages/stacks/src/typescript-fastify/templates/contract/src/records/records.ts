import { asc, count, desc, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { all, equals } from './conditions.ts';
import { gather } from './gather.ts';
import { columnOf, type Resource, type Row, SEQUENCE } from './resource.ts';
import { shownColumns } from './shown-columns.ts';
import { valuesOfColumns } from './values.ts';

export type Order = { member: string; descending: boolean };
export type Window = { limit: number; offset: number };

/** More than this is never read at once, whatever the document says. */
export const MOST_ROWS = 1_000;
const MOST_TRIES = 20;

/** Secrets that are given out once, which the database has only the hashes of. */
function secretsOf({ rules }: Resource, values: Row): Row {
  return Object.fromEntries(Object.entries(values).filter(([member]) => rules[member]?.hashed));
}

export type Records = ReturnType<typeof createRecords>;

/** The rows of one resource. */
export function createRecords(database: Database, resource: Resource) {
  const { table } = resource;
  const shown = shownColumns(resource);

  return {
    async find(conditions: readonly SQL[]): Promise<Row | null> {
      const rows = await database.select(shown).from(table).where(all(conditions)).limit(1);
      return (await gather(database, resource, rows))[0] ?? null;
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
      const orders = by.map(({ member, descending }) =>
        (descending ? desc : asc)(columnOf(resource, member)),
      );
      const rows = await database
        .select(shown)
        .from(table)
        .where(all(conditions))
        .orderBy(...orders)
        .limit(limit)
        .offset(offset);
      return gather(database, resource, rows);
    },

    async count(conditions: readonly SQL[]): Promise<number> {
      const [row] = await database.select({ total: count() }).from(table).where(all(conditions));
      return row?.total ?? 0;
    },

    /** A number that is taken already, since a client chose it, is passed over. */
    async insert(values: Row): Promise<Row> {
      for (let tries = 1; ; tries += 1) {
        const insert = database.insert(table).values(valuesOfColumns(resource, values));
        const isChosen = values[resource.key.member] !== undefined;
        const rows = await (isChosen
          ? insert
          : insert.onConflictDoNothing({ target: columnOf(resource, resource.key.member) })
        ).returning(shown);
        const [row] = await gather(database, resource, rows);
        if (row !== undefined) return { ...row, ...secretsOf(resource, values) };
        if (tries >= MOST_TRIES) throw new Error('No free number was found for a new row.');
      }
    },

    async change(conditions: readonly SQL[], values: Row): Promise<Row | null> {
      const set = valuesOfColumns(resource, values);
      if (Object.keys(set).length === 0) return this.find(conditions);
      const rows = await database.update(table).set(set).where(all(conditions)).returning(shown);
      return (await gather(database, resource, rows))[0] ?? null;
    },

    /** In one statement, so that of many at once none is lost. */
    async increment(conditions: readonly SQL[], member: string, by: number): Promise<Row | null> {
      const column = columnOf(resource, member);
      const rows = await database
        .update(table)
        .set({ [member]: sql`coalesce(${column}, 0) + ${by}` })
        .where(all(conditions))
        .returning(shown);
      return (await gather(database, resource, rows))[0] ?? null;
    },

    /** As much less as there is, or nothing at all; null where there is not enough. */
    async take(conditions: readonly SQL[], member: string, amount: number): Promise<Row | null> {
      const column = columnOf(resource, member);
      const isEnough = sql`coalesce(${column}, 0) >= ${amount}`;
      return this.increment([...conditions, isEnough], member, -amount);
    },

    async toggle(conditions: readonly SQL[], member: string): Promise<Row | null> {
      const column = columnOf(resource, member);
      const rows = await database
        .update(table)
        .set({ [member]: sql`not coalesce(${column}, false)` })
        .where(all(conditions))
        .returning(shown);
      return (await gather(database, resource, rows))[0] ?? null;
    },

    async remove(conditions: readonly SQL[]): Promise<number> {
      const key = columnOf(resource, resource.key.member);
      return (await database.delete(table).where(all(conditions)).returning({ key })).length;
    },

    keyIs: (value: unknown): SQL => equals(resource, resource.key.member, value),
  };
}
