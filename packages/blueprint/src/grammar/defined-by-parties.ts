import { isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS, phrases, words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { accept, acceptAny, type Cursor, cursorOf, isDone, peek } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import type { SegmentContext } from './segment-context.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';

const DEFINES = phrases('is | means | : | = | - | – | —');
const LINKS = words('in at on for by with of to from until till between and into against');
const COUNTS = words('a an one the');

/** "A stay is one dog in one kennel from arrival to departure, price per night": whose it is, and what is kept of it. */
export function readDefinedByParties(
  tokens: readonly Token[],
  { budget }: SegmentContext,
): Statement[] | null {
  const [first] = tokens;
  const cursor = cursorOf(tokens);
  while (DETERMINERS.has(peek(cursor)) || peek(cursor) === 'one') cursor.at += 1;
  const subject = readNoun(cursor);
  const isDefined = subject !== null && acceptAny(cursor, DEFINES) !== null;
  if (first === undefined || !isDefined || !COUNTS.has(peek(cursor))) return null;
  acceptAny(cursor, ['always', 'for']);
  const isKnown = (noun: Noun) => budget.things.has(noun.words.at(-1) ?? '');
  const { parties, values } = readParts(cursor, isKnown);
  const [party] = parties;
  const isWhole = isDone(cursor) || accept(cursor, ',');
  const isTold = parties.length > 1 || values.length > 0;
  if (party === undefined || !isKnown(party) || !isTold || !isWhole) return null;
  const further = [...values, ...readItems(cursor)];
  const end = further.at(-1)?.end ?? parties.at(-1)?.end ?? subject.end;
  const span = { start: first.start, end };
  const belongs = belonging([subject], parties.map(itemOf), span);
  if (further.length === 0) return [belongs];
  return [belongs, { kind: 'has', subjects: [subject], items: further, optional: false, ...span }];
}

/** "one dog in one kennel from arrival to departure": things with an article, and values. */
function readParts(
  cursor: Cursor,
  isKnown: (noun: Noun) => boolean,
): { parties: Noun[]; values: Item[] } {
  const parties: Noun[] = [];
  const values: Item[] = [];
  while (!isDone(cursor)) {
    const from = cursor.at;
    const isFirst = parties.length === 0;
    if (!isFirst && !LINKS.has(peek(cursor))) break;
    if (!isFirst) cursor.at += 1;
    const isCounted = COUNTS.has(peek(cursor));
    if (isCounted) cursor.at += 1;
    const noun = readNoun(cursor);
    const isValue =
      noun !== null && isValueWord(noun.words.at(-1) ?? '') && !(isCounted && isKnown(noun));
    if (noun === null || noun.plural || (!isValue && !isCounted)) {
      cursor.at = from;
      break;
    }
    if (isValue) values.push(itemOf(noun));
    else parties.push(noun);
  }
  return { parties, values };
}
