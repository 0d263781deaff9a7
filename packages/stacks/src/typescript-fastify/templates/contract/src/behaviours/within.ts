import type { Call } from '../contract/operation.ts';
import { Refusal, type RuleRefusal } from '../contract/refusal.ts';
import type { Resource } from '../records/resource.ts';
import { changedValues } from '../records/values.ts';
import { thatRow } from './place.ts';
import { type Members, type Parents, valuesOf } from './sources.ts';

/** A new row takes no more of a number of the row around than there is. */
export type Within = {
  of: Resource;
  /** The member of the new row that says how much. */
  amount: string;
  /** -1: what is given of it is taken where it is less than nothing. */
  takes: 1 | -1;
  most: string;
  /** The member that keeps what there is with the new row. */
  leaves?: string;
  /** The state of the row around once nothing is left. */
  settles?: { member: string; value: unknown };
  refusal: RuleRefusal;
  says: string;
};

/** What a new row is made of when there is enough for it, and what it leaves. */
export function expectEnough(
  { of, amount, takes, most, leaves, refusal, says }: Within,
  set: Members,
  call: Call,
  parents: Parents,
): { set: Members; left: number } {
  const given = Number(valuesOf(set, call, parents)[amount] ?? 0);
  const left = Number(parents.get(of)?.[most] ?? 0) - takes * given;
  if (left < 0) throw new Refusal(refusal, says);
  if (!Number.isSafeInteger(Math.round(left))) throw new Refusal('invalid', `${amount} is too much.`);
  return { set: leaves === undefined ? set : { ...set, [leaves]: () => left }, left };
}

/** Of what nothing is left, the row around says so. */
export async function settle(
  { of, settles }: Within,
  left: number,
  { services, account }: Call,
  parents: Parents,
): Promise<void> {
  const around = parents.get(of);
  if (settles === undefined || around === undefined || left > 0) return;
  const values = changedValues(of, { [settles.member]: settles.value }, account);
  await services.records(of).change(thatRow(of, around), values);
}
