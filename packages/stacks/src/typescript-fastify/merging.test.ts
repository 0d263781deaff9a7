import { expect, it } from 'vitest';
import { mergedInto } from './templates/contract/src/behaviours/merging.ts';

it('merges objects into those that are there, as RFC 7396 has it', () => {
  const row = { title: 'a', labels: { keep: '1', gone: '2', deep: { x: 1, y: 2 } }, none: null };
  expect(
    mergedInto(row, {
      title: 'b',
      labels: { gone: null, added: '3', deep: { x: null, z: [1, null] }, __proto__: null },
      none: { a: 'c', b: null },
    }),
  ).toEqual({
    title: 'b',
    labels: { keep: '1', added: '3', deep: { y: 2, z: [1, null] } },
    none: { a: 'c' },
  });
  expect(mergedInto(row, { labels: null })).toEqual({ labels: null });
});
