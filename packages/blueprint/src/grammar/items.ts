import { PLURAL_VALUES } from '../lexicon/fields.ts';
import { isActorWord } from '../lexicon/people.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { phrases } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { readBareChoice } from './bare-choices.ts';
import { besideValues } from './beside-values.ts';
import { readBracket } from './brackets.ts';
import { asContainer } from './containers.ts';
import {
  accept,
  acceptAny,
  type Cursor,
  closingIndex,
  endOffset,
  isDone,
  isOpener,
  peek,
  tokenAt,
} from './cursor.ts';
import { readDoneBy } from './done-by.ts';
import { momentType, opensFlag, readFlagName, readHowMuch, readMoment } from './flags.ts';
import { skipAdverb, skipCondition, skipPlace, skipUsed } from './item-asides.ts';
import { readOpening } from './item-opening.ts';
import { isWithPartner, readOwners } from './item-owners.ts';
import { readRelative, readWith } from './item-parts.ts';
import {
  readAs,
  readBothEnds,
  readExamples,
  readFurtherQuality,
  readValuesAfter,
} from './item-values.ts';
import { readWhich } from './item-which.ts';
import { mayScaleFollow, readLimit, readScale } from './limits.ts';
import { readNoun } from './noun.ts';
import { readOwnThings, readPossessed } from './possessed.ts';
import { readQuality } from './qualities.ts';
import { readSharedHead } from './shared-heads.ts';
import { readSharedQualities, readTrailingQualities } from './shared-qualities.ts';
import { type Item, itemOf, type Noun } from './statements.ts';
import { readValues } from './values.ts';
import { carryValues } from './values-among-things.ts';
import { ACTING } from './verbs.ts';
import { readWhClause } from './wh-clauses.ts';
import { readWhetherChoice } from './whether-choices.ts';

const SEPARATORS = phrases(`
  , and later | , and then | , and maybe | and later | and then | , later | , and also | , and | , plus | , as well as | , or | and also | as well as | along with |
  together with | in addition to | and | plus | , | ; | / | also | or | .
`).concat('|');

/** Reads a list of things until the end of the cursor or a word that no list contains. */
export function readItems(cursor: Cursor, nested = false): Item[] {
  const items: Item[] = [];
  let isClosed = false;
  while (!isDone(cursor) && items.length < 100) {
    const from = cursor.at;
    const separator = items.length === 0 ? null : acceptAny(cursor, SEPARATORS);
    if (items.length > 0 && separator === null) {
      if (!nested && skipUnknown(cursor)) continue;
      break;
    }
    while (acceptAny(cursor, SEPARATORS) !== null);
    const isOver = isClosed || (separator?.startsWith(', and') && items.length === 1);
    const isAtEnd = endsNested(cursor, items) || (isOver && isBareThing(cursor));
    if (nested && separator?.startsWith(',') && isAtEnd) {
      cursor.at = from;
      break;
    }
    isClosed ||= separator?.includes('and') === true;
    const last = items.at(-1);
    if (last !== undefined && readSharedQualities(cursor, items, readItems)) continue;
    const scale = last !== undefined && mayScaleFollow(last) ? readScale(cursor) : null;
    if (scale !== null) {
      items.push(scale);
      continue;
    }
    if (last !== undefined && readTrailingQualities(cursor, last)) continue;
    if (nested && last !== undefined && skipAsked(cursor)) continue;
    const pair = readWhich(cursor) ?? readPair(cursor);
    if (pair !== null) {
      items.push(...pair);
      continue;
    }
    const item = readItem(cursor, nested);
    if (item === null) {
      cursor.at = from;
      break;
    }
    if (items.length > 0 && item.noun.plural && ACTING.has(peek(cursor))) {
      cursor.at = from;
      break;
    }
    sharePlayer(items.at(-1), item);
    items.push(...besideValues(item).flatMap(eachEnd), ...readAside(cursor));
    if (nested && separator?.includes('and') && !['and', ','].includes(peek(cursor))) break;
  }
  return carryValues(items);
}

/** "company, who they visit, time in": what is asked there is not kept in these words, the list goes on. */
function skipAsked(cursor: Cursor): boolean {
  const isAsked = /^(who|whom)$/.test(peek(cursor)) && /^(they|he|she|it)$/.test(peek(cursor, 1));
  const length = [3, 4].find((ahead) => /^(,|and)$/.test(peek(cursor, ahead)));
  if (!isAsked || length === undefined) return false;
  cursor.at += length;
  return true;
}

/** "salary range (from and to)": salaryFrom and salaryTo. */
function eachEnd(item: Item): Item[] {
  const words = item.noun.words.filter((word) => word !== 'range');
  return item.ends === undefined
    ? [item]
    : item.ends.map((end) => ({ ...item, noun: { ...item.noun, words: [...words, end] } }));
}

/** "a father and a mother, who are persons too": both roles are played by one. */
function sharePlayer(before: Item | undefined, item: Item): void {
  if (item.refersTo?.plural !== true || item.noun.plural) return;
  item.refersTo = { ...item.refersTo, plural: false };
  if (before?.refersTo === null && !before.noun.plural && before.children.length === 0)
    before.refersTo = item.refersTo;
}

/** "a phone (and an email if they have one)": the brackets go on with the list. */
function readAside(cursor: Cursor): Item[] {
  if (!startsAside(cursor)) return [];
  const close = closingIndex(cursor.tokens, cursor.at, cursor.end);
  const inner = { tokens: cursor.tokens, at: cursor.at + 2, end: close };
  const items = readItems(inner);
  cursor.at = Math.min(close + 1, cursor.end);
  return isDone(inner) ? items : [];
}

function startsAside(cursor: Cursor): boolean {
  const starts = ['and', 'plus', 'also', 'maybe', 'sometimes', 'possibly', 'optionally'];
  return isOpener(peek(cursor)) && starts.includes(peek(cursor, 1)) && !tellsRole(cursor);
}

/** "borrower (also a neighbour)": who that is, and no further thing. */
function tellsRole(cursor: Cursor): boolean {
  const isCounted = /^(an?|one)$/.test(peek(cursor, 2));
  const head = peek(cursor, peek(cursor, 3) === 'of' ? 5 : 3);
  return peek(cursor, 1) === 'also' && isCounted && !isValueWord(head);
}

/** Words after an item that mean nothing here must not hide the rest of the list: on to the next comma. */
function skipUnknown(cursor: Cursor): boolean {
  const stops = [
    'for each',
    'for every',
    'of each',
    'of every',
    ', with',
    'into',
    'through',
    'via',
    'for all',
    'of all',
  ];
  if (stops.some((stop) => accept({ ...cursor }, stop))) return false;
  for (let index = cursor.at; index < Math.min(cursor.end, cursor.at + 8); index += 1) {
    const text = cursor.tokens[index]?.lower ?? '';
    const isNext =
      text === ',' ||
      (text === 'and' &&
        /^(an?|the|its|their|his|her)$/.test(cursor.tokens[index + 1]?.lower ?? ''));
    if (isNext && index > cursor.at && index + 1 < cursor.end) {
      cursor.at = index;
      return true;
    }
    if (isOpener(text) || text === ':' || text === 'with') return false;
  }
  return false;
}

/** In "line items with quantity and price, and a status" the article says that the outer list goes on. */
function endsNested(cursor: Cursor, items: Item[]): boolean {
  const startsOuter = ['a', 'an', 'many', 'several', 'multiple'].includes(peek(cursor));
  const isListed = items.some(
    ({ indefinite, determiner }) => indefinite || /^(their|its)$/.test(determiner ?? ''),
  );
  if (startsOuter && !isListed) return true;
  const probe = { tokens: cursor.tokens, at: cursor.at, end: cursor.end };
  readOpening(probe);
  const noun = readNoun(probe);
  const head = noun?.words.at(-1) ?? '';
  // "attendees" counts them, "attendees with a name" are people.
  const isThing = !PLURAL_VALUES.has(head) || isActorWord(singular(head));
  return noun?.plural === true && ['with', 'having', '('].includes(peek(probe)) && isThing;
}

/** "authors with a bio and an avatar, categories", "orders with order lines, and suppliers": what is over does not go on with things. */
function isBareThing(cursor: Cursor): boolean {
  const noun = readNoun({ ...cursor });
  const head = noun?.words.at(-1) ?? '';
  return noun?.plural === true && !PLURAL_VALUES.has(head) && !isValueWord(head);
}

/** "a start and an end time": both names with what is said about them. */
function readPair(cursor: Cursor): Item[] | null {
  const from = cursor.at;
  const { qualities } = readOpening(cursor);
  const nouns = readSharedHead(cursor);
  if (nouns === null) {
    cursor.at = from;
    return null;
  }
  while (!isDone(cursor) && readQuality(cursor, qualities));
  return nouns.map((noun) => ({ ...itemOf(noun), qualities: { ...qualities } }));
}

function readItem(cursor: Cursor, nested: boolean): Item | null {
  const first = tokenAt(cursor);
  if (first === undefined) return null;
  if (ACTING.has(first.lower) && tokenAt(cursor, 1)?.kind === 'number') return null;
  const isLater = skipCondition(cursor);
  const limit = readLimit(cursor);
  if (limit !== null) return limit;
  const doneBy = readDoneBy(cursor);
  if (doneBy !== null) return withRest(cursor, doneBy, nested);
  const choice = readChoice(cursor, first);
  if (choice !== null) return choice;
  const bare = readBareChoice(cursor) ?? readWhetherChoice(cursor);
  if (bare !== null) return bare;
  const answer = readWhClause(cursor) ?? readScale(cursor);
  if (answer !== null) return answer;
  const asking = readHowMuch(cursor);
  if (asking !== null) return { ...itemOf(asking.noun), qualities: { type: asking.type } };
  const opening = readOpening(cursor);
  if (isLater) opening.qualities.optional = true;
  const flag = opensFlag(cursor);
  const asked = cursor.at;
  const moment = flag ? null : readMoment(cursor);
  const noun = moment ?? (flag ? readFlagName(cursor) : null) ?? readPossessed(cursor);
  if (noun === null) return null;
  if (moment !== null) opening.qualities.type = momentType(cursor, asked);
  else if (isDateOf(noun)) opening.qualities.type ??= 'date';
  const owned = readOwnThings(cursor, opening.determiner);
  const item: Item = {
    noun: owned ?? noun,
    qualities: flag ? { ...opening.qualities, type: 'boolean' } : opening.qualities,
    quantity: opening.quantity,
    indefinite: opening.indefinite,
    determiner: opening.determiner,
    isExact: opening.isExact,
    isListed: opening.isListed,
    children: [],
    refersTo: null,
    belongsTo: owned === null ? [] : [itemOf(noun)],
    start: first.start,
    end: owned?.end ?? noun.end,
  };
  return withRest(cursor, item, nested);
}

/** "date finished": when, and not whether. */
function isDateOf({ words: [first, second = '', more] }: Noun): boolean {
  return first === 'date' && more === undefined && /[a-z]{2}ed$/.test(second);
}

/** The item with all that is said of it behind its name. */
function withRest(cursor: Cursor, item: Item, nested: boolean): Item {
  while (!isDone(cursor) && readAfterNoun(cursor, item, nested)) item.end = endOffset(cursor);
  if (item.refersTo?.plural === true && item.children.length > 0) item.refersTo = null;
  return asContainer(item);
}

/** "number, either open or paid": values without a name tell a status. */
function readChoice(cursor: Cursor, { start, end }: Token): Item | null {
  const from = cursor.at;
  const values = accept(cursor, 'either') ? readValues(cursor, false) : null;
  const isWhole = values !== null && (isDone(cursor) || /^[,;)]$|^and$/.test(peek(cursor)));
  if (values === null || !isWhole) {
    cursor.at = from;
    return null;
  }
  const item = itemOf({ words: ['status'], plural: false, start, end });
  return { ...item, qualities: { values }, end: endOffset(cursor) };
}

/** "cause enum: grid, hardware, weather". */
function readEnum(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  const isEnum = acceptAny(cursor, ['enum', 'enumeration', 'one of']) !== null;
  if (isEnum) acceptAny(cursor, [':', '(']);
  const values = isEnum ? readValues(cursor, true) : null;
  if (values !== null) item.qualities.values = values;
  else cursor.at = from;
  return values !== null;
}

/** "trainer -> Member": what it points to. */
function readArrow(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  const isArrow = acceptAny(cursor, ['- >', '= >', '→']) !== null;
  const noun = isArrow ? readNoun(cursor) : null;
  if (noun === null) {
    cursor.at = from;
    return false;
  }
  if (noun.words.join(' ') !== item.noun.words.join(' ')) item.refersTo = noun;
  return true;
}

/** "sponsor: the organisation that pays for it": who or what plays the role, when it is kept. */
function readGloss(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  const isGloss = acceptAny(cursor, [': the', ': a', ': an', '- the', '- a', '- an']) !== null;
  const noun = isGloss ? readNoun(cursor) : null;
  const isTold = ['that', 'which', 'who', '', ',', ';'].includes(peek(cursor));
  if (noun === null || !isTold || isValueWord(noun.words.at(-1) ?? '')) {
    cursor.at = from;
    return false;
  }
  item.refersTo = noun;
  item.isGloss = true;
  while (!isDone(cursor) && ![',', ';', ')'].includes(peek(cursor))) cursor.at += 1;
  return true;
}

const MUTUAL = phrases(
  '( many-to-many ) | ( n : m ) | ( m : n ) | ( n : n ) | ( n-m ) | ( m-n ) | many-to-many',
);

/** One addition after the noun; false when nothing that belongs to the item stands here. */
function readAfterNoun(cursor: Cursor, item: Item, nested: boolean): boolean {
  if (acceptAny(cursor, MUTUAL) !== null) {
    item.quantity = 'many';
    item.isMutual = true;
    return true;
  }
  if (readBothEnds(cursor, item)) return true;
  if (skipPlace(cursor) || skipAdverb(cursor) || skipUsed(cursor, item)) return true;
  if (startsAside(cursor)) return false;
  if (isOpener(peek(cursor))) {
    const close = closingIndex(cursor.tokens, cursor.at, cursor.end);
    readBracket({ tokens: cursor.tokens, at: cursor.at + 1, end: close }, item, readItems);
    cursor.at = Math.min(close + 1, cursor.end);
    return true;
  }
  return (
    readArrow(cursor, item) ||
    readGloss(cursor, item) ||
    readValuesAfter(cursor, item, readItems) ||
    (!isWithPartner(cursor, item) && readWith(cursor, item, nested, readItems)) ||
    readRelative(cursor, item, readItems) ||
    readQuality(cursor, item.qualities) ||
    readEnum(cursor, item) ||
    readFurtherQuality(cursor, item) ||
    readOwners(cursor, item, readItems) ||
    readExamples(cursor, item, readItems) ||
    readAs(cursor, item)
  );
}
