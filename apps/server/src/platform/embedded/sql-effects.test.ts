import { describe, expect, it } from 'vitest';
import { sqlEffects } from './sql-effects.ts';

describe('sqlEffects', () => {
  it.each([
    ["SET app.tenant = 'x'", ['app.tenant']],
    ['set session search_path to a', ['search_path']],
    ['SELECT 1; SET a TO 1', ['a']],
    ["SELECT set_config('app.x', $1, false)", ['app.x']],
    ["SELECT set_config( 'app.x', 'y', false), set_config('b', 'c', true)", ['app.x']],
    ['SET ROLE reader', ['role']],
  ])('sees that %s outlives its transaction', (sql, settings) => {
    expect(sqlEffects(sql)).toMatchObject({ isSettingChange: true, settings });
  });

  it.each(['RESET ALL', 'reset search_path'])('sees that %s changes settings', (sql) => {
    expect(sqlEffects(sql).isSettingChange).toBe(true);
  });

  it.each([
    "SET LOCAL app.tenant = 'x'",
    'SET TRANSACTION ISOLATION LEVEL SERIALIZABLE',
    'SET CONSTRAINTS ALL DEFERRED',
    "SELECT set_config('app.tenant', $1, true)",
    'UPDATE t SET a = 1',
    'SELECT 1',
  ])('sees that %s leaves no trace', (sql) => {
    expect(sqlEffects(sql).isSettingChange).toBe(false);
  });

  it.each([
    ['LISTEN a', ['a']],
    ['LISTEN "A b"', ['A b']],
    ['listen A; listen B', ['a', 'b']],
  ])('reads the channels of %s', (sql, listen) => {
    expect(sqlEffects(sql)).toMatchObject({ listen, unlisten: [] });
  });

  it('reads the channels of UNLISTEN', () => {
    expect(sqlEffects('UNLISTEN a; UNLISTEN *')).toMatchObject({
      listen: [],
      unlisten: ['a', '*'],
    });
  });

  it.each(['DISCARD ALL', 'deallocate all', 'DEALLOCATE PREPARE ALL', 'COPY t (a) FROM STDIN'])(
    'refuses %s',
    (sql) => {
      expect(sqlEffects(sql).refused).toContain('not available on the embedded database');
    },
  );
});
