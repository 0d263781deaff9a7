import { Refusal } from '../contract/refusal.ts';
import type { Row } from '../records/resource.ts';

const MOST_LINES = 1_000;

/** Each line of a text that is not empty, as this member of a row. */
export function linesOf(text: string, member: string): Row[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new Refusal('invalid', 'There is no line in the body.');
  if (lines.length > MOST_LINES) throw new Refusal('too-large', 'There are too many lines.');
  return lines.map((line) => ({ [member]: line }));
}
