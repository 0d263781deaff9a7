import { PERIODS } from '../lexicon/periods.ts';
import { isUnit } from '../lexicon/types.ts';
import { isMeasureWord } from '../lexicon/value-nouns.ts';
import { singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, cursorOf, isDone } from './cursor.ts';
import { readNoun } from './noun.ts';
import { belonging, itemOf, type Noun, type Statement } from './statements.ts';

/** "Rooms are on floors": each of them is on one. */
export function readPlacedPlurals(tokens: readonly Token[]): Statement[] | null {
  const [first] = tokens;
  const cursor = cursorOf(tokens);
  acceptAny(cursor, ['all', 'our', 'the', 'these']);
  const thing = readNoun(cursor);
  const isPlaced =
    thing !== null &&
    acceptAny(cursor, ['are in', 'are on', 'are at', 'are under', 'are inside']) !== null;
  acceptAny(cursor, ['the', 'our', 'different', 'various']);
  const place = isPlaced ? readNoun(cursor) : null;
  if (first === undefined || thing === null || place === null || !isDone(cursor)) return null;
  if (![thing, place].every(mayBeThing)) return null;
  const span = { start: first.start, end: place.end };
  return [belonging([thing], [{ ...itemOf(place), ...span }], span)];
}

function mayBeThing({ words, plural }: Noun): boolean {
  const head = words.at(-1) ?? '';
  const isTime = PERIODS.has(head.replace(/s$/, '')) || head.endsWith('days');
  return plural && !isMeasureWord(singular(head)) && !isUnit(head) && !isTime;
}
