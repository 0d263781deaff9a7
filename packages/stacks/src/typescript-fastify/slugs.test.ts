import { expect, it } from 'vitest';
import type { Resource } from './templates/contract/src/records/resource.ts';
import { slugOf, withSlug } from './templates/contract/src/records/slugs.ts';

it('is lower case without accents, its words joined by hyphens', () => {
  expect(slugOf('  Hello,   Wörld! ')).toBe('hello-world');
  expect(slugOf('x'.repeat(200))).toHaveLength(80);
  expect(slugOf(undefined)).toBe('');
});

it('has a number where it is taken, and in the end what nobody has', () => {
  const resource = { rules: { slug: { slugOf: 'title' } } } as unknown as Resource; // all that is read of one
  const nth = (title: string, tries: number) => withSlug(resource, { title }, tries).slug;
  expect([1, 2, 3].map((tries) => nth('Rain', tries))).toEqual(['rain', 'rain-2', 'rain-3']);
  expect(nth('Rain', 11)).toMatch(/^rain-[0-9a-f]{16}$/);
  expect(nth('!', 1)).toBe('1');
  expect(withSlug(resource, { title: 'Rain', slug: 'known' }, 2).slug).toBe('known');
});
