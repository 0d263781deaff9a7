import { PARTICIPLES, STRONG_BELONG } from '../lexicon/predicates.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import type { Token } from '../text/tokens.ts';
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
  if (done !== undefined && !isDoneBy) return readOfOne(cursor, done);
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

/** "weight, sent by a customer, stored in a bay": in a list, what it belongs to. */
function readOfOne(cursor: Cursor, { lower, start }: Token): Item | null {
  const from = cursor.at;
  const isParticiple =
    STRONG_BELONG.has(lower) || PARTICIPLES.has(lower) || /[a-z]{2}ed$/.test(lower);
  const isLinked = /^(by|to|in|at|for|from|on|with)$/.test(peek(cursor, 1));
  if (!isParticiple || !isLinked || !/^(a|an|one)$/.test(peek(cursor, 2))) return null;
  cursor.at += 3;
  const noun = readNoun(cursor);
  const isValue = noun !== null && isValueWord(noun.words.at(-1) ?? '');
  if (noun === null || isValue || !(isDone(cursor) || /^[,;.)]$|^and$/.test(peek(cursor)))) {
    cursor.at = from;
    return null;
  }
  return { ...itemOf(noun), quantity: 'one', isExact: true, indefinite: true, start };
}
