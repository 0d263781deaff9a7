import type { Answer } from '../contract/answer.ts';
import type { Handler } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';
// @if ending
import { notOver } from '../records/ending.ts';
// @end
import type { Resource, Row } from '../records/resource.ts';
import type { Filter } from './list.ts';
// @if hiding
import { findParents, ownRows, type Place, visibleRows } from './place.ts';
// @end
// @if !hiding
import { findParents, ownRows, type Place } from './place.ts';
// @end
import { conditionsOf } from './sources.ts';

type Random = Place & { filters?: readonly Filter[]; answer: (found: { row: Row }) => Answer };

/** Any one of the rows that fit. */
export function readRandom(resource: Resource, { answer, filters = [], ...place }: Random): Handler {
  return async (call) => {
    const parents = await findParents(place, call);
    const { query, body } = call.input;
    const row = await call.services.records(resource).pick([
      ...conditionsOf(resource, place.where ?? {}, call, parents),
      ...ownRows(resource, call, place.scope),
      ...filters.flatMap((filter) => filter(resource, query, body) ?? []),
      // @if ending
      ...notOver(resource),
      // @end
      // @if hiding
      ...visibleRows(resource, call),
      // @end
    ]);
    if (row === null) throw new Refusal('not-found', `There is no ${resource.title} yet.`);
    return answer({ row });
  };
}
