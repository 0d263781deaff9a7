import { PERIODS } from '../lexicon/periods.ts';
import { ABOUT_NOUNS, PARTICIPLES, STRONG_BELONG } from '../lexicon/predicates.ts';
import { isMeasureWord, isValueWord } from '../lexicon/value-nouns.ts';
import { phrases, words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import { acceptAny, type Cursor, closingIndex, peek, tokenAt } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { Item, ReadItems } from './statements.ts';

const BELONGING = phrases(
  ', each belonging to | each belonging to | , each for | each for | , each of | each of | , each in | each in | , each on | each on | , each referencing | each referencing | referencing | referring to | pointing to | belonging to | linked to | attached to | assigned to | related to | associated with | connected to',
);
const LINKING = phrases(
  'which links | which link | that links | that link | which connects | which connect | that connect | linking | connecting | joining | relating | associating',
);
const COUNTED = new Set(['a', 'an', 'one', 'exactly', 'each', 'every', 'another', 'the']);
const BESIDE = [
  'on',
  'of',
  'for',
  'in',
  'by',
  'at',
  'from',
  'about',
  'to',
  'into',
  'against',
  'during',
  'per',
];

/** "professors belonging to a department", "enrollments linking students to courses", "comments on ideas". */
export function readOwners(cursor: Cursor, item: Item, readItems: ReadItems): boolean {
  const from = cursor.at;
  if (readOwnMeasure(cursor, item, readItems)) return true;
  const owners =
    readLinked(cursor, readItems) ??
    readParties(cursor, item, readItems) ??
    readPartner(cursor, item, readItems) ??
    readBelonging(cursor, item, readItems);
  if (owners === null || owners.length === 0) {
    cursor.at = from;
    return false;
  }
  item.belongsTo.push(...owners);
  return true;
}

const MEASURE_LINKS = words('on at for in with from to until till between during');

/** "adoptions linking an animal with an adopter on a date": a date or an amount is a value of the thing, not its owner. */
function readOwnMeasure(cursor: Cursor, item: Item, readItems: ReadItems): boolean {
  const isThing = item.noun.plural || item.belongsTo.length > 0;
  if (!isThing || !MEASURE_LINKS.has(peek(cursor))) return false;
  if (!['a', 'an', 'one', 'the'].includes(peek(cursor, 1))) return false;
  const from = cursor.at;
  const isList = peek(cursor) === 'with';
  cursor.at += 1;
  const values = isList ? readItems(cursor, true) : readOwner(cursor, readItems);
  const isMeasure = ({ noun }: Item) => !noun.plural && isMeasureWord(noun.words.at(-1) ?? '');
  // "with a text and a mood": what follows a measure is of the same thing.
  const isPlain = ({ noun, children }: Item) => !noun.plural && children.length === 0;
  const [first] = values;
  if (first !== undefined && isMeasure(first) && values.every(isList ? isPlain : isMeasure)) {
    item.children.push(...values.map((value) => ({ ...value, isGiven: true as const })));
    return true;
  }
  cursor.at = from;
  return false;
}

function readLinked(cursor: Cursor, readItems: ReadItems): Item[] | null {
  if (acceptAny(cursor, LINKING) === null) return null;
  const first = readOwner(cursor, readItems);
  acceptAny(cursor, ['together with', 'to', 'with', 'and']);
  return [...first, ...readOwner(cursor, readItems)];
}

/** One noun phrase; a list after it belongs to the outer list again, and brackets too unless "with" follows. */
export function readOwner(cursor: Cursor, readItems: ReadItems): Item[] {
  let end = cursor.at + 1;
  while (
    end < cursor.end &&
    !/^(,|and|or|with|to|;|\(|having|consisting|containing|including|stating|giving|in|at|by|on)$/.test(
      cursor.tokens[end]?.lower ?? '',
    )
  )
    end += 1;
  if (cursor.tokens[end]?.text === '(') {
    const close = closingIndex(cursor.tokens, end, cursor.end);
    if (['with', 'having'].includes(cursor.tokens[close + 1]?.lower ?? '')) end = close + 1;
  }
  const part = { tokens: cursor.tokens, at: cursor.at, end };
  const items = readItems(part, true);
  if (items.length > 0) cursor.at = part.at;
  return items;
}

/** Dealings that one has with another: an appointment with a doctor, a contract with a supplier. */
export const DEALINGS = words(
  'appointment meeting session lesson booking consultation interview contract agreement subscription account reservation conversation chat viewing',
);

/** True before "with doctors" and "with a doctor" after a dealing: who it is with, not what it has. */
export function isWithPartner(cursor: Cursor, { noun }: Item): boolean {
  if (peek(cursor) !== 'with' || !DEALINGS.has(singular(noun.words.at(-1) ?? ''))) return false;
  const probe = { ...cursor, at: cursor.at + 1 };
  const isCounted = acceptAny(probe, ['a', 'an', 'one', 'the', 'their']) !== null;
  const partner = readNoun(probe);
  const isThing = partner !== null && !isValueWord(partner.words.at(-1) ?? '');
  return isThing && (isCounted || partner.plural) && /^([.,;]|)$/.test(peek(probe));
}

function readPartner(cursor: Cursor, item: Item, readItems: ReadItems): Item[] | null {
  if (!isWithPartner(cursor, item)) return null;
  cursor.at += 1;
  return readOwner(cursor, readItems);
}

/** Things that tie others together: an enrolment, a loan, a registration. */
const TIE = /(ment|tion|sion|ship|ance|rental|loan|visit|vote|bid|hire|lease|booking|sale)s?$/;
const PARTY_LINKS = new Set(['in', 'to', 'for', 'with', 'by', 'at', 'on', 'from', 'into']);

/** "enrollment of student in course": the joining thing and its two parties, without articles. */
function readParties(cursor: Cursor, item: Item, readItems: ReadItems): Item[] | null {
  const head = item.noun.words.at(-1) ?? '';
  if (item.noun.plural || !TIE.test(head) || peek(cursor) !== 'of') return null;
  const from = cursor.at;
  cursor.at += 1;
  const first = readOwner(cursor, readItems);
  const isLinked = PARTY_LINKS.has(peek(cursor)) && tokenAt(cursor, 1)?.kind === 'word';
  if (first.length !== 1 || !isLinked) {
    cursor.at = from;
    return null;
  }
  cursor.at += 1;
  return [...first, ...readOwner(cursor, readItems)];
}

/** "written by an employee or an agent": either of them, so neither must be there. */
function readEither(cursor: Cursor, readItems: ReadItems): Item[] {
  const found = readOwner(cursor, readItems);
  while (peek(cursor) === 'or' && COUNTED.has(peek(cursor, 1))) {
    const from = cursor.at;
    cursor.at += 1;
    const next = readOwner(cursor, readItems);
    if (next.length === 0 || next.some(({ noun }) => isValueWord(noun.words.at(-1) ?? ''))) {
      cursor.at = from;
      break;
    }
    found.push(...next);
    for (const owner of found) owner.qualities.optional = true;
  }
  return found;
}

function readBelonging(cursor: Cursor, item: Item, readItems: ReadItems): Item[] | null {
  if (!item.noun.plural && peek(cursor) === ',') return null;
  if (acceptAny(cursor, BELONGING) !== null) return readOwner(cursor, readItems);
  const isPassive =
    (PARTICIPLES.has(peek(cursor)) || STRONG_BELONG.has(peek(cursor))) &&
    BESIDE.includes(peek(cursor, 1)) &&
    COUNTED.has(peek(cursor, 2));
  if (isPassive) {
    cursor.at += 2;
    return readEither(cursor, readItems);
  }
  const isAbout =
    ABOUT_NOUNS.has(item.noun.words.at(-1) ?? '') && ['a', 'an', 'the'].includes(peek(cursor, 1));
  if (!(item.noun.plural || isAbout || peek(cursor) === 'per')) return null;
  if (peek(cursor) === 'per' && PERIODS.has(peek(cursor, 1))) return null;
  if (!BESIDE.includes(peek(cursor))) return null;
  const isOwner =
    ['a', 'an', 'one', 'each', 'every'].includes(peek(cursor, 1)) ||
    isAbout ||
    peek(cursor) === 'per' ||
    isPlural(peek(cursor, 1)) ||
    isPlural(peek(cursor, 2));
  if (!isOwner || ['each', 'every'].includes(peek(cursor, 1))) return null;
  cursor.at += 1;
  return readOwner(cursor, readItems);
}
