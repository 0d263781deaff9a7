import { ne, sql } from 'drizzle-orm';
import { Refusal, type RuleRefusal } from '../contract/refusal.ts';
import type { Services } from '../services.ts';
import { equals, statesOf } from './conditions.ts';
import { columnOf, type Resource, type Row, type State } from './resource.ts';

/** Of the rows that refer to the same row, no more than so many are in a state. */
export type Limit = {
  of: Resource;
  by: string;
  /** A number, or the member of the other row that says how many. */
  most: number | string;
  when: readonly State[];
  refusal: RuleRefusal;
  says: string;
};

/** There is room for the row. Of many at once no more get in: until the transaction ends nobody else asks. */
export async function expectRoom(
  resource: Resource,
  row: Row,
  { of, by, most, when, refusal, says }: Limit,
  services: Services,
): Promise<void> {
  const isCounted = when.every(({ member, value, not }) => ((row[member] ?? null) === value) !== (not === true));
  const above = row[by];
  if (!isCounted || above === undefined || above === null) return;
  await services.database.execute(sql`select pg_advisory_xact_lock(hashtext(${resource.title}))`);
  const around = await services.records(of).find([equals(of, of.key.member, above)]);
  const room = typeof most === 'number' ? most : around?.[most];
  if (typeof room !== 'number') return;
  const key = row[resource.key.member];
  const others = key === undefined ? [] : [ne(columnOf(resource, resource.key.member), key)];
  const same = [equals(resource, by, above), ...statesOf(resource, when), ...others];
  if ((await services.records(resource).count(same)) >= room) throw new Refusal(refusal, says);
}
