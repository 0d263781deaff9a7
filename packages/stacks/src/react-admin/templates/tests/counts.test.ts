import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
// @if people
import { roles } from '../src/people/roles.ts';
// @end
import { seed } from '../src/seed.ts';
// @if !people
import { call, database, empty, expectPage } from './support/api.ts';
// @end
// @if people
import { call, callers, database, empty, expectPage } from './support/api.ts';
// @end
import { apiTables } from './support/examples.ts';

const tables = apiTables.map(({ table }) => table);

describe('the counts', () => {
  before(async () => {
    await empty(...tables);
    await seed(database);
  });

  after(() => empty(...tables));

// @if !people
  it('are those of the rows that the lists show', async () => {
    const { status, body } = await call('GET', '/api/counts');
    assert.equal(status, 200);
    assert.ok(Object.keys(body).length > 0);
    for (const path of Object.keys(body)) {
      const { items } = await expectPage(`/api/${path}?limit=100`);
      assert.equal(body[path].total, items.length, path);
    }
  });
// @end
// @if people
  for (const role of roles) {
    it(`are those of the rows that the lists show to the role ${role}`, async () => {
      const caller = await callers.add(role);
      const { status, body } = await call('GET', '/api/counts', undefined, caller);
      assert.equal(status, 200);
      for (const path of Object.keys(body)) {
        const { items } = await expectPage(`/api/${path}?limit=100`, caller);
        assert.equal(body[path].total, items.length, path);
      }
    });
  }
// @end
});
