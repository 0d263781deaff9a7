import assert from 'node:assert/strict';
import { geoPoint } from '../../src/fields/geo-point.ts';
import { ids, type Row, walk } from './api.ts';

/** The row is found from where it is, and not from the other side of the globe. */
export async function checkNear(path: string, row: Row, members: readonly string[]): Promise<void> {
  for (const member of members) {
    const { latitude, longitude } = geoPoint().parse(row[member]);
    const find = async (place: string) =>
      ids(await walk(`${path}?limit=100&${member}.near=${place},1`));
    assert.ok((await find(`${latitude},${longitude}`)).includes(row.id), member);
    const opposite = longitude > 0 ? longitude - 180 : longitude + 180;
    assert.ok(!(await find(`${-latitude},${opposite}`)).includes(row.id), member);
  }
}
