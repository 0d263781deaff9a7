import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
// @if cursors
import { cursorOf, isBehind, readCursor } from '../src/behaviours/cursor.ts';
// @end
// @if paged
import { linksOf } from '../src/behaviours/page-links.ts';
// @end
// @if sorted
import { orderOf } from '../src/behaviours/sort.ts';
// @end
// @if cursors
import { createRecords } from '../src/records/records.ts';
import { SEQUENCE } from '../src/records/resource.ts';
import { rows } from './support/rows.ts';
import { testDatabase } from './support/world.ts';
// @end

// @if paged
const place = { page: 2, pages: 3, size: 10, offset: 10, total: 25, next: 'abc' };
const paging = { size: 'limit', first: 1, initial: 10, most: 100 };

describe('links to the pages around', () => {
  it('name the parameter that moves and keep the others', () => {
    assert.equal(
      linksOf('/x?q=a&page=2', { ...paging, by: 'page', at: 'page' }, place),
      '</x?q=a&page=1>; rel="prev", </x?q=a&page=3>; rel="next"',
    );
    assert.equal(
      linksOf('/x', { ...paging, by: 'offset', at: 'skip' }, place),
      '</x?skip=0>; rel="prev", </x?skip=20>; rel="next"',
    );
    assert.equal(
      linksOf('/x', { ...paging, by: 'cursor', at: 'after' }, place),
      '</x?after=abc>; rel="next"',
    );
  });

  it('are none where there is nothing around', () => {
    const alone = { ...place, page: 1, pages: 1, offset: 0, total: 3, next: null };
    for (const by of ['page', 'offset', 'cursor'] as const)
      assert.equal(linksOf('/x', { ...paging, by, at: 'at' }, alone), null);
    assert.equal(linksOf('/x', undefined, place), null);
  });
});

// @end
// @if sorted
describe('the order of a list', () => {
  const sort = {
    parameter: 'sort',
    direction: 'order',
    by: { name: { member: 'name', descending: false } },
    initial: { member: 'made', descending: true },
  };

  it('is the one that the query asks for, else that of the document', () => {
    const orderBy = (query: Record<string, unknown>) => orderOf(sort, query);
    assert.deepEqual(orderBy({}), [sort.initial]);
    assert.deepEqual(orderBy({ sort: 'name' }), [{ member: 'name', descending: false }]);
    assert.deepEqual(orderBy({ sort: '-name' }), [{ member: 'name', descending: true }]);
    assert.deepEqual(orderBy({ sort: 'name:desc' }), [{ member: 'name', descending: true }]);
    assert.deepEqual(orderBy({ sort: 'name', order: 'DESC' }), [
      { member: 'name', descending: true },
    ]);
    assert.deepEqual(orderBy({ sort: 'constructor' }), [sort.initial]);
    assert.deepEqual(orderOf(undefined, { sort: 'name' }), []);
  });
});

// @end
// @if cursors
describe('cursors', () => {
  const order = { member: 'name', descending: false };

  it('name the last row that was seen', () => {
    const cursor = cursorOf({ name: 'b', [SEQUENCE]: 7 }, order);
    assert.deepEqual(readCursor(cursor), { value: 'b', sequence: 7 });
  });

  it('are refused when nobody gave them out', () => {
    for (const wrong of ['', 'x', 'e30', Buffer.from('[1,"x"]').toString('base64url')])
      assert.throws(() => readCursor(wrong), /none that was given out/);
  });

  it('lead to rows behind them, by any member and either way', async () => {
    for (const { resource } of Object.values(rows)) {
      const records = createRecords(testDatabase, resource);
      const { member } = resource.key;
      const value = resource.numbers.includes(member) ? 1 : '00000000-0000-4000-8000-000000000000';
      for (const descending of [false, true])
        for (const seen of [value, null]) {
          const behind = isBehind(resource, { member, descending }, { value: seen, sequence: 1 });
          assert.ok(Array.isArray(await records.list([behind])));
        }
      assert.ok(Array.isArray(await records.list([isBehind(resource, undefined, { value: null, sequence: 1 })])));
      assert.throws(
        () => isBehind(resource, { member, descending: true }, { value: {}, sequence: 1 }),
        /none that was given out/,
      );
    }
  });
});
// @end
