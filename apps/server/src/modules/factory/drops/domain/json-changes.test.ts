import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listJsonChanges } from './json-changes.ts';

const changes = (before: unknown, after: unknown) =>
  [...listJsonChanges(before, after)].map(({ path, kind }) => `${kind} ${path}`);

describe('listJsonChanges', () => {
  it('names members that were added, removed and changed', () => {
    expect(changes({ a: 1, b: 2, c: { d: 3 } }, { a: 1, b: 5, c: { e: 3 } })).toEqual([
      'changed /b',
      'removed /c/d',
      'added /c/e',
    ]);
  });

  it('matches lists by name, so that an insertion is one change', () => {
    const before = [{ name: 'Customer' }, { name: 'Invoice', fields: [{ name: 'number' }] }];
    const after = [
      { name: 'Address' },
      { name: 'Customer' },
      { name: 'Invoice', fields: [{ name: 'due' }, { name: 'number' }] },
    ];
    expect(changes(before, after)).toEqual(['added /Invoice/fields/due', 'added /Address']);
  });

  it('matches lists without names by position', () => {
    expect(changes([1, 2, 3], [1, 9])).toEqual(['changed /1', 'removed /2']);
    expect(changes([{ name: 'a' }, { name: 'a' }], [{ name: 'a' }])).toEqual(['removed /1']);
  });

  it('calls another shape a change of the whole', () => {
    expect(changes({ a: [1] }, { a: { 0: 1 } })).toEqual(['changed /a']);
    expect(changes(null, {})).toEqual(['changed ']);
    expect(changes([], {})).toEqual(['changed ']);
  });

  it('escapes names as a JSON pointer does', () => {
    expect(changes({}, { 'a/b~c': 1 })).toEqual(['added /a~1b~0c']);
  });

  it('is not misled by names that objects have by nature', () => {
    const before = JSON.parse('{"__proto__": 1, "constructor": 2}');
    expect(changes(before, {})).toEqual(['removed /__proto__', 'removed /constructor']);
    expect(changes({}, before)).toEqual(['added /__proto__', 'added /constructor']);
  });

  it('finds no difference in a document and its copy, and some between different ones', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        const copy = JSON.parse(JSON.stringify(left));
        expect(changes(JSON.parse(JSON.stringify(left)), copy)).toEqual([]);
        const isSame = canonical(left) === canonical(right);
        expect(changes(copy, JSON.parse(JSON.stringify(right))).length === 0).toBe(isSame);
      }),
    );
  });
});

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, child: unknown) =>
    typeof child === 'object' && child !== null && !Array.isArray(child)
      ? Object.fromEntries(Object.entries(child).sort(([a], [b]) => (a < b ? -1 : 1)))
      : child,
  );
}
