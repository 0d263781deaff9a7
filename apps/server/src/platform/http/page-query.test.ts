import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '#kernel/ids.ts';
import { countQuery, listOf, pageQuery, toPage } from './page-query.ts';

const id = '0'.repeat(32);

describe('pageQuery', () => {
  it('is the first twenty when nothing is said', () => {
    expect(pageQuery.parse({})).toEqual({ cursor: null, limit: 20 });
  });

  it('takes every id of ours for a cursor', () => {
    fc.assert(
      fc.property(fc.constantFrom('run', 'prj', 'cap', 'drop', 'prv', 'key'), (prefix) => {
        const cursor = newId(prefix);
        expect(pageQuery.parse({ cursor }).cursor).toBe(cursor);
      }),
    );
  });

  it.each([
    '',
    'run_1',
    `run_${id}0`,
    ` run_${id}`,
    `run_${id}\n`,
    `RUN_${id}`,
    `run_${id}' or '1'='1`,
    `run-${id}`,
    id,
  ])('refuses the cursor %j', (cursor) => {
    expect(pageQuery.safeParse({ cursor }).success).toBe(false);
  });

  it('refuses a cursor in which one character was changed to one that no id has', () => {
    const tampered = fc.tuple(
      fc.integer({ min: 0, max: 35 }),
      fc.constantFrom('g', 'G', '%', ' ', '_', 'é'),
    );
    fc.assert(
      fc.property(tampered, ([at, character]) => {
        fc.pre(at > 3);
        const cursor = newId('run');
        const changed = `${cursor.slice(0, at)}${character}${cursor.slice(at + 1)}`;
        expect(pageQuery.safeParse({ cursor: changed }).success).toBe(false);
      }),
    );
  });

  it.each([
    ['1', 1],
    ['100', 100],
    ['0', null],
    ['101', null],
    ['-1', null],
    ['1.5', null],
    ['many', null],
  ])('reads the limit %s as %s', (limit, wanted) => {
    expect(pageQuery.safeParse({ limit }).data?.limit ?? null).toBe(wanted);
  });

  it('refuses a parameter that it does not know', () => {
    expect(pageQuery.safeParse({ page: '2' }).success).toBe(false);
  });
});

describe('toPage', () => {
  it('gives pages that together are everything once, in order', () => {
    const sizes = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }));
    fc.assert(
      fc.property(sizes, ([count, limit]) => {
        const all = Array.from({ length: count }, (_, index) => ({
          id: String(index).padStart(3, '0'),
        }));
        const seen: { id: string }[] = [];
        for (let cursor: string | null = ''; cursor !== null; ) {
          const after: string = cursor;
          const found = all.filter((one) => one.id > after).slice(0, limit + 1);
          const page = toPage(found, limit);
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items);
          cursor = page.nextCursor;
        }
        expect(seen).toEqual(all);
      }),
    );
  });

  it('promises no page after a full last one', () => {
    expect(toPage([{ id: 'a' }, { id: 'b' }], 2).nextCursor).toBeNull();
    expect(toPage([{ id: 'a' }, { id: 'b' }, { id: 'c' }], 2).nextCursor).toBe('b');
  });
});

describe('a filter that takes several values', () => {
  const schema = listOf(z.enum(['a', 'b', 'c']));

  it.each([
    [undefined, []],
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    [
      ['a', 'b,c'],
      ['a', 'b', 'c'],
    ],
  ])('reads %j', (given, read) => {
    expect(schema.parse(given)).toEqual(read);
  });

  it.each(['', 'd', 'a,', 7, { a: 'a' }, 'a,'.repeat(20).concat('a')])('refuses %j', (given) => {
    expect(schema.safeParse(given).success).toBe(false);
  });
});

describe('a cursor that counts', () => {
  it('begins at nothing and takes what a page before said', () => {
    expect(countQuery.parse({})).toEqual({ cursor: '0', limit: 100 });
    expect(countQuery.parse({ cursor: '200', limit: '5' })).toEqual({ cursor: '200', limit: 5 });
  });

  it.each(['-1', '1.5', 'x', '', '99999999'])('refuses %j', (cursor) => {
    expect(countQuery.safeParse({ cursor }).success).toBe(false);
  });
});
