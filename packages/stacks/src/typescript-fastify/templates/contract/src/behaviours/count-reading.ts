import type { Call } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Resource, Row } from '../records/resource.ts';
import { thatRow } from './place.ts';

/** Each reading counts, and there are no more than another member says. */
export type Counts = { member: string; by: 1 | -1; most?: string; stamps?: string };

/** Of many at once no more get through than may. */
export async function countReading(
  resource: Resource,
  row: Row,
  counts: Counts | undefined,
  { services }: Call,
): Promise<Row> {
  if (counts === undefined) return row;
  const counted = await services.records(resource).countReading(thatRow(resource, row), counts);
  if (counted === null) throw new Refusal('gone', `This ${resource.title} is gone.`);
  return counted;
}
