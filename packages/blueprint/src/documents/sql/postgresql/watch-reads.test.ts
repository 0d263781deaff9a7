import fc from 'fast-check';
import { expect, it } from 'vitest';
import { watchReads } from './watch-reads.ts';

it('tells every property that nobody has looked at, and none that somebody has', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{3}$/), leaf, { minKeys: 1 }),
      fc.func(fc.boolean()),
      (properties, isRead) => {
        const root = { node: properties };
        const { tree, unread } = watchReads(root);
        const keys = Object.keys(properties);
        const read = keys.filter((key) => isRead(key));
        for (const key of read) expect(tree.node[key]).toBe(properties[key]);
        expect(tree.node).toBeDefined();

        expect(unread().map(({ key }) => key)).toEqual(keys.filter((key) => !read.includes(key)));
      },
    ),
  );
});

it('tells a part once that nobody has looked into, and looks through lists', () => {
  const { tree, unread } = watchReads({ list: [{ a: 1, b: { c: 2 } }], other: { d: 3 } });
  for (const { a } of tree.list) expect(a).toBe(1);

  expect(unread().map(({ key, above }) => [key, above.length])).toEqual([
    ['b', 1],
    ['other', 0],
  ]);
});
