import { phrases } from '../lexicon/words.ts';
import { acceptAny, type Cursor, isDone, peek } from './cursor.ts';
import { readAnnotation, readQuality } from './qualities.ts';
import { readSeveral } from './several-values.ts';
import type { Qualities } from './statements.ts';
import { readValues } from './values.ts';

const QUALITY_VERBS = phrases(`
  must be | should be | can be | may be | will be | has to be | have to be | is | are | must | should |
  be
`);

const QUALITY_LEADS = phrases(
  'set to | always | either | one of | any of | in | a valid | valid | a | an',
);

/** The part after a subject: "must be unique", "can be open, closed or lost", "is optional". */
export function readPredicateQualities(cursor: Cursor, into: Qualities): boolean {
  const from = cursor.at;
  let found = false;
  while (!isDone(cursor)) {
    if (readQuality(cursor, into)) {
      found = true;
      continue;
    }
    acceptAny(cursor, QUALITY_VERBS);
    if (readSeveral(cursor, into, false)) {
      found = true;
      continue;
    }
    // "valid, used or refunded" names a state.
    const isState = peek(cursor) === 'valid' && /^(,|or)$/.test(peek(cursor, 1));
    if (!isState) acceptAny(cursor, QUALITY_LEADS);
    acceptAny(cursor, ['one of', 'either', 'the following', 'the values', ':']);
    acceptAny(cursor, [':']);
    const back = cursor.at;
    if (readAnnotation(cursor, into)) {
      found = true;
    } else {
      const values = readValues(
        cursor,
        ['one of', 'either', ':'].includes(peek(cursor, -1)) || peek(cursor, -2) === 'one',
      );
      if (values === null || values.length < 2) {
        cursor.at = found ? back : from;
        break;
      }
      into.values = values;
      found = true;
    }
    const stop = cursor.at;
    if (acceptAny(cursor, [', and', 'and', ',', 'but']) !== null && !isQualityNext(cursor)) {
      cursor.at = stop;
      break;
    }
  }
  return found;
}

function isQualityNext(cursor: Cursor): boolean {
  const probe = { tokens: cursor.tokens, at: cursor.at, end: cursor.end };
  acceptAny(probe, ['must be', 'should be', 'can be', 'is', 'are', 'must', 'should', 'be']);
  return readQuality(probe, {});
}
