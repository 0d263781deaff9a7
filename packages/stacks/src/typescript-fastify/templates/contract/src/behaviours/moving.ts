import { sql } from 'drizzle-orm';
import type { Call } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';
import { equals } from '../records/conditions.ts';
import type { Resource } from '../records/resource.ts';
import { amountOf } from './counting.ts';
import type { Parents, Source } from './sources.ts';

export type Moves = {
  resource: Resource;
  member: string;
  amount: Source;
  to: { member: string; source: Source };
};

/** Takes from whoever is signed in what it gives to another account: both or neither, and no more than there is. */
export async function move(
  { resource, member, amount, to }: Moves,
  call: Call,
  parents: Parents,
): Promise<void> {
  const { services, account } = call;
  if (account === null) throw new Refusal('unauthenticated', 'Nobody is signed in.');
  const many = amountOf(amount(call, parents));
  // One after the other, so that two who give to each other do not wait for each other.
  await services.database.execute(sql`select pg_advisory_xact_lock(hashtext(${resource.title}))`);
  const records = services.records(resource);
  const target = [equals(resource, to.member, to.source(call, parents) ?? null)];
  if ((await records.find(target)) === null)
    throw new Refusal('no-reference', `There is no such ${resource.title}.`);
  const taken = await records.take([records.keyIs(account.key)], member, many);
  if (taken === null) throw new Refusal('insufficient', `There is not enough ${member}.`);
  await records.increment(target, member, many);
}
