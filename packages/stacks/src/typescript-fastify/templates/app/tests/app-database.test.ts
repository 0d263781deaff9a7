import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type SQL, sql } from 'drizzle-orm';
import { database } from './support/api.ts';

/** On a server each connection of the pool has statements of its own, which the driver keeps. */
const isEmbedded = !process.env.TEST_DATABASE_URL;

describe('the database', () => {
  const rowsOf = async (query: SQL, from: Pick<typeof database, 'execute'> = database) => {
    // Both drivers answer with rows; which one it is the type does not say.
    const { rows } = (await from.execute(query)) as { rows: Record<string, unknown>[] };
    return rows;
  };
  const statements = async () =>
    Number((await rowsOf(sql`select count(*) as n from pg_prepared_statements`))[0]?.n);

  it('gives values of every kind as they were sent, each time', async () => {
    const more = { at: [1, null] };
    for (const [n, text] of [[1, "it's"] as const, [-2, ''] as const]) {
      const [row] = await rowsOf(
        sql`select ${n}::integer as n, ${text}::text as text, ${n > 0}::boolean as yes, ${more}::jsonb as more, ${null}::text as nothing`,
      );
      assert.deepEqual(row, { n, text, yes: n > 0, more, nothing: null });
    }
    const day = new Date('2026-02-03T04:05:06.789Z');
    const [row] = await rowsOf(
      sql`select ${day}::timestamptz = '2026-02-03 04:05:06.789Z' as same`,
    );
    assert.deepEqual(row, { same: true });
    assert.deepEqual(await rowsOf(sql`select 1 as n where false`), []);
  });

  it('goes on after a statement that fails, and says why it did', async () => {
    for (const text of ['one', 'two']) {
      const failing = database.execute(sql.raw(`select '${text}'::integer`));
      await assert.rejects(failing, ({ cause }) => cause.code === '22P02');
    }
    const broken = database.execute(sql`selects`);
    await assert.rejects(broken, ({ cause }) => cause.code === '42601');
    assert.deepEqual(await rowsOf(sql`select 1 as n`), [{ n: 1 }]);
  });

  it('answers many at once, each with what it asked for', async () => {
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    const answers = await Promise.all(numbers.map((n) => rowsOf(sql`select ${n}::integer as n`)));
    assert.deepEqual(
      answers.map(([row]) => row?.n),
      numbers,
    );
  });

  it('lets nobody into a transaction, which is all or nothing', async () => {
    await database.execute(sql`create table app_database_test (n integer)`);
    const add = (to: Pick<typeof database, 'execute'>, n: number) =>
      to.execute(sql`insert into app_database_test values (${n})`);
    const inside = database.transaction(async (transaction) => {
      await add(transaction, 1);
      await setTimeout(5);
      assert.deepEqual(await rowsOf(sql`select n from app_database_test`, transaction), [{ n: 1 }]);
      throw new Error('changed my mind');
    });
    const outside = add(database, 2);
    await assert.rejects(inside, /changed my mind/);
    await outside;
    assert.deepEqual(await rowsOf(sql`select n from app_database_test`), [{ n: 2 }]);
    await database.execute(sql`drop table app_database_test`);
  });

  it('keeps a few hundred statements, none that failed, and forgets the oldest', {
    skip: !isEmbedded,
  }, async () => {
    const before = await statements();
    await rowsOf(sql`select 1 as once_more`);
    await rowsOf(sql`select 1 as once_more`);
    assert.equal(await statements(), before + 1);
    await assert.rejects(database.execute(sql`select 'x'::integer as never`));
    assert.equal(await statements(), before + 1);
    for (let n = 0; n < 310; n += 1) await rowsOf(sql.raw(`select ${n} as n`));
    // Beside the one that asks for them.
    assert.ok((await statements()) <= 301);
    assert.deepEqual(await rowsOf(sql.raw('select 0 as n')), [{ n: 0 }]);
  });
});
