import { PGlite } from '@electric-sql/pglite';
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedPool } from './templates/app/src/database/embedded-pool.ts';

const note = pgTable('note', {
  id: integer('id').primaryKey(),
  text: text('text').notNull(),
  isDone: boolean('is_done').notNull().default(false),
  tags: text('tags').array(),
  more: jsonb('more'),
});

describe('the pool of the embedded database', () => {
  let engine: PGlite;
  let database: PgDatabase<PgQueryResultHKT>;

  beforeAll(async () => {
    engine = await PGlite.create();
    // As in the app: this pool is all that Drizzle asks of one.
    database = drizzle({ client: new EmbeddedPool(engine) as never });
    await database.execute(
      sql`create table note (id integer primary key, text text not null, is_done boolean not null default false, tags text[], more jsonb)`,
    );
  }, 60_000);
  afterAll(() => engine.close());
  beforeEach(async () => void (await database.execute(sql`truncate note`)));

  const statements = async () =>
    (await engine.query<{ n: number }>('select count(*)::int as n from pg_prepared_statements'))
      .rows[0]?.n ?? 0;

  it('gives values of every kind as they were sent, each time', async () => {
    const row = { text: "it's", isDone: true, tags: ['a', 'b "c"'], more: { at: [1, null] } };
    for (const id of [1, 2, 3]) {
      const [made] = await database
        .insert(note)
        .values({ id, ...row })
        .returning();
      expect(made).toEqual({ id, ...row });
    }
    expect(await database.$count(note)).toBe(3);
    expect(await database.select().from(note).where(eq(note.id, 7))).toEqual([]);
    const { rows } = await engine.query('select text from note where more is not null');
    expect(rows).toHaveLength(3);
  });

  it('refuses an array that no column writes', async () => {
    await expect(database.execute(sql`select ${sql.param(['a'])}`)).rejects.toMatchObject({
      cause: { message: 'An array is given to a statement by its column.' },
    });
  });

  it('parses a statement once', async () => {
    const ask = (id: number) => database.select().from(note).where(eq(note.id, id));
    await ask(1);
    const before = await statements();
    for (const id of [2, 3, 4]) await ask(id);
    expect(await statements()).toBe(before);
  });

  it('keeps a few hundred statements and forgets the oldest', async () => {
    for (let n = 0; n < 400; n += 1) {
      await database.execute(sql.raw(`select ${n} as n`));
    }
    expect(await statements()).toBeLessThanOrEqual(300);
    expect(await database.execute(sql.raw('select 0 as n'))).toEqual({ rows: [{ n: 0 }] });
  });

  it('keeps nothing of a statement that fails, and goes on', async () => {
    const before = await statements();
    for (const id of ['one', 'two', 'three']) {
      await expect(database.execute(sql.raw(`select '${id}'::integer`))).rejects.toMatchObject({
        cause: { code: '22P02' },
      });
    }
    await expect(database.execute(sql`selects`)).rejects.toMatchObject({
      cause: { code: '42601' },
    });
    expect(await statements()).toBe(before);
    await database.insert(note).values({ id: 1, text: 'a' });
    await expect(database.insert(note).values({ id: 1, text: 'b' })).rejects.toMatchObject({
      cause: { code: '23505', constraint: 'note_pkey' },
    });
    expect(await database.$count(note)).toBe(1);
  });

  it('lets nobody into a transaction, which is all or nothing', async () => {
    const inside = database.transaction(async (transaction) => {
      await transaction.insert(note).values({ id: 1, text: 'a' });
      await new Promise((resolve) => setTimeout(resolve, 20));
      const asked = [1, 2, 3].map((id) => transaction.select().from(note).where(eq(note.id, id)));
      expect((await Promise.all(asked)).map(({ length }) => length)).toEqual([1, 0, 0]);
      throw new Error('changed my mind');
    });
    const outside = database.insert(note).values({ id: 2, text: 'b' });
    await expect(inside).rejects.toThrow('changed my mind');
    await outside;
    expect((await database.select().from(note)).map(({ id }) => id)).toEqual([2]);
  });

  it('answers many at once, each with what it asked for', async () => {
    const ids = Array.from({ length: 50 }, (_, id) => id);
    await Promise.all(ids.map((id) => database.insert(note).values({ id, text: `n${id}` })));
    const found = await Promise.all(
      ids.map((id) => database.select().from(note).where(eq(note.id, id))),
    );
    expect(found.map(([row]) => row?.text)).toEqual(ids.map((id) => `n${id}`));
  });
});
