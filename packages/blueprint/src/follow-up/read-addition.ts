import {
  acceptAny,
  type Cursor,
  cursorOf,
  endOffset,
  isDone,
  peek,
  tokenAt,
} from '../grammar/cursor.ts';
import { readItems } from '../grammar/items.ts';
import { readQualities } from '../grammar/qualities.ts';
import type { Item, Qualities } from '../grammar/statements.ts';
import { phrases } from '../lexicon/words.ts';
import { looksLikeValue } from '../model/kinds.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { readListed } from './listed-values.ts';
import { type Reference, readReference, readReferences } from './reference.ts';

const ADD = phrases(`
  add back | put back | add | include | insert | append | introduce | create | put in | put | set up | store | track | record | keep |
  we will also need | we will need | we also need | we need | i also need | i need | we also want | we want | i also want | i want | there should also be |
  there should be | there must be | there is also | there are also | extend | have | see | attach | enter | we also forgot | we forgot | i forgot | we are missing |
  i am missing | there is no place for | there is no room for |
  there is no way to enter | there is no way to store | there is no way to record | there's no way to enter | there's no way to store |
  there's no way to record | there's no place for | there's no room for
`);
const OWNER_LINKS = ['to', 'on', 'for', 'onto', 'into', 'in', 'of', 'per', 'with'];

/** "add a discount to the invoice", "give each client a phone", "add to the invoice a discount". */
export function readAddition(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const made =
    readGiven({ ...cursor }, known) ??
    readAdded({ ...cursor }, known) ??
    readStored({ ...cursor }, known);
  return made === null ? null : [{ kind: 'add', qualities: {}, ...made, ...span }];
}

const EVERYTHING = phrases(`
  everything | every table | every entity | every thing | each table | each entity | each thing | all tables | all the tables | all entities |
  all the entities | all things | all of them | each of them
`);

/** Whose the new fields are; "everything" is each thing that is there. */
function readOwners(cursor: Cursor, known: Known): Reference[] {
  const start = tokenAt(cursor)?.start ?? 0;
  if (acceptAny(cursor, EVERYTHING) === null) return readReferences(cursor, known);
  const at = { plural: true, start, end: endOffset(cursor) };
  return known.everything.map((words) => ({
    words: [...words],
    owners: [],
    sort: 'entity',
    ...at,
  }));
}

const GETS = phrases('also gets | also get | gets | get | to also have | to have');
const HAVE = phrases('also have | have');
const SHOULD_GET = phrases(`
  should also have | should have | should also get | should get | must have | needs | need | has | also have | have
`);
const KNOWS = phrases(
  'should know | should remember | should hold | should carry | knows | remembers | holds | carries',
);

type Added = { items: Item[]; owners: Reference[]; qualities?: Qualities };

/** The owner first: "give the invoice a discount", "the invoice gets a discount". */
function readGiven(cursor: Cursor, known: Known): Added | null {
  const verb = acceptAny(cursor, ['give', 'let']);
  const isForAll = acceptAny({ ...cursor }, EVERYTHING) !== null;
  const owners = readOwners(cursor, known);
  if (owners.length === 0 || !owners.every(({ words }) => known.isEntity(words))) return null;
  const more = verb === 'let' ? HAVE : [...(isForAll ? SHOULD_GET : []), ...KNOWS];
  if (acceptAny(cursor, [...GETS, ...more]) === null && verb !== 'give') return null;
  const items = readWholeList(cursor);
  return items === null ? null : { items, owners };
}

/** "two new fields to the product: weight and colour". */
const FIELDS_TO = [
  'two',
  'three',
  'four',
  'five',
  'some',
  'these',
  'the following',
  'a few',
].flatMap((count) =>
  ['fields', 'columns', 'attributes', 'properties', 'things'].flatMap((noun) => [
    `${count} ${noun}`,
    `${count} new ${noun}`,
    `${count} more ${noun}`,
  ]),
);

function readAdded(cursor: Cursor, known: Known): Added | null {
  const verb = acceptAny(cursor, ADD);
  if (verb === null) return null;
  if (verb === 'extend') return readExtended(cursor, known);
  acceptAny(cursor, FIELDS_TO);
  skipTable(cursor);
  const first = readOwnerFirst({ ...cursor }, known);
  if (first !== null) return first;
  const explained = readExplained({ ...cursor }, known);
  if (explained !== null) return explained;
  const link = findOwner(cursor, known);
  if (link === null) {
    const items = readWholeList(cursor);
    return items === null ? null : { items, owners: [] };
  }
  const items = readWholeList({ ...cursor, end: link.at });
  return items === null ? null : { items, owners: link.owners, qualities: link.qualities };
}

/** "priorities to invoices: low, normal, high": what it may be, or what the new thing has. */
function readExplained(cursor: Cursor, known: Known): Added | null {
  const colon = cursor.tokens.findIndex(({ text }, at) => text === ':' && at > cursor.at);
  if (colon < 0 || colon >= cursor.end - 1) return null;
  const link = findOwner({ ...cursor, end: colon }, known);
  const [item, other] = link === null ? [] : (readWholeList({ ...cursor, end: link.at }) ?? []);
  if (link === null || item === undefined || other !== undefined) return null;
  const list = { ...cursor, at: colon + 1 };
  const children = readWholeList({ ...list }) ?? [];
  const isOfValues = children.every(({ noun }) => looksLikeValue(noun));
  if (children.length > 0 && isOfValues)
    return { items: [{ ...item, children }], owners: link.owners, qualities: link.qualities };
  const values = readListed(list);
  if (values.length < 2 || children.some(({ noun }) => looksLikeValue(noun))) return null;
  const words = [...item.noun.words.slice(0, -1), singular(item.noun.words.at(-1) ?? '')];
  const noun = { ...item.noun, words, plural: false };
  const qualities = { ...item.qualities, values };
  return { items: [{ ...item, noun, qualities }], owners: link.owners };
}

const STORED = phrases(`
  should be stored | should be kept | should be recorded | should be tracked | should be saved | must be stored | must be kept | must be recorded |
  should also be stored | should also be kept | should also be recorded | needs to be stored | needs to be recorded | has to be stored
`);

/** "the colour of a tool should be stored too": what is not there yet. */
function readStored(cursor: Cursor, known: Known): Added | null {
  for (let at = cursor.at + 1; at < cursor.end; at += 1) {
    const after = { ...cursor, at };
    if (acceptAny(after, STORED) === null || !isDone(after)) continue;
    const before = { ...cursor, end: at };
    acceptAny(before, ['the', 'a', 'an']);
    const link = findOwner(before, known);
    const items = link === null ? null : readWholeList({ ...before, end: link.at });
    return link === null || items === null ? null : { items, owners: link.owners };
  }
  return null;
}

/** "extend the invoice with a discount", "extend the invoice by a discount". */
function readExtended(cursor: Cursor, known: Known): Added | null {
  const owners = readOwners(cursor, known);
  if (owners.length === 0 || acceptAny(cursor, ['with', 'by']) === null) return null;
  const items = readWholeList(cursor);
  return items === null ? null : { items, owners };
}

const TABLE = phrases(`
  a new table | a table | another table | the table | a new entity | an entity | a new model | a model
`);

/** "add a table suppliers with a name", and not the tables of a restaurant. */
function skipTable(cursor: Cursor): void {
  const after = { ...cursor };
  if (acceptAny(after, TABLE) === null) return;
  const isNamed = acceptAny(after, ['called', 'named', 'for', 'of']) !== null;
  const next = tokenAt(after);
  if (next?.kind === 'word' && (isNamed || isPlural(next.lower))) cursor.at = after.at;
}

function readOwnerFirst(cursor: Cursor, known: Known): Added | null {
  if (acceptAny(cursor, ['to', 'for', 'on']) === null) return null;
  const owners = readOwners(cursor, known);
  if (owners.length === 0) return null;
  acceptAny(cursor, [',', ':']);
  const items = readWholeList(cursor);
  return items === null ? null : { items, owners };
}

type Link = { at: number; owners: Reference[]; qualities: Qualities };

/** The last words that name whose the new fields are; after "to" also a name that is not there, which is then asked about. */
function findOwner(cursor: Cursor, known: Known): Link | null {
  let unknown: Link | null = null;
  for (let at = cursor.end - 1; at > cursor.at; at -= 1) {
    const probe = cursorOf(cursor.tokens, at, cursor.end);
    const word = acceptAny(probe, OWNER_LINKS);
    // "unique per client" says within what it is unique.
    if (word === null || cursor.tokens[at - 1]?.lower === 'unique') continue;
    const owners = knownOwners(probe, known);
    const qualities: Qualities = {};
    if (owners.length === 0 || !isEnd(probe, qualities)) continue;
    const link = { at, owners, qualities };
    if (owners.every(({ words }) => known.isEntity(words))) return link;
    if (word === 'to' || word === 'for') unknown ??= link;
  }
  return unknown;
}

/** "products, false by default": what is no thing after the first one is said of the new field. */
function knownOwners(cursor: Cursor, known: Known): Reference[] {
  const from = cursor.at;
  const owners = readOwners(cursor, known);
  const [first, ...others] = owners;
  if (first === undefined || others.every(({ words }) => known.isEntity(words))) return owners;
  cursor.at = from;
  const only = readReference(cursor, known);
  return only === null ? [] : [only];
}

/** The end of the wish, or what is said of the new fields after their owner: ", required and unique". */
function isEnd(cursor: Cursor, qualities: Qualities): boolean {
  if (isDone(cursor)) return true;
  if (acceptAny(cursor, [', which', 'which', ', that', 'that', ',', 'as', 'and']) === null)
    return false;
  const value = YES_NO.get(peek(cursor));
  if (value === undefined) return readQualities(cursor, qualities);
  cursor.at += 1;
  qualities.default = value;
  return acceptAny(cursor, ['by default', 'at first']) !== null && isDone(cursor);
}

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ...(['yes', 'true', 'on'] as const).map((word) => [word, true] as const),
  ...(['no', 'false', 'off'] as const).map((word) => [word, false] as const),
]);

const FIELD_WORDS = [
  'field',
  'column',
  'attribute',
  'property',
  'called',
  'named',
  'new',
  'another',
];

/** The things of a list to its end; words that only say that a field comes are left out ("a new field discount"). */
function readWholeList(cursor: Cursor): Item[] | null {
  const tokens = cursor.tokens.slice(cursor.at, cursor.end);
  const meant = tokens.filter(({ lower }, index) => {
    const next = tokens[index + 1]?.kind === 'word' && tokens[index + 1]?.lower !== 'and';
    return !(FIELD_WORDS.includes(lower) && next);
  });
  const list = cursorOf(meant);
  const items = readItems(list);
  return items.length > 0 && isDone(list) ? items : null;
}
