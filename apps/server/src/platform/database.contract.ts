import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from './database.ts';

/** What every home of the database must do; each home's test calls this with an opener of an empty database. */
export function describeDatabase(name: string, open: () => Promise<DatabaseHandle>): void {
  describe(`Database: ${name}`, () => {
    let handle: DatabaseHandle;

    beforeAll(async () => {
      handle = await open();
      await handle.pool.query('CREATE TABLE account (id int PRIMARY KEY, balance int NOT NULL)');
    });
    afterAll(() => handle.close());
    beforeEach(async () => {
      await handle.pool.query('TRUNCATE account');
      await handle.pool.query('INSERT INTO account SELECT i, 100 FROM generate_series(1, 10) i');
    });

    async function onClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
      const client = await handle.pool.connect();
      try {
        return await work(client);
      } finally {
        client.release();
      }
    }

    describeTransactions(() => handle, onClient);
    describeStatements(() => handle, onClient);
    describeSessions(() => handle, onClient);
    describeNotifications(() => handle);
  });
}

type OnClient = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>;

function describeTransactions(handle: () => DatabaseHandle, onClient: OnClient): void {
  const total = async () => {
    const { rows } = await handle().pool.query('SELECT sum(balance)::int AS total FROM account');
    return rows[0].total;
  };

  it('keeps the sum of balances under concurrent transfers, half of which roll back', async () => {
    const transfer = (round: number) =>
      onClient(async (client) => {
        await client.query('BEGIN');
        await client.query('SELECT id FROM account WHERE id IN (1, 2) ORDER BY id FOR UPDATE');
        await client.query('UPDATE account SET balance = balance - 1 WHERE id = 1');
        await delay(round % 3);
        await client.query('UPDATE account SET balance = balance + 1 WHERE id = 2');
        await client.query(round % 2 === 0 ? 'COMMIT' : 'ROLLBACK');
      });

    await Promise.all(Array.from({ length: 40 }, (_, round) => transfer(round)));

    expect(await total()).toBe(1000);
    const { rows } = await handle().pool.query('SELECT balance FROM account WHERE id = 1');
    expect(rows[0].balance).toBe(80);
  });

  it('never shows a statement outside the transaction what is not committed', async () => {
    const seen: number[] = [];
    await onClient(async (client) => {
      await client.query('BEGIN');
      await client.query('UPDATE account SET balance = 0 WHERE id = 1');
      const outside = handle().pool.query('SELECT balance FROM account WHERE id = 1');
      await delay(20);
      await client.query('ROLLBACK');
      seen.push((await outside).rows[0].balance);
    });
    expect(seen).toEqual([100]);
  });

  it('refuses further statements after an error until the rollback, then works again', async () => {
    await onClient(async (client) => {
      await client.query('BEGIN');
      await expect(client.query('SELECT * FROM nowhere')).rejects.toMatchObject({ code: '42P01' });
      await expect(client.query('SELECT 1')).rejects.toMatchObject({ code: '25P02' });
      await client.query('ROLLBACK');
      expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    });
  });

  it('recovers from a failed parameterised statement in a transaction with a savepoint', async () => {
    await onClient(async (client) => {
      await client.query('BEGIN');
      await client.query('SAVEPOINT before');
      await expect(
        client.query('INSERT INTO account VALUES ($1, $2)', [1, 5]),
      ).rejects.toMatchObject({ code: '23505', constraint: 'account_pkey' });
      await client.query('ROLLBACK TO before');
      await client.query('INSERT INTO account VALUES ($1, $2)', [11, 5]);
      await client.query('COMMIT');
    });
    expect(await total()).toBe(1005);
  });

  it('rolls back when the connection ends in a transaction', async () => {
    const client = await handle().pool.connect();
    await client.query('BEGIN');
    await client.query('UPDATE account SET balance = 0');
    client.release(true);
    await expect.poll(total).toBe(1000);
  });

  it('rolls back a drizzle transaction that throws', async () => {
    const failing = handle().database.transaction(async (tx) => {
      await tx.execute(sql`UPDATE account SET balance = 0`);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await total()).toBe(1000);
  });

  it('serves a nested drizzle transaction as a savepoint', async () => {
    await handle().database.transaction(async (tx) => {
      await tx.execute(sql`UPDATE account SET balance = 1 WHERE id = 1`);
      await tx
        .transaction(async (inner) => {
          await inner.execute(sql`UPDATE account SET balance = 2 WHERE id = 1`);
          inner.rollback();
        })
        .catch(() => undefined);
    });
    const { rows } = await handle().pool.query('SELECT balance FROM account WHERE id = 1');
    expect(rows).toEqual([{ balance: 1 }]);
  });
}

function describeStatements(handle: () => DatabaseHandle, onClient: OnClient): void {
  it('keeps prepared statements with equal names on two connections apart', async () => {
    await onClient((one) =>
      onClient(async (other) => {
        const ask = (client: pg.PoolClient, text: string) =>
          client.query({ name: 'same', text, values: [7] });
        expect((await ask(one, 'SELECT $1::int AS a')).rows).toEqual([{ a: 7 }]);
        expect((await ask(other, 'SELECT $1::int + 1 AS b')).rows).toEqual([{ b: 8 }]);
        expect((await ask(one, 'SELECT $1::int AS a')).rows).toEqual([{ a: 7 }]);
        expect((await ask(other, 'SELECT $1::int + 1 AS b')).rows).toEqual([{ b: 8 }]);
      }),
    );
  });

  it('recovers when a named statement fails to parse', async () => {
    await onClient(async (client) => {
      await expect(
        client.query({ name: 'broken', text: 'SELEKT $1', values: [1] }),
      ).rejects.toMatchObject({ code: '42601' });
      const again = await client.query({
        name: 'mended',
        text: 'SELECT $1::text AS x',
        values: [1],
      });
      expect(again.rows).toEqual([{ x: '1' }]);
    });
  });

  it('answers many parallel statements, each with its own result', async () => {
    const asked = Array.from({ length: 300 }, (_, index) => index);
    const answers = await Promise.all(
      asked.map((index) => handle().pool.query('SELECT $1::int AS index', [index])),
    );
    expect(answers.map(({ rows }) => rows[0].index)).toEqual(asked);
  });

  it('returns 20 MB in 20,000 rows whole', async () => {
    const { rows } = await handle().pool.query(
      `SELECT i, repeat('x', 1000) AS text FROM generate_series(1, 20000) i`,
    );
    expect(rows).toHaveLength(20_000);
    expect(rows.every(({ text }) => text.length === 1000)).toBe(true);
  });

  it('takes a parameter of 5 MB and gives it back', async () => {
    const text = 'é'.repeat(2_500_000);
    const { rows } = await handle().pool.query('SELECT $1::text AS text', [text]);
    expect(rows[0].text === text).toBe(true);
  });

  it('runs several statements in one simple query', async () => {
    const answers: unknown = await handle().pool.query('SELECT 1 AS a; SELECT 2 AS b');
    expect(answers).toMatchObject([{ rows: [{ a: 1 }] }, { rows: [{ b: 2 }] }]);
  });

  it('fetches from a cursor in parts', async () => {
    await onClient(async (client) => {
      await client.query('BEGIN');
      await client.query('DECLARE numbers CURSOR FOR SELECT i FROM generate_series(1, 5) i');
      const sizes = [];
      for (let part = 0; part < 3; part++) {
        sizes.push((await client.query('FETCH 2 FROM numbers')).rows.length);
      }
      await client.query('COMMIT');
      expect(sizes).toEqual([2, 2, 1]);
    });
  });

  it('keeps types: json, bytea, arrays, timestamps, numeric', async () => {
    const { rows } = await handle().pool.query(
      `SELECT '{"a":[1]}'::jsonb AS json, '\\xff00'::bytea AS bytes, ARRAY['a','b'] AS list,
        '2026-01-02T03:04:05Z'::timestamptz AS at, 1.10::numeric AS amount`,
    );
    expect(rows[0]).toEqual({
      json: { a: [1] },
      bytes: Buffer.from([0xff, 0]),
      list: ['a', 'b'],
      at: new Date('2026-01-02T03:04:05Z'),
      amount: '1.10',
    });
  });
}

function describeSessions(handle: () => DatabaseHandle, onClient: OnClient): void {
  const setting = async (client: pg.PoolClient, name: string) =>
    (await client.query('SELECT current_setting($1, true) AS value', [name])).rows[0].value;

  it('keeps what one connection has SET away from the others', async () => {
    await onClient((one) =>
      onClient(async (other) => {
        await one.query("SET application_name = 'one'; SET app.tenant = 'red'");
        await other.query("SELECT set_config('app.tenant', 'blue', false)");
        expect(await setting(one, 'app.tenant')).toBe('red');
        expect(await setting(other, 'app.tenant')).toBe('blue');
        expect(await setting(one, 'application_name')).toBe('one');
        expect(await setting(other, 'application_name')).not.toBe('one');
        await one.query('RESET ALL');
        await other.query('RESET ALL');
      }),
    );
  });

  it('forgets SET LOCAL at the end of the transaction', async () => {
    await onClient(async (client) => {
      await client.query('BEGIN');
      await client.query("SELECT set_config('app.tenant', $1, true)", ['green']);
      expect(await setting(client, 'app.tenant')).toBe('green');
      await client.query('COMMIT');
      expect(await setting(client, 'app.tenant')).not.toBe('green');
    });
  });

  it('takes advisory locks of a transaction, one holder at a time', async () => {
    let holders = 0;
    let most = 0;
    const work = () =>
      handle().database.transaction(async (tx) => {
        await tx.execute(sql`SELECT pg_advisory_xact_lock(42)`);
        most = Math.max(most, ++holders);
        await delay(2);
        holders--;
      });
    await Promise.all(Array.from({ length: 5 }, work));
    expect(most).toBe(1);
  });

  it('answers its check', async () => {
    await expect(handle().check()).resolves.toBeUndefined();
  });
}

function describeNotifications(handle: () => DatabaseHandle): void {
  it('delivers a notification at commit, in order, to those who listen to its channel only', async () => {
    const heard: string[] = [];
    const stops = await Promise.all([
      handle().listen('orders', (payload) => heard.push(`first ${payload}`)),
      handle().listen('orders', (payload) => heard.push(`second ${payload}`)),
      handle().listen('others', (payload) => heard.push(`other ${payload}`)),
    ]);
    await handle().database.transaction(async (tx) => {
      await tx.execute(sql`SELECT pg_notify('orders', '1')`);
      await tx.execute(sql`SELECT pg_notify('orders', '2')`);
      await delay(20);
      expect(heard).toEqual([]);
    });
    await expect.poll(() => heard.length).toBe(4);
    expect(heard.filter((line) => line.startsWith('first'))).toEqual(['first 1', 'first 2']);
    expect(heard.filter((line) => line.startsWith('second'))).toEqual(['second 1', 'second 2']);
    await Promise.all(stops.map((stop) => stop()));
  });

  it('does not deliver what was rolled back', async () => {
    const heard: string[] = [];
    const stop = await handle().listen('orders', (payload) => heard.push(payload));
    await handle()
      .database.transaction(async (tx) => {
        await tx.execute(sql`SELECT pg_notify('orders', 'never')`);
        tx.rollback();
      })
      .catch(() => undefined);
    await handle().pool.query(`SELECT pg_notify('orders', 'last')`);
    await expect.poll(() => heard).toEqual(['last']);
    await stop();
  });

  it('goes on delivering to one listener when the other has stopped', async () => {
    const heard: string[] = [];
    const stopFirst = await handle().listen('orders', () => heard.push('first'));
    const stopSecond = await handle().listen('orders', () => heard.push('second'));
    await stopFirst();
    await handle().pool.query(`SELECT pg_notify('orders', '')`);
    await expect.poll(() => heard).toEqual(['second']);
    await stopSecond();
  });

  it('tells one listener of UNLISTEN on a channel of another connection nothing', async () => {
    const heard: string[] = [];
    const stop = await handle().listen('orders', (payload) => heard.push(payload));
    await handle().pool.query('UNLISTEN orders');
    await handle().pool.query('UNLISTEN *');
    await handle().pool.query(`SELECT pg_notify('orders', 'still')`);
    await expect.poll(() => heard).toEqual(['still']);
    await stop();
  });
}
