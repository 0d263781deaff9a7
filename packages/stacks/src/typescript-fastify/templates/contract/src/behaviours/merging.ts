import { isObject } from '../contract/json.ts';
import type { Row } from '../records/resource.ts';

/** What is given of a row, with the objects in it merged into those that are there (RFC 7396). */
export function mergedInto(row: Row, given: Row): Row {
  return Object.fromEntries(
    Object.entries(given).map(([member, value]) => [
      member,
      isObject(value) ? merged(row[member], value) : value,
    ]),
  );
}

/** Null takes a member away; what is no object takes the place of what was there. */
function merged(before: unknown, patch: object): object {
  const result = new Map(isObject(before) ? Object.entries(before) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) result.delete(name);
    else result.set(name, isObject(value) ? merged(result.get(name), value) : value);
  }
  return Object.fromEntries(result);
}
