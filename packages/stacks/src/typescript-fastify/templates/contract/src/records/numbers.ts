import { getTableName, type SQL, sql } from 'drizzle-orm';
import type { Resource } from './resource.ts';

/** The next number of a member: none is left out and none comes twice, since who takes one has others wait until it is kept. */
export function nextNumber({ table }: Resource, member: string, within?: unknown): SQL {
  const series = [getTableName(table), member];
  if (within !== undefined && within !== null) series.push(String(within));
  return sql`next_number(${series.join(' ')})`;
}
