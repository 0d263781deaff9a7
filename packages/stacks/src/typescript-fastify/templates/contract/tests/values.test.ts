import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
// @if matched
import { expectMatch } from '../src/behaviours/tags.ts';
// @end
// @if tagged
import { isKnown } from '../src/behaviours/tags.ts';
// @end
// @if tags
import { tagOf } from '../src/behaviours/tags.ts';
import type { Call } from '../src/contract/operation.ts';
// @end
import { equals } from '../src/records/conditions.ts';
// @if ordered
import { expectOrder } from '../src/records/expect-order.ts';
// @end
import { createRecords } from '../src/records/records.ts';
import { changedValues, newValues, valuesOfColumns } from '../src/records/values.ts';
import { rows } from './support/rows.ts';
import { makeRow, testDatabase } from './support/world.ts';

// @if ordered
const [sample] = Object.values(rows);

describe('two moments of a row', () => {
  it('come in the order that the document wants', () => {
    assert.ok(sample);
    const ordered = [{ earlier: 'start', later: 'end', strict: true }];
    const resource = { ...sample.resource, ordered };
    const day = (start: unknown, end: unknown) => () => expectOrder(resource, { start, end });
    assert.doesNotThrow(day('2024-01-01', '2024-01-02'));
    assert.doesNotThrow(day(undefined, '2024-01-02'));
    assert.doesNotThrow(day(1, 2));
    assert.throws(day('2024-01-02T00:00:00Z', '2024-01-02T01:00:00+01:00'), /must be after/);
    assert.throws(day('b', 'a'), /must be after/);
  });
});

// @end
for (const [name, { resource, values }] of Object.entries(rows)) {
  const { key, numbers, rules } = resource;

  describe(`rows of ${name}`, () => {
    it('begin with what the server makes', () => {
      const known = numbers.includes(key.member) ? 7 : 'known';
      const given = { ...values, [key.member]: values[key.member] ?? known };
      const made = newValues(resource, given, null);
      const changed = changedValues(resource, { other: undefined }, null);
      const stored = valuesOfColumns(resource, made);
      assert.equal(made[key.member], given[key.member]);
      assert.ok(!('other' in changed));
      for (const [member, rule] of Object.entries(rules)) {
        if (member in given) continue;
        if (rule.made === 'created' || rule.made === 'changed')
          assert.ok(numbers.includes(member) || !Number.isNaN(Date.parse(String(made[member]))));
        if (rule.made === 'changed') assert.ok(changed[member] !== undefined);
        if (rule.made === 'version') assert.equal(made[member], 1);
        if (rule.made === 'token') assert.equal(String(made[member]).length, 32);
        if (rule.made === 'token' && rule.hashed) assert.notEqual(stored[member], made[member]);
      }
    });

    it('are not made of what cannot be kept', () => {
      const { made } = key;
      if (made === 'client') assert.throws(() => newValues(resource, {}, null), /is missing/);
      const { expires } = resource;
      if (expires !== undefined && rules[expires]?.lasts === undefined)
        assert.throws(() => newValues(resource, { ...values, [expires]: 'never' }, null), /no such moment/);
    });

    it('are found by their key, counted, changed and removed, and no others with them', async () => {
      const records = createRecords(testDatabase, resource);
      const row = await makeRow(name, null);
      const isIt = [records.keyIs(row[key.member])];
      assert.deepEqual((await records.find(isIt))?.[key.member], row[key.member]);
      assert.deepEqual(await records.change(isIt, {}), await records.find(isIt));
      assert.equal(await records.count(isIt), 1);
      assert.equal((await records.list(isIt)).length, 1);
      const all = await records.count([]);
      assert.equal(await records.remove(isIt), 1);
      assert.equal(await records.find(isIt), null);
      assert.equal(await records.reveal(isIt, key.member), null);
      assert.equal(await records.count([]), all - 1);
    });

    it('have no key that its column cannot hold', async () => {
      const records = createRecords(testDatabase, resource);
      for (const wrong of [{}, 'a\0', '\ud800', Number.NaN, 1e300])
        assert.equal(await records.count([equals(resource, key.member, wrong)]), 0);
      assert.equal(await records.count([equals(resource, key.member, null)]), 0);
    });
  });
}
// @if tags

const tagged = { id: 1, name: 'a' };
const callWith = (headers: Record<string, string>) => ({ request: { headers } }) as unknown as Call; // what is read of one

describe('tags of rows', () => {
  it('are others after every change', () => {
    assert.notEqual(tagOf(tagged), tagOf({ ...tagged, name: 'b' }));
  });

  // @end
  // @if tagged
  it('are known to who has them', () => {
    assert.ok(isKnown(callWith({ 'if-none-match': `W/${tagOf(tagged)}` }), tagged));
    assert.ok(!isKnown(callWith({}), tagged));
  });

  // @end
  // @if matched
  it('are asked for before a change where the document asks for them', () => {
    assert.doesNotThrow(() => expectMatch(callWith({}), tagged, undefined));
    assert.doesNotThrow(() => expectMatch(callWith({ 'if-match': tagOf(tagged) }), tagged, 'required'));
    assert.throws(() => expectMatch(callWith({}), tagged, 'required'), /Name the tag/);
    assert.throws(() => expectMatch(callWith({ 'if-match': '"x"' }), tagged, 'optional'), /has changed/);
  });
  // @end
  // @if tags
});
// @end
