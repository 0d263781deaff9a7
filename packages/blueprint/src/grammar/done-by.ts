import { PARTICIPLES, STRONG_BELONG } from '../lexicon/predicates.ts';
import { type Cursor, isDone, peek, tokenAt } from './cursor.ts';
import { readNoun } from './noun.ts';
import { type Item, itemOf } from './statements.ts';

/** "vehicle, reported by driver, cost": the one who plays the role, when such a thing is kept. */
export function readDoneBy(cursor: Cursor): Item | null {
  const from = cursor.at;
  const done = tokenAt(cursor);
  const isDoneBy =
    done !== undefined &&
    (STRONG_BELONG.has(done.lower) || PARTICIPLES.has(done.lower)) &&
    /^(by|to)$/.test(peek(cursor, 1)) &&
    !/^(a|an|the|one|each)$/.test(peek(cursor, 2));
  if (!isDoneBy) return null;
  const link = peek(cursor, 1);
  cursor.at += 2;
  const player = readNoun(cursor);
  if (player === null || !(isDone(cursor) || /^[,;.(]$|^and$/.test(peek(cursor)))) {
    cursor.at = from;
    return null;
  }
  const noun = { ...player, words: [done.lower, link], plural: false, start: done.start };
  return { ...itemOf(noun), refersTo: player, isGloss: true };
}
