import { sql } from 'drizzle-orm';
import { Refusal } from '../contract/refusal.ts';
import { columnOf, type Resource, type Row } from '../records/resource.ts';

const LONGEST_TEXT = 1_000_000;

/** In the statement itself, so that of many at once none is lost. */
export function appended(resource: Resource, row: Row, values: Row, member: string | undefined): Row {
  const text = member === undefined ? undefined : values[member];
  if (member === undefined || typeof text !== 'string') return values;
  if (String(row[member] ?? '').length + text.length > LONGEST_TEXT)
    throw new Refusal('too-large', `${member} would be longer than what is kept.`);
  return { ...values, [member]: sql`coalesce(${columnOf(resource, member)}, '') || ${text}` };
}
