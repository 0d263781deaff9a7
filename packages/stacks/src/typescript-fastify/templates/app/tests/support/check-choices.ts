import assert from 'node:assert/strict';
import { ids, type Row, walk } from './api.ts';

/** Each value that the row has chosen must find the row, and only rows that have chosen it. */
export async function checkHolds(
  path: string,
  row: Row,
  members: readonly string[],
): Promise<void> {
  for (const member of members) {
    const chosen = row[member];
    assert.ok(Array.isArray(chosen) && chosen.length > 0, member);
    for (const value of chosen) {
      const found = await walk(`${path}?limit=100&${member}=${encodeURIComponent(value)}`);
      assert.ok(ids(found).includes(row.id), member);
      assert.ok(
        found.every((other) => [other[member]].flat().includes(value)),
        member,
      );
    }
  }
}
