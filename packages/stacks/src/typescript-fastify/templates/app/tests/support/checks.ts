import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import type { z } from 'zod';
import { call, expectPage, expectRow, ids, type Row, walk } from './api.ts';

type Refusal = readonly [member: string, what: string, value: unknown];

/** Each value must be refused, with the member as the place of the error. */
export function checkRefusals(
  schema: z.ZodType,
  valid: object,
  refusals: readonly Refusal[],
): void {
  for (const [member, what, value] of refusals) {
    const result = schema.safeParse({ ...valid, [member]: value });
    assert.equal(result.success, false, `${member}: ${what}`);
    const places = result.error?.issues.map(({ path }) => path[0]) ?? [];
    assert.ok(places.includes(member), `${member}: ${what}`);
  }
}

/** Each filter with the value of the row must find the row, and only rows with that value. */
export async function checkFilters(
  path: string,
  row: Row,
  members: readonly string[],
): Promise<void> {
  for (const member of members) {
    const value = encodeURIComponent(String(row[member]));
    const found = await walk(`${path}?limit=100&${member}=${value}`);
    assert.ok(ids(found).includes(row.id), member);
    assert.ok(
      found.every((other) => other[member] === row[member]),
      member,
    );
  }
}

/** The bounds include the value itself and nothing else. */
export async function checkRanges(
  path: string,
  row: Row,
  members: readonly string[],
): Promise<void> {
  for (const member of members) {
    const value = encodeURIComponent(String(row[member]));
    const query = `${member}.gte=${value}&${member}.lte=${value}`;
    const found = await walk(`${path}?limit=100&${query}`);
    assert.ok(ids(found).includes(row.id), member);
    assert.ok(
      found.every((other) => other[member] === row[member]),
      member,
    );
  }
}

/** A change is kept, leaves what it does not name as it was, and says when it was made. */
export async function checkUpdate(url: string, row: Row, changes: object): Promise<void> {
  await setTimeout(2);
  const updated = await expectRow(200, 'PATCH', url, changes);
  const { updatedAt } = updated;
// @if !locking
  assert.deepEqual(updated, { ...row, ...changes, updatedAt });
// @end
// @if locking
  const version = 'version' in row ? { version: Number(row.version) + 1 } : {};
  assert.deepEqual(updated, { ...row, ...changes, ...version, updatedAt });
// @end
  assert.ok(String(updatedAt) > String(row.updatedAt));
  assert.deepEqual(await expectRow(200, 'GET', url), updated);
}

/**
 * Every sort must give every row once, page by page; descending is ascending read backwards. Without a sort the rows come
 * in the order in which they were made.
 */
export async function checkSorts(
  path: string,
  sorts: readonly string[],
  ordered: readonly string[],
): Promise<void> {
  const usual = await walk(`${path}?limit=100`);
  const all = ids(usual);
  for (const sort of sorts) {
    const ascending = await walk(`${path}?limit=2&sort=${sort}`);
    const descending = await walk(`${path}?limit=3&sort=-${sort}`);
    assert.deepEqual(ids(ascending), all, sort);
    assert.deepEqual(ids(descending), all, sort);
    const values = (rows: Row[]) => rows.map((row) => row[sort]).filter((value) => value !== null);
    const found = values(ascending);
    assert.deepEqual(found, values(descending).reverse(), sort);
    if (sort === 'createdAt') assert.deepEqual(ascending, usual);
    if (ordered.includes(sort)) {
      assert.ok(
        found.slice(1).every((value, n) => !isBelow(value, found[n])),
        sort,
      );
    }
  }
}

/** Of numbers, decimals and ISO dates; how text is ordered is up to the database. */
function isBelow(one: unknown, other: unknown): boolean {
  const [first, second] = [Number(one), Number(other)];
  return Number.isNaN(first) ? String(one) < String(other) : first < second;
}

/** Text is found in any case, and the wildcards of SQL are plain characters. */
export async function checkSearch(
  path: string,
  row: Row,
  members: readonly string[],
): Promise<void> {
  for (const member of members) {
    const text = encodeURIComponent(String(row[member]).slice(0, 200).toUpperCase());
    assert.ok(ids(await walk(`${path}?limit=100&q=${text}`)).includes(row.id), member);
  }
  assert.deepEqual((await expectPage(`${path}?q=${encodeURIComponent('%_\\%')}`)).items, []);
}

/** Of several creations at once with the same unique value, one wins. */
export async function checkRace(path: string, bodies: readonly object[]): Promise<void> {
  const answers = await Promise.all(bodies.map((body) => call('POST', path, body)));
  const statuses = answers.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, ...bodies.slice(1).map(() => 409)]);
}
