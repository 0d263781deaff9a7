import { Refusal } from '../contract/refusal.ts';
import type { Services } from '../services.ts';
import type { Account, Resource, Row } from './resource.ts';

/** What values refer to is there for who gives them: what somebody else keeps to themselves is not. */
export async function expectOwn(
  resource: Resource,
  values: Row,
  { services, account }: { services: Services; account: Account | null },
): Promise<void> {
  for (const { member, to } of resource.refers ?? []) {
    const key = values[member];
    const target = to();
    if (key === undefined || key === null || target.owner === undefined) continue;
    const records = services.records(target);
    const owner = await records.reveal([records.keyIs(key)], target.owner);
    if (account === null || owner !== account.key)
      throw new Refusal('invalid', 'What this refers to does not exist.');
  }
}
