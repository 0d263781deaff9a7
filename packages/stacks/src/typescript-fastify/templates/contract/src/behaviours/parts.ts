import { memberOf } from '../contract/json.ts';
import type { Call } from '../contract/operation.ts';
import type { Resource } from '../records/resource.ts';
import { newValues } from '../records/values.ts';
import { expectStorable } from './sources.ts';

/** Rows that are made with another one: each item of a member of the body is one. */
export type Part = {
  resource: Resource;
  property: string;
  /** The member that holds the key of the other row. */
  by: string;
  /** Members, and what an item calls them. */
  set: Readonly<Record<string, string>>;
};

/** Makes the rows of every part, in the order in which they were given. */
export async function makeParts(
  parts: readonly Part[],
  key: unknown,
  { services, account, input }: Call,
): Promise<void> {
  for (const { resource, property, by, set } of parts) {
    const items = memberOf(input.body, property);
    for (const item of Array.isArray(items) ? items : []) {
      const given = Object.entries(set).map(([member, name]) => [member, memberOf(item, name)]);
      const values = { ...Object.fromEntries(given), [by]: key };
      expectStorable(values);
      await services.records(resource).insert(newValues(resource, values, account));
    }
  }
}
