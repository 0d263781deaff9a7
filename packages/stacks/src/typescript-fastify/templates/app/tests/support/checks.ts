import assert from 'node:assert/strict';
import type { z } from 'zod';
import { call, expectPage, ids, type Row, walk } from './api.ts';

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

/** The bounds include the value itself. */
export async function checkRanges(
  path: string,
  row: Row,
  members: readonly string[],
): Promise<void> {
  for (const member of members) {
    const value = encodeURIComponent(String(row[member]));
    const query = `${member}.gte=${value}&${member}.lte=${value}`;
    assert.ok(ids(await walk(`${path}?limit=100&${query}`)).includes(row.id), member);
  }
}

/** Every sort must give every row once, page by page, and descending is ascending read backwards. */
export async function checkSorts(path: string, sorts: readonly string[]): Promise<void> {
  const all = ids(await walk(`${path}?limit=100`));
  for (const sort of sorts) {
    const ascending = await walk(`${path}?limit=2&sort=${sort}`);
    const descending = await walk(`${path}?limit=3&sort=-${sort}`);
    assert.deepEqual(ids(ascending), all, sort);
    assert.deepEqual(ids(descending), all, sort);
    const values = (rows: Row[]) => rows.map((row) => row[sort]).filter((value) => value !== null);
    assert.deepEqual(values(ascending), values(descending).reverse(), sort);
  }
}

/** Text is found in any case, and the wildcards of SQL are plain characters. */
export async function checkSearch(path: string, row: Row, member: string): Promise<void> {
  const text = encodeURIComponent(String(row[member]).slice(0, 200).toUpperCase());
  assert.ok(ids(await walk(`${path}?limit=100&q=${text}`)).includes(row.id));
  assert.deepEqual((await expectPage(`${path}?q=${encodeURIComponent('%_\\%')}`)).items, []);
}

/** Of several creations at once with the same unique value, one wins. */
export async function checkRace(path: string, bodies: readonly object[]): Promise<void> {
  const answers = await Promise.all(bodies.map((body) => call('POST', path, body)));
  const statuses = answers.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, ...bodies.slice(1).map(() => 409)]);
}
