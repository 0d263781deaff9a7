import { Refusal } from '../contract/refusal.ts';
import type { Resource, Row } from './resource.ts';

/** Of two moments or numbers of a row one comes before the other; asked when one of them is given. */
export function expectOrder({ ordered = [] }: Resource, row: Row, given: Row = row): void {
  for (const { earlier, later, strict } of ordered) {
    if (given[earlier] === undefined && given[later] === undefined) continue;
    const [one, other] = [placeOf(row[earlier]), placeOf(row[later])];
    if (one === null || other === null) continue;
    if (strict ? other <= one : other < one)
      throw new Refusal('out-of-order', `${later} must be after ${earlier}.`);
  }
}

/** Moments are compared as such, since one moment has more than one spelling. */
function placeOf(value: unknown): number | string | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const moment = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(moment) ? value : moment;
}
