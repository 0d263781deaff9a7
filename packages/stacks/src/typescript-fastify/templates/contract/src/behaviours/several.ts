// @if narrowing
import { sql } from 'drizzle-orm';
// @end
// @if severalGone
import type { SQL } from 'drizzle-orm';
import { Refusal } from '../contract/refusal.ts';
import { oneOf } from '../records/conditions.ts';
import type { Row } from '../records/resource.ts';
// @end
import type { Answer } from '../contract/answer.ts';
import type { Handler } from '../contract/operation.ts';
import type { Resource } from '../records/resource.ts';
// @if narrowing
import type { Filter } from './list.ts';
// @end
import { findParents, ownRows, type Place } from './place.ts';
// @if severalGone
import { conditionsOf, type Members, valuesOf } from './sources.ts';
// @end
// @if !severalGone
import { conditionsOf } from './sources.ts';
// @end

type RemoveAll = Place & {
  // @if narrowing
  /** Which ones, by parameters that the request has to have. */
  filters?: readonly Filter[];
  // @end
  // @if severalGone
  /** Lists that the request gives, of values of which a row has one. */
  among?: Members;
  // @end
  answer: (removed: { total: number }) => Answer;
};

/** Removes all rows that fit, be it none. */
export function removeAll(resource: Resource, { answer, ...place }: RemoveAll): Handler {
  return async (call) => {
    const parents = await findParents(place, call);
    const conditions = [
      ...conditionsOf(resource, place.where ?? {}, call, parents),
      ...ownRows(resource, call, place.scope),
      // @if narrowing
      ...(place.filters ?? []).map((filter) => filter(resource, call.input.query) ?? sql`false`),
      // @end
      // @if severalGone
      ...amongGiven(resource, valuesOf(place.among ?? {}, call, parents)),
      // @end
    ];
    return answer({ total: await call.services.records(resource).remove(conditions) });
  };
}
// @if severalGone

/** Rows that have one of the values of each list; what is no list is never all rows. */
function amongGiven(resource: Resource, lists: Row): SQL[] {
  return Object.entries(lists).map(([member, values]) => {
    if (!Array.isArray(values)) throw new Refusal('invalid', `A list of ${member} is missing.`);
    return oneOf(resource, member, values);
  });
}
// @end
