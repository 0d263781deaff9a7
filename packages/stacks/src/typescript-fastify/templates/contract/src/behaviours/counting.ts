import { sql } from 'drizzle-orm';
import type { Answer } from '../contract/answer.ts';
import type { Handler } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Resource, Row } from '../records/resource.ts';
import { newValues } from '../records/values.ts';
// @if secrets
import { findParents, findReachable, findTarget, openBefore, type Place, thatRow } from './place.ts';
// @end
// @if !secrets
import { findParents, findReachable, findTarget, type Place, thatRow } from './place.ts';
// @end
// @if taking
import { conditionsOf, type Source, valuesOf } from './sources.ts';
// @end
// @if !taking
import { conditionsOf, valuesOf } from './sources.ts';
// @end

type Increment = Place & {
  member: string;
  by: number;
  // @if taking
  /** The request says how many times. */
  amount?: Source;
  // @end
  /** Keeps when it was counted last. */
  stamps?: string;
  makes?: true;
  /** A row is kept of each time, with the key of the row that it counts in. */
  logs?: { resource: Resource; by: string };
  answer: (found: { row: Row }) => Answer;
};

/** Adds to a number of a row. */
export function increment(
  resource: Resource,
  { member, by, stamps, makes, logs, answer, ...place }: Increment,
): Handler {
  return async (call) => {
    // @if taking
    const { amount } = place;
    // @end
    const parents = await findParents(place, call);
    const conditions = conditionsOf(resource, place.where ?? {}, call, parents);
    // @if secrets
    const open = await openBefore(resource, place, call, parents);
    // @end
    // @if !secrets
    const open = place;
    // @end
    const row = await call.services.inTransaction(async (services) => {
      const records = services.records(resource);
      if (makes) {
        await services.database.execute(
          sql`select pg_advisory_xact_lock(hashtext(${resource.title}))`,
        );
        const first = newValues(resource, valuesOf(place.where ?? {}, call, parents), call.account);
        if ((await records.find(conditions)) === null) await records.insert(first);
      }
      const found = await findTarget(resource, open, { ...call, services }, parents);
      if (logs !== undefined) {
        const event = { [logs.by]: found[resource.key.member] };
        await services.records(logs.resource).insert(newValues(logs.resource, event, call.account));
      }
      // @if !taking
      return records.increment(thatRow(resource, found), member, by, stamps);
      // @end
      // @if taking
      if (amount === undefined)
        return records.increment(thatRow(resource, found), member, by, stamps);
      const many = amountOf(amount(call, parents));
      if (by > 0) return records.increment(thatRow(resource, found), member, by * many);
      const taken = await records.take(thatRow(resource, found), member, -by * many);
      if (taken === null) throw new Refusal('insufficient', `There is not enough ${member}.`);
      return taken;
      // @end
    });
    if (row === null) throw new Refusal('not-found', `There is no such ${resource.title}.`);
    return answer({ row });
  };
}

/** What can be given and taken: more than nothing, and less than what numbers are exact for. */
export function amountOf(value: unknown): number {
  if (typeof value !== 'number' || !(value > 0) || value > Number.MAX_SAFE_INTEGER)
    throw new Refusal('invalid', 'An amount is more than nothing.');
  return value;
}

type Toggle = Place & { member: string; answer: (found: { row: Row }) => Answer };

/** Turns a switch of a row. */
export function toggle(resource: Resource, { member, answer, ...place }: Toggle): Handler {
  return async (call) => {
    const parents = await findParents(place, call);
    const conditions = conditionsOf(resource, place.where ?? {}, call, parents);
    const found = await findReachable(resource, conditions, call, place.scope);
    const row = await call.services.records(resource).toggle(thatRow(resource, found), member);
    if (row === null) throw new Refusal('not-found', `There is no such ${resource.title}.`);
    return answer({ row });
  };
}
