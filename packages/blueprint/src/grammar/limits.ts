import { isUnit } from '../lexicon/types.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { tokenize } from '../text/tokens.ts';
import { accept, acceptAny, type Cursor, cursorOf, peek, tokenAt } from './cursor.ts';
import { isNounEnd, readNoun } from './noun.ts';
import { readNumber } from './number-words.ts';
import { type Item, itemOf } from './statements.ts';

/** "a maximum of 20 participants": things with a limit, or the limit alone when they are not kept themselves. */
export function readLimit(cursor: Cursor): Item | null {
  const from = cursor.at;
  const start = tokenAt(cursor)?.start ?? 0;
  const intro = acceptAny(cursor, [
    'a maximum of',
    'a minimum of',
    'maximum of',
    'minimum of',
    'a limit of',
  ]);
  const count = intro === null ? null : readNumber(cursor);
  const noun = count === null ? null : readNoun(cursor);
  const head = noun?.words.at(-1) ?? '';
  const isCounted = noun?.plural === true && isValueWord(head) && !isUnit(head);
  if (intro === null || count === null || noun === null || !isCounted || !isNounEnd(cursor)) {
    cursor.at = from;
    return null;
  }
  const side = intro.includes('min') ? 'minimum' : 'maximum';
  return { ...itemOf(noun), quantity: 'many', indefinite: false, limit: { side, count }, start };
}

/** "1 to 5 stars", "up to five stars", "a 5-star rating": a rating, called as it is called here. */
export function readScale(cursor: Cursor): Item | null {
  const from = cursor.at;
  const start = tokenAt(cursor)?.start ?? 0;
  acceptAny(cursor, ['a', 'an', 'the']);
  const glued = readGluedScale(cursor);
  const scale = glued ?? readEnds(cursor);
  const unit = tokenAt(cursor);
  const isUnit = glued === null ? /^(stars|points)$/ : /^(rating|review|score)$/;
  if (scale === null || unit === undefined || !isUnit.test(unit.lower)) {
    cursor.at = from;
    return null;
  }
  cursor.at += 1;
  const item = itemOf({ words: [unit.lower], plural: false, start, end: unit.end });
  const type = unit.lower === 'points' ? 'integer' : 'rating';
  return { ...item, indefinite: false, qualities: { type, ...scale } };
}

/** "5-star", "five star". */
function readGluedScale(cursor: Cursor): { max: number } | null {
  const [, glued] = /^(\d+|[a-z]+)-stars?$/.exec(peek(cursor)) ?? [];
  if (glued !== undefined) {
    cursor.at += 1;
    return toScale(readNumber(cursorOf(tokenize(glued))));
  }
  const at = cursor.at;
  const max = readNumber(cursor);
  accept(cursor, '-');
  if (max !== null && accept(cursor, 'star')) return toScale(max);
  cursor.at = at;
  return null;
}

function toScale(max: number | null): { max: number } | null {
  return max === null ? null : { max };
}

/** "1 to 5", "one to five", "up to 5". */
function readEnds(cursor: Cursor): { min?: number; max: number } | null {
  if (accept(cursor, 'up to')) {
    const max = readNumber(cursor);
    return max === null ? null : { max };
  }
  accept(cursor, 'from');
  const min = readNumber(cursor);
  const isScale = acceptAny(cursor, ['to', '-', '–', 'through']) !== null;
  const max = isScale ? readNumber(cursor) : null;
  return min === null || max === null ? null : { min, max };
}

/** "a text and 1 to 5 stars": a value of its own, unlike "a rating, 1 to 5 stars". */
export function mayScaleFollow({ noun: { words } }: Item): boolean {
  const isScaled = words.some((word) => SCALED.test(word));
  return !isScaled && isValueWord(words.at(-1) ?? '');
}

const SCALED = /^(rating|review|score|grade|mark|value|evaluation|stars)$/;
