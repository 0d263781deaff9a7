import { flatten } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';

/** The schema of the items of a body that is a list. */
export function itemOf(
  root: JsonObject,
  schema: ReturnType<typeof flatten>,
): ReturnType<typeof flatten> {
  return schema.type === 'array' ? flatten(root, schema.items ?? {}) : schema;
}
