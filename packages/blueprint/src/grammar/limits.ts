import { isUnit } from '../lexicon/types.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { acceptAny, type Cursor, tokenAt } from './cursor.ts';
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

/** "1 to 5 stars": a number between both. */
export function readScale(cursor: Cursor): Item | null {
  const [min, link, max, unit] = [0, 1, 2, 3].map((ahead) => tokenAt(cursor, ahead));
  const isScale = link?.lower === 'to' && /^(stars|points)$/.test(unit?.lower ?? '');
  if (min?.kind !== 'number' || max?.kind !== 'number' || unit === undefined || !isScale)
    return null;
  cursor.at += 4;
  const item = itemOf({ words: [unit.lower], plural: false, start: min.start, end: unit.end });
  return {
    ...item,
    indefinite: false,
    qualities: { type: 'integer', min: Number(min.text), max: Number(max.text) },
  };
}
