import { words } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';
import { type Cursor, peek, tokenAt } from './cursor.ts';
import type { Noun } from './statements.ts';

const PAIRED = words(
  'from to start end begin finish min max minimum maximum first last home away opening closing birth death low high lower upper old new gross net shipping billing check-in check-out arrival departure purchase sale pickup dropoff given family planned actual estimated daily weekly hourly monthly yearly latitude longitude left right source destination front back',
);

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
  if (!PAIRED.has(left.lower) || !PAIRED.has(right.lower)) return null;
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
