import type { Page } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageByPath, pathPageQuery } from './path-page.ts';

it('is the first thousand when nothing is said', () => {
  expect(pathPageQuery.parse({})).toEqual({ cursor: '', limit: 1_000 });
});

it.each([{ limit: '0' }, { limit: '1001' }, { cursor: 'x'.repeat(401) }, { page: '1' }])(
  'refuses %j',
  (query) => {
    expect(pathPageQuery.safeParse(query).success).toBe(false);
  },
);

it('gives every path once and in order, whatever the size of the pages', () => {
  const paths = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 40 });
  fc.assert(
    fc.property(paths, fc.integer({ min: 1, max: 50 }), (all, limit) => {
      const files = all.map((path) => ({ path }));
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: Page<{ path: string }> = pageByPath(files, { cursor, limit });
        seen.push(...page.items.map(({ path }) => path));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual([...all].sort());
    }),
  );
});
