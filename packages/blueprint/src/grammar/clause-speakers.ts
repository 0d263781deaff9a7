import { isValueWord } from '../lexicon/value-nouns.ts';
import { isPlainValue } from './clause-links.ts';
import { acceptAny, type Cursor, endOffset, isDone } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import type { Item, Statement } from './statements.ts';
import type { Subject } from './subjects.ts';

/** "we want to know which crate": who speaks asks, and whatever was spoken of before does nothing. */
export function isOnlyAsked({ pronoun }: Subject, verb: string, items: readonly Item[]): boolean {
  const isSingle =
    items.length < 3 && items.every(({ children, noun }) => children.length === 0 && !noun.plural);
  return /^(we|i)$/.test(pronoun) && /^(know|see|note|remember)$/.test(verb) && isSingle;
}

/** "We pay the bills: date, amount": what the bills have. */
export function readOurList(cursor: Cursor, items: readonly Item[]): void {
  const [item, second] = items;
  if (item === undefined || second !== undefined || acceptAny(cursor, [':']) === null) return;
  item.children.push(...readItems(cursor));
  item.end = endOffset(cursor);
}

/** "We put crates into sheds": a crate belongs to a shed. */
export function readPlaced(
  cursor: Cursor,
  items: readonly Item[],
  verb: string,
  start: number,
): Statement[] | null {
  const from = cursor.at;
  const [item, second] = items;
  const isLinked =
    acceptAny(cursor, ['into', 'to', 'in', 'on', 'at', 'onto', 'for', 'of', 'from']) !== null;
  const list = cursor.tokens.findIndex(({ text }, at) => at > cursor.at && text === ':');
  const place = { ...cursor, end: list < 0 ? cursor.end : Math.min(list, cursor.end) };
  const [target] = isLinked ? readItems(place, true) : [];
  cursor.at = place.at;
  const isPlain = item?.noun.plural === true && item.children.length === 0 && second === undefined;
  const isThing = target !== undefined && !isValueWord(target.noun.words.at(-1) ?? '');
  if (item !== undefined && isPlain && isThing) {
    const how = { optional: false, strong: false, many: false, verb, start, end: target.end };
    const values = acceptAny(cursor, [':']) === null ? [] : readItems(cursor);
    const end = values.at(-1)?.end ?? target.end;
    const subjects = [item.noun];
    const kept: Statement = { kind: 'has', subjects, items: values, optional: false, start, end };
    return [
      { kind: 'belongs', subjects, targets: [{ ...target, quantity: null }], ...how },
      ...(values.length > 0 ? [kept] : []),
    ];
  }
  cursor.at = from;
  return null;
}

/** "I can write a diagnosis and the treatment for a visit": values of the visit. */
export function readToldOf(
  cursor: Cursor,
  items: readonly Item[],
  start: number,
): Statement[] | null {
  const from = cursor.at;
  const isLinked =
    acceptAny(cursor, ['for a', 'for the', 'of a', 'on a', 'to a', 'for each', 'in a', 'in an']) !==
    null;
  const owner = isLinked ? readNoun(cursor) : null;
  const isSaid = items.length > 1 ? items.some(isPlainValue) : items.every(isPlainValue);
  const isTold =
    items.length > 0 &&
    isSaid &&
    items.every(({ children, noun }) => children.length === 0 && !noun.plural);
  if (owner !== null && isTold && isDone(cursor) && !isValueWord(owner.words.at(-1) ?? ''))
    return [
      { kind: 'has', subjects: [owner], items: [...items], optional: false, start, end: owner.end },
    ];
  cursor.at = from;
  return null;
}
