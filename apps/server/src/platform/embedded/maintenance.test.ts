import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '../database.ts';
import { openEmbeddedTestDatabase } from '../testing/open-test-database.ts';
import { maintain } from './maintenance.ts';

describe('maintain', () => {
  let handle: DatabaseHandle;

  beforeAll(async () => {
    handle = await openEmbeddedTestDatabase();
    await handle.pool.query('CREATE TABLE worn (id int PRIMARY KEY, text text)');
    await handle.pool.query(
      `INSERT INTO worn SELECT i, repeat('x', 500) FROM generate_series(1, 1500) i`,
    );
    await handle.pool.query('ANALYZE worn; CHECKPOINT');
  });
  afterAll(() => handle.close());

  const size = async () => {
    const { rows } = await handle.pool.query(`SELECT pg_relation_size('worn')::int AS bytes`);
    return rows[0].bytes;
  };

  it('keeps a table from growing when its rows change over and over', async () => {
    const before = await size();
    const sizes = [];
    for (let round = 0; round < 6; round++) {
      await handle.pool.query(`UPDATE worn SET text = repeat($1, 500)`, [String(round)]);
      await handle.pool.query('SELECT pg_stat_force_next_flush()');
      expect(await maintain(handle.pool)).toContain('vacuum public.worn');
      sizes.push(await size());
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(before * 3);
  });

  it('writes the log down when it has grown, and then has nothing to do', async () => {
    const twentyMegabytes = `pg_logical_emit_message(false, 'test', repeat('x', 20000000))`;
    await handle.pool.query(`SELECT ${twentyMegabytes}`);
    expect(await maintain(handle.pool)).toContain('checkpoint');
    expect(await maintain(handle.pool)).toEqual([]);
  });
});
