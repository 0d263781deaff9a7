import { describe, expect, it } from 'vitest';
import { bracketed, splitSql } from './split-sql.ts';

describe('splitSql', () => {
  it.each([
    ['brackets', `numeric(12, 2), "b" int`, ['numeric(12, 2)', '"b" int']],
    ['strings', `'a, ''b'', c', 'd'`, [`'a, ''b'', c'`, `'d'`]],
    ['names', `"a, ""b""", "c"`, [`"a, ""b"""`, `"c"`]],
    ['bodies', `$f$ a, ( $f$, b`, ['$f$ a, ( $f$', 'b']],
    ['brackets in strings', `'(', b`, [`'('`, 'b']],
  ])('leaves what stands in %s together', (_where, sql, parts) => {
    expect(splitSql(sql, ',')).toEqual(parts);
  });
});

describe('bracketed', () => {
  it('takes what stands in the first bracket, up to the one that closes it', () => {
    expect(bracketed(`check ("a" in ('(', ')') and ("b" > 0)) rest`)).toBe(
      `"a" in ('(', ')') and ("b" > 0)`,
    );
  });

  it('says that a bracket is not closed', () => {
    expect(() => bracketed(`check ("a" > (1)`)).toThrow('a bracket is not closed');
  });
});
