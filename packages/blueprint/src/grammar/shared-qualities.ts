import { acceptAny, type Cursor, endOffset, isDone, peek } from './cursor.ts';
import { readNoun } from './noun.ts';
import { readQuality } from './qualities.ts';
import type { Item, Qualities, ReadItems } from './statements.ts';

/** "a sender and a recipient, both with name and city": each of the two has them. */
function readSharedParts(cursor: Cursor, items: readonly Item[], readItems: ReadItems): boolean {
  const from = cursor.at;
  const isPair = items.length === 2 && items.every(({ children }) => children.length === 0);
  const isOpened = isPair && acceptAny(cursor, ['with', 'having', 'have']) !== null;
  const last = cursor.tokens.findIndex(({ lower }, at) => at > cursor.at && lower === 'and');
  const comma = cursor.tokens.findIndex(({ text }, at) => last > 0 && at > last && text === ',');
  const list = { ...cursor, end: comma < 0 ? cursor.end : Math.min(comma, cursor.end) };
  const parts = isOpened ? readItems(list, true) : [];
  cursor.at = list.at;
  if (parts.length === 0) {
    cursor.at = from;
    return false;
  }
  for (const item of items) {
    item.children.push(...parts.map((part) => ({ ...part, qualities: { ...part.qualities } })));
    item.isToldOf = true;
  }
  return true;
}

/** "a sender and a receiver, both are customers": who plays the two roles. */
function readSharedPlayer(cursor: Cursor, items: readonly Item[]): boolean {
  const from = cursor.at;
  const noun =
    acceptAny(cursor, ['are', 'being', 'of them are']) === null ? null : readNoun(cursor);
  const isPair = items.length === 2 && items.every(({ refersTo }) => refersTo === null);
  if (noun?.plural !== true || !isPair || !(isDone(cursor) || /^[,;.]$/.test(peek(cursor)))) {
    cursor.at = from;
    return false;
  }
  for (const item of items) item.refersTo = { ...noun, plural: false };
  const last = items.at(-1);
  if (last !== undefined) last.end = noun.end;
  return true;
}

/** "a name and a registration number, both unique". */
export function readSharedQualities(
  cursor: Cursor,
  items: readonly Item[],
  readItems: ReadItems,
): boolean {
  const from = cursor.at;
  const share = acceptAny(cursor, ['both', 'all']);
  if (share === 'both' && readSharedParts(cursor, items.slice(-2), readItems)) return true;
  if (share === 'both' && readSharedPlayer(cursor, items.slice(-2))) return true;
  const qualities: Qualities = {};
  if (
    share === null ||
    !readQuality(cursor, qualities) ||
    !(isDone(cursor) || [',', 'and', ';'].includes(peek(cursor)))
  ) {
    cursor.at = from;
    return false;
  }
  for (const item of items.slice(share === 'both' ? -2 : 0))
    Object.assign(item.qualities, qualities);
  const last = items.at(-1);
  if (last !== undefined) last.end = endOffset(cursor);
  return true;
}

/** "capacity, at least 1" and "email, unique, optional": the words after the comma are no thing of their own. */
export function readTrailingQualities(cursor: Cursor, last: Item): boolean {
  const from = cursor.at;
  const qualities: Qualities = {};
  if (peek(cursor, -1) === ',' && peek(cursor, -2) === 'and') return false;
  acceptAny(cursor, ['must be', 'should be', 'is', 'are']);
  let found = false;
  while (readQuality(cursor, qualities)) found = true;
  if (!found || !(isDone(cursor) || [',', 'and', ';', '.', ')'].includes(peek(cursor)))) {
    cursor.at = from;
    return false;
  }
  Object.assign(last.qualities, qualities);
  last.end = endOffset(cursor);
  return true;
}
