import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from './database.ts';
import { MigrationHistoryChanged, migrate } from './migrate.ts';
import { openTestDatabase } from './testing/open-test-database.ts';

const first = { id: '0001-thing', sql: 'CREATE TABLE thing (id int)' };
const second = { id: '0002-thing', sql: 'ALTER TABLE thing ADD name text' };

describe('migrate', () => {
  let handle: DatabaseHandle;

  beforeEach(async () => {
    handle = await openTestDatabase();
  });
  afterEach(() => handle.close());

  const columns = async () => {
    const { rows } = await handle.pool.query(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'thing' ORDER BY name`,
    );
    return rows.map(({ name }) => name);
  };

  it('applies in the order given and says what it applied', async () => {
    expect(await migrate(handle, [first, second])).toEqual(['0001-thing', '0002-thing']);
    expect(await columns()).toEqual(['id', 'name']);
  });

  it('applies only what is new', async () => {
    await migrate(handle, [first]);
    expect(await migrate(handle, [first, second])).toEqual(['0002-thing']);
    expect(await migrate(handle, [first, second])).toEqual([]);
  });

  it('lets two that start together apply each migration once', async () => {
    const applied = await Promise.all([
      migrate(handle, [first, second]),
      migrate(handle, [first, second]),
    ]);
    expect(applied.flat().sort()).toEqual(['0001-thing', '0002-thing']);
  });

  it('changes nothing when one of them fails', async () => {
    const broken = { id: '0003-broken', sql: 'CREATE TABL x' };
    await expect(migrate(handle, [first, second, broken])).rejects.toThrow('Migration 0003-broken');
    expect(await columns()).toEqual([]);
    expect(await migrate(handle, [first])).toEqual(['0001-thing']);
  });

  it('refuses a migration that has changed since it was applied', async () => {
    await migrate(handle, [first]);
    const changed = { id: first.id, sql: 'CREATE TABLE thing (id bigint)' };
    await expect(migrate(handle, [changed, second])).rejects.toThrow(
      '0001-thing has changed since it was applied',
    );
    expect(await columns()).toEqual(['id']);
  });

  it('refuses a database that a later version has migrated', async () => {
    await migrate(handle, [first, second]);
    await expect(migrate(handle, [first])).rejects.toBeInstanceOf(MigrationHistoryChanged);
  });

  it('takes a changed line ending for the same migration', async () => {
    await migrate(handle, [{ id: 'x', sql: 'CREATE TABLE thing (\n id int)' }]);
    const other = [{ id: 'x', sql: 'CREATE TABLE thing (\r\n id int)\n' }];
    expect(await migrate(handle, other)).toEqual([]);
  });

  it('refuses two migrations with one id', async () => {
    await expect(migrate(handle, [first, first])).rejects.toThrow('0001-thing');
  });
});
