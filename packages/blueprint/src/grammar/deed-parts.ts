import { isRecorded } from '../lexicon/kept-deeds.ts';
import {
  ABOUT_NOUNS,
  ADDING_VERBS,
  CREATING_VERBS,
  MANY_TO_MANY_VERBS,
} from '../lexicon/predicates.ts';
import { isMeasureWord, isValueWord } from '../lexicon/value-nouns.ts';
import { phrases, words } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor, cursorOf, endOffset, isDone, peek } from './cursor.ts';
import { DEALINGS } from './item-owners.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';
import { CRUD } from './verbs.ts';

const PART_INTROS = phrases(`
  , each with | , each having | , with | , plus | , having | , giving | , stating | , including | , noting | , entering |
  , specifying | , recording | : | giving | stating | including their
`);

/** "adopters send requests for an animal, with a message": the parts of what is sent. */
export function readObjectParts(cursor: Cursor, items: Item[]): void {
  const last = items.at(-1);
  if (last === undefined) return;
  const isMass = last.determiner === null && ABOUT_NOUNS.has(last.noun.words.at(-1) ?? '');
  if (!last.noun.plural && !isMass) return;
  if (acceptAny(cursor, PART_INTROS) === null) return;
  last.children.push(...readItems(cursor));
}

const OWNER_LINKS = words('for with to in on at of about from by into');
const COUNTED = words('a an the one another my our their its his her each');

/** "book an appointment for a client with an artist, giving a date": whose it is, and then what is kept of it. */
export function readWishParts(cursor: Cursor, verb: string, items: Item[]): void {
  const [item, second] = items;
  if (item === undefined || second !== undefined || !isAdding(verb)) return;
  for (;;) {
    const from = cursor.at;
    const isLinked = OWNER_LINKS.has(peek(cursor)) && COUNTED.has(peek(cursor, 1));
    cursor.at += isLinked ? 2 : 0;
    const owner = isLinked ? readNoun(cursor) : null;
    if (owner === null || isValueWord(owner.words.at(-1) ?? '')) {
      cursor.at = from;
      break;
    }
    item.belongsTo.push(itemOf(owner));
    item.end = owner.end;
  }
  if (acceptAny(cursor, [...PART_INTROS, 'with']) === null) return;
  item.children.push(...readItems(cursor));
  item.end = endOffset(cursor);
}

const MUTUAL_LINKS = words('link connect associate tag');
const SINGLE_LINKS = words(
  'assign allocate delegate put sort group categorise categorize classify move file',
);

/** "I can link a design to an appointment", "sort items into categories": nothing is kept but that both go together. */
export function readWishLink(
  cursor: Cursor,
  verb: string,
  items: readonly Item[],
  start: number,
): Statement[] | null {
  const [item, second] = items;
  const isLink = MUTUAL_LINKS.has(verb) || SINGLE_LINKS.has(verb);
  if (item === undefined || second !== undefined || !isLink) return null;
  const from = cursor.at;
  const link = acceptAny(cursor, ['to', 'with', 'into', 'by', 'under']);
  while (COUNTED.has(peek(cursor))) cursor.at += 1;
  const [other] = link === null ? [] : readItems(cursor);
  if (other === undefined || isValueWord(other.noun.words.at(-1) ?? '')) {
    cursor.at = from;
    return null;
  }
  const isOptional = other.qualities.optional === true;
  const span = { start, end: other.end };
  if ((MUTUAL_LINKS.has(verb) || other.quantity === 'many') && !isOptional)
    return [{ kind: 'many-to-many', nouns: [item.noun, other.noun], ...span }];
  const target = { ...other, quantity: null };
  const belongs = { targets: [target], strong: true, many: false, verb, ...span };
  const optional = isOptional || /^(assign|allocate|delegate)$/.test(verb);
  return [{ kind: 'belongs', subjects: [item.noun], optional, ...belongs }];
}

function isAdding(verb: string): boolean {
  return CRUD.has(verb) || ADDING_VERBS.has(verb) || CREATING_VERBS.has(verb);
}

const GIVEN_LINKS = phrases(
  'from | until | till | to | on | at | for | between | with | during | in',
);

/** "from a start date to an end date", "on a date for a fee": what is said of each time a deed is done. */
export function readGiven(cursor: Cursor): Item[] {
  const given: Item[] = [];
  while (!isDone(cursor)) {
    const from = cursor.at;
    acceptAny(cursor, [', and', ',', 'and']);
    const link = acceptAny(cursor, GIVEN_LINKS);
    const isNamed = link !== null && ['a', 'an', 'the', 'their'].includes(peek(cursor));
    const isEnd = link !== null && SPAN_ENDS.has(peek(cursor));
    const values = isNamed || isEnd ? readItems(cursor, true) : [];
    if (values.length === 0 || !values.every(isMeasured)) {
      cursor.at = from;
      break;
    }
    given.push(...values);
  }
  return given;
}

/** "Guests stay in a flat from check-in to check-out": what lasts for a time is each time a thing of its own. */
export function readStay(
  cursor: Cursor,
  verb: string | undefined,
  subjects: readonly Noun[],
  [place, second]: readonly Item[],
  start: number,
): Statement[] | null {
  const isLasting = /^(stay|live|park|moor|camp|sleep)s?$/.test(verb ?? '');
  if (!isLasting || place === undefined || second !== undefined || subjects.length === 0)
    return null;
  const rest = cursorOf(cursor.tokens, cursor.at);
  if (peek(rest) !== 'from') return null;
  const values = readGiven(rest);
  if (values.length < 2) return null;
  cursor.at = rest.at;
  const parties = [...subjects, place.noun];
  const base = (verb ?? '').replace(/s$/, '');
  return [{ kind: 'deed', verb: base, parties, values, start, end: endOffset(cursor) }];
}

/** "from check-in to check-out", "from arrival until departure": the ends of a time, without an article. */
const SPAN_ENDS = words('check-in check-out arrival departure start end begin');

function isMeasured({ noun }: Item): boolean {
  const head = noun.words.at(-1) ?? '';
  return isMeasureWord(head) || SPAN_ENDS.has(noun.words.join('-'));
}

/** "Bands book a room, with start and end": of each time, where the deed is one that is kept. */
export function readGivenAfter(cursor: Cursor, verb: string, items: readonly Item[]): Item[] {
  const [item, second] = items;
  const isOne = item !== undefined && second === undefined && !item.noun.plural && item.indefinite;
  if (!isOne || !isRecorded(verb) || ADDING_VERBS.has(verb) !== (verb === 'book')) return [];
  return acceptAny(cursor, [', with', ', giving', ', stating']) === null ? [] : readItems(cursor);
}

/** "submit an application with a name for one animal": the application is about the animal. */
export function ownByLast(tokens: readonly Token[], verb: string, items: Item[]): void {
  const [made, about, more] = items;
  if (made === undefined || about === undefined || more !== undefined || !isAdding(verb)) return;
  const at = tokens.findIndex(({ start }) => start === about.start);
  // "companies book adverts in an issue": the adverts are in it.
  const isPlaced =
    made.noun.plural &&
    about.quantity === null &&
    /^(in|at|during)$/.test(tokens[at - 1]?.lower ?? '') &&
    /^(a|an|each|every)$/.test(tokens[at]?.lower ?? '') &&
    !isValueWord(about.noun.words.at(-1) ?? '');
  const isLinked = /^(for|to|on|about)$/.test(tokens[at - 1]?.lower ?? '');
  const isOfOne = isLinked && about.quantity === 'one' && !made.noun.plural;
  if (!isPlaced && !isOfOne) return;
  made.belongsTo.push(about);
  items.pop();
}

/** "each member can rate a book and leave a comment": any of them, so many; a count says how many. */
export function meantInGeneral(
  verb: string,
  modal: boolean,
  subjects: readonly Noun[],
  items: readonly Item[],
): void {
  const [subject, second] = subjects;
  if (subject === undefined || subject.plural || second !== undefined) return;
  for (const item of items) {
    const isAny = /^(a|an)$/.test(item.determiner ?? '') && item.children.length === 0;
    const isRemark =
      items.length === 1 && isAdding(verb) && ABOUT_NOUNS.has(item.noun.words.at(-1) ?? '');
    if (isAny && ((modal && MANY_TO_MANY_VERBS.has(verb)) || isRemark))
      item.noun = { ...item.noun, plural: true };
  }
}

/** "write homework and grades for pupils": each of them is for pupils. */
export function ownTogether(verb: string, items: readonly Item[]): void {
  const last = items.at(-1);
  const [owner, second] = last?.belongsTo ?? [];
  if (!isAdding(verb) || owner === undefined || second !== undefined) return;
  const others = items.slice(0, -1);
  const isPlain = ({ children, belongsTo }: Item) =>
    children.length === 0 && belongsTo.length === 0;
  if (!owner.noun.plural || owner.determiner !== null || !others.every(isPlain)) return;
  for (const other of others) other.belongsTo.push(owner);
}

/** "book viewings of properties with an agent for a client": parties of the viewing, not of who books it. */
export function ownByPartner(tokens: readonly Token[], items: Item[]): void {
  const [made, ...partners] = items;
  if (made === undefined || !DEALINGS.has(singular(made.noun.words.at(-1) ?? ''))) return;
  for (const partner of partners) {
    const at = tokens.findIndex(({ start }) => start === partner.start);
    const link = tokens[at - 1]?.lower ?? '';
    const isFurther = link === 'for' && made.belongsTo.length > 0 && partner.indefinite;
    const isParty = link === 'with' || isFurther;
    if (!isParty || isValueWord(partner.noun.words.at(-1) ?? '')) continue;
    made.belongsTo.push(partner);
    items.splice(items.indexOf(partner), 1);
  }
}

/** "vets see pets in visits": the visit is of both. */
export function metIn(
  tokens: readonly Token[],
  subjects: readonly Noun[],
  items: readonly Item[],
): Statement[] | null {
  const [item, more] = items;
  const [place, second] = item?.belongsTo ?? [];
  if (item === undefined || more !== undefined || place === undefined || second !== undefined)
    return null;
  const link = tokens[tokens.findIndex(({ start }) => start === place.start) - 1]?.lower ?? '';
  const isMeeting =
    place.noun.plural &&
    /^(in|at|during)$/.test(link) &&
    MEETINGS.has(singular(place.noun.words.at(-1) ?? ''));
  if (!isMeeting || subjects.length === 0 || item.children.length > 0) return null;
  const parties = [...subjects.map(itemOf), itemOf(item.noun)];
  return [belonging([place.noun], parties, { start: item.start, end: item.end })];
}

const MEETINGS = words(
  'visit appointment session consultation lesson meeting treatment interview examination checkup',
);

const WORKED = words('hours time');

/** "I can log my hours on a case with a date": what is kept is each entry of them. */
function entryOf(item: Item): Item {
  const isWorked = WORKED.has(item.noun.words.at(-1) ?? '') && item.children.length > 0;
  return isWorked
    ? { ...item, noun: { ...item.noun, words: ['time', 'entry'], plural: false } }
    : item;
}

/** "I can add books with a title": whoever speaks, the books are to be kept. */
export function namedByWish(statement: Statement): Statement {
  if (statement.kind !== 'acts' || statement.subjects.length > 0) return statement;
  const { items, start, end, verb, given = [] } = statement;
  const last = items.at(-1);
  // "book a visit for a pet with a vet on a date": whose it is and when tell that it is kept.
  const isOfOthers = given.length > 0 && last !== undefined && last.belongsTo.length > 0;
  if (isOfOthers) last.children.push(...given);
  const isTold = items.some((item) => item.children.length > 0 || item.noun.plural);
  return isAdding(verb) && isTold
    ? { kind: 'topic', items: items.map(entryOf), announced: true, start, end }
    : statement;
}

const IMPERATIVES = words('rent book reserve borrow lend hire buy sell order lease');

/** "Rent wheelchairs (name) from a start date to an end date": the deed itself is the sentence. */
export function readImperative(tokens: readonly Token[]): Statement[] | null {
  const [first] = tokens;
  const cursor = cursorOf(tokens, 1);
  const object = IMPERATIVES.has(first?.lower ?? '') ? readNoun(cursor) : null;
  if (
    first === undefined ||
    object?.plural !== true ||
    !/^(\(|from|on|at|for|with|)$/.test(peek(cursor))
  )
    return null;
  cursor.at = 1;
  const items = readItems(cursor);
  const given = [
    ...items.flatMap(({ children }) => children.filter(isSaidOfDeed)),
    ...readGiven(cursor),
  ];
  const things = items.map((item) => ({
    ...item,
    children: item.children.filter((child) => !isSaidOfDeed(child)),
  }));
  const span = { start: first.start, end: endOffset(cursor) };
  const kept: Statement = { kind: 'topic', items: things, announced: true, ...span };
  const deed = { subjects: [], preposition: false, verb: first.lower, modal: false, items: things };
  return given.length === 0 ? [kept] : [kept, { kind: 'acts', ...deed, given, ...span }];
}

function isSaidOfDeed({ isGiven }: Item): boolean {
  return isGiven === true;
}
