import { words } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';
import { type Cursor, peek, tokenAt } from './cursor.ts';
import type { Noun } from './statements.ts';

/** What stands beside what before one word: "start and end times", never "an end and max participants". */
const PAIRED = [
  'from to start end begin finish first last opening closing birth death purchase sale',
  'min max minimum maximum low high lower upper',
  'first last given family home away old new front back left right top bottom',
  'gross net shipping billing source destination latitude longitude',
  'check-in check-out checkin checkout arrival departure pickup dropoff drop-off return delivery entry exit in out',
  'issue due expiry order delivery invoice payment hire termination registration admission discharge borrow loan return',
  'planned actual estimated daily weekly hourly monthly yearly',
].map((each) => words(each));

function arePaired(left: string, right: string): boolean {
  return PAIRED.some((each) => each.has(left) && each.has(right));
}

/** "start and end times", "min and max thresholds": two names that share their last word; null when none stands here. */
export function readSharedHead(cursor: Cursor): [Noun, Noun] | null {
  const skip = ['a', 'an', 'the', 'its'].includes(peek(cursor, 2)) ? 1 : 0;
  const [left, right, head] = [
    tokenAt(cursor),
    tokenAt(cursor, 2 + skip),
    tokenAt(cursor, 3 + skip),
  ];
  if (left === undefined || right === undefined || head?.kind !== 'word') return null;
  if (!['and', '/'].includes(peek(cursor, 1))) return null;
  if (!arePaired(left.lower, right.lower)) return null;
  if (['and', 'or', 'of', 'is', 'are', 'at', 'on', 'with', 'for', 'in'].includes(head.lower))
    return null;
  cursor.at += 4 + skip;
  const named = (own: string, start: number): Noun => ({
    words: [own, singular(head.lower)],
    plural: false,
    start,
    end: head.end,
  });
  return [named(left.lower, left.start), named(right.lower, right.start)];
}
