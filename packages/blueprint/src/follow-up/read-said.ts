import { acceptAny, type Cursor, isDone, peek } from '../grammar/cursor.ts';
import { readPredicateQualities } from '../grammar/predicate-qualities.ts';
import type { Qualities } from '../grammar/statements.ts';
import { phrases } from '../lexicon/words.ts';
import type { Lack } from './instruction.ts';

/** What is said of a field: qualities, and what is taken from it. */
export type SaidOf = { qualities: Qualities; lacks: Lack[] };

/** "required and unique", "optional, not unique and at least 0"; null where nothing of that kind stands here. */
export function readSaid(cursor: Cursor): SaidOf | null {
  const qualities: Qualities = {};
  const lacks: Lack[] = [];
  let isFound = false;
  for (;;) {
    const from = cursor.at;
    if (isFound) {
      acceptAny(cursor, [', and', ', but', ',', 'and', 'but']);
      acceptAny(cursor, ['is', 'are', 'must be', 'should be', 'must', 'can be', 'also']);
    }
    const negation = readNegation(cursor);
    if (negation !== null) {
      Object.assign(qualities, negation.qualities);
      lacks.push(...negation.lacks);
    } else if (isDone(cursor) || !readPredicateQualities(cursor, qualities)) {
      cursor.at = from;
      return isFound ? { qualities, lacks } : null;
    }
    isFound = true;
  }
}

const NEGATIONS: readonly { said: readonly string[]; means: SaidOf }[] = [
  {
    said: phrases('no longer unique | not unique | non-unique | not to be unique'),
    means: { qualities: {}, lacks: ['unique'] },
  },
  {
    said: phrases('no longer required | no longer mandatory | not required | not mandatory'),
    means: { qualities: { optional: true }, lacks: [] },
  },
  {
    said: phrases('no longer optional | not optional'),
    means: { qualities: { required: true }, lacks: [] },
  },
];

/** "no longer unique": what is taken away, or its opposite. */
export function readNegation(cursor: Cursor): SaidOf | null {
  for (const { said, means } of NEGATIONS) if (acceptAny(cursor, said) !== null) return means;
  return null;
}

/** Where one wish of several ends. */
export function isEndOfWish(cursor: Cursor): boolean {
  return isDone(cursor) || [',', 'and', ';'].includes(peek(cursor));
}
