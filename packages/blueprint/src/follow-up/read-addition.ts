import { acceptAny, type Cursor, cursorOf, isDone } from '../grammar/cursor.ts';
import { readItems } from '../grammar/items.ts';
import { readQualities } from '../grammar/qualities.ts';
import type { Item, Qualities } from '../grammar/statements.ts';
import { phrases } from '../lexicon/words.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { type Reference, readReferences } from './reference.ts';

const ADD = phrases(`
  add back | put back | add | include | insert | append | introduce | create | put in | put | set up | store | track | record | keep |
  we also need | we need | i also need | i need | we also want | we want | i also want | i want | there should also be |
  there should be | there must be | there is also | there are also | extend
`);
const OWNER_LINKS = ['to', 'on', 'for', 'onto', 'into', 'in', 'of', 'per', 'with'];

/** "add a discount to the invoice", "give each client a phone", "add to the invoice a discount". */
export function readAddition(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const made = readGiven({ ...cursor }, known) ?? readAdded({ ...cursor }, known);
  return made === null ? null : [{ kind: 'add', qualities: {}, ...made, ...span }];
}

type Added = { items: Item[]; owners: Reference[]; qualities?: Qualities };

/** The owner first: "give the invoice a discount", "the invoice gets a discount". */
function readGiven(cursor: Cursor, known: Known): Added | null {
  const isGive = acceptAny(cursor, ['give']) !== null;
  const owners = readReferences(cursor, known);
  if (owners.length === 0 || !owners.every(({ words }) => known.isEntity(words))) return null;
  if (!isGive && acceptAny(cursor, ['also gets', 'also get', 'gets', 'get']) === null) return null;
  const items = readWholeList(cursor);
  return items === null ? null : { items, owners };
}

function readAdded(cursor: Cursor, known: Known): Added | null {
  const verb = acceptAny(cursor, ADD);
  if (verb === null) return null;
  if (verb === 'extend') return readExtended(cursor, known);
  const first = readOwnerFirst({ ...cursor }, known);
  if (first !== null) return first;
  const link = findOwner(cursor, known);
  if (link === null) {
    const items = readWholeList(cursor);
    return items === null ? null : { items, owners: [] };
  }
  const items = readWholeList({ ...cursor, end: link.at });
  return items === null ? null : { items, owners: link.owners, qualities: link.qualities };
}

/** "extend the invoice with a discount", "extend the invoice by a discount". */
function readExtended(cursor: Cursor, known: Known): Added | null {
  const owners = readReferences(cursor, known);
  if (owners.length === 0 || acceptAny(cursor, ['with', 'by']) === null) return null;
  const items = readWholeList(cursor);
  return items === null ? null : { items, owners };
}

function readOwnerFirst(cursor: Cursor, known: Known): Added | null {
  if (acceptAny(cursor, ['to', 'for', 'on']) === null) return null;
  const owners = readReferences(cursor, known);
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
    if (word === null) continue;
    const owners = readReferences(probe, known);
    const qualities: Qualities = {};
    if (owners.length === 0 || !isEnd(probe, qualities)) continue;
    const link = { at, owners, qualities };
    if (owners.every(({ words }) => known.isEntity(words))) return link;
    if (word === 'to' || word === 'for') unknown ??= link;
  }
  return unknown;
}

/** The end of the wish, or what is said of the new fields after their owner: ", required and unique". */
function isEnd(cursor: Cursor, qualities: Qualities): boolean {
  if (isDone(cursor)) return true;
  if (acceptAny(cursor, [', which', 'which', ', that', 'that', ',', 'as', 'and']) === null)
    return false;
  return readQualities(cursor, qualities);
}

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
