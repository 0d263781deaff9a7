import { ne, type SQL, sql } from 'drizzle-orm';
import { Refusal } from '../contract/refusal.ts';
import type { Services } from '../services.ts';
import { equals, isNot, statesOf } from './conditions.ts';
import { columnOf, type Resource, type Row, type State } from './resource.ts';

/** Conditions for the rows that take any of the time from one moment to another, which is no part of it itself. */
export function overlapping(
  resource: Resource,
  { from, to }: { from: unknown; to: unknown },
): SQL[] {
  const { apart } = resource;
  if (apart === undefined) throw new Error(`${resource.title} takes no time.`);
  const column = (member: string) => columnOf(resource, member);
  const there = statesOf(resource, apart.unless === undefined ? [] : [apart.unless]).map(isNot);
  if (typeof from === 'number' && typeof to === 'number')
    return [...there, sql`${column(apart.from)} < ${to}`, sql`${column(apart.to)} > ${from}`];
  const [first, last] = [momentOf(from), momentOf(to)];
  return [
    ...there,
    sql`${column(apart.from)}::timestamptz < ${last}::timestamptz`,
    sql`${column(apart.to)}::timestamptz > ${first}::timestamptz`,
  ];
}

function momentOf(value: unknown): string {
  const moment = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
  if (Number.isNaN(moment.getTime())) throw new Refusal('invalid', 'There is no such moment.');
  return moment.toISOString();
}

/** Nothing else takes the time of a row. Of many at once one gets it: until the transaction ends nobody else asks. */
export async function expectApart(
  resource: Resource,
  row: Row,
  { services }: { services: Services },
): Promise<void> {
  const { apart, title, key } = resource;
  if (apart === undefined || takesNone(apart.unless, row)) return;
  await services.database.execute(sql`select pg_advisory_xact_lock(hashtext(${title}))`);
  const same = apart.by.map((member) => equals(resource, member, row[member] ?? null));
  const times = overlapping(resource, { from: row[apart.from], to: row[apart.to] });
  const own = row[key.member];
  const others = own === undefined ? [] : [ne(columnOf(resource, key.member), own)];
  const taken = await services.records(resource).count([...same, ...times, ...others]);
  if (taken > 0) throw new Refusal('conflict', 'That time is taken already.');
}

/** It is cancelled. */
function takesNone(unless: State | undefined, row: Row): boolean {
  return unless !== undefined && (row[unless.member] === unless.value) !== (unless.not === true);
}
