import { acceptAny, type Cursor } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import type { ValuePlace } from './instruction.ts';
import type { Known, ValueOf } from './known.ts';
import { joined } from './listed-values.ts';

/** The wish without the words that say where in a list the values are to stand, and the fields that have such a list. */
type Placed = {
  wish: Cursor;
  place: ValuePlace;
  fields: ValueOf[];
  /** The verb stood before the values: "between sent and paid there is". */
  isAdded?: true;
};

const SIDES: readonly (readonly [side: ValuePlace['side'], phrases: readonly string[]])[] = [
  ['after', phrases('right after | directly after | after | following | behind')],
  ['before', phrases('right before | directly before | before | in front of | ahead of')],
];

/** "add reviewed between draft and sent": what stands there already tells of which list it is. */
export function takeValuePlace(cursor: Cursor, known: Known): Placed | null {
  return takePlaceFirst(cursor, known) ?? takePlaceLast(cursor, known);
}

const COMES = phrases(`
  , there is | there is | there should be | , there should be | there must be | there needs to be | , add | add | , put | put | , insert | insert | comes | , comes
`);

/** "between sent and paid there is a new state, overdue". */
function takePlaceFirst(cursor: Cursor, known: Known): Placed | null {
  for (let at = cursor.at + 2; at < cursor.end - 1; at += 1) {
    const wish = { ...cursor, at };
    if (acceptAny(wish, COMES) === null) continue;
    const place = readPlace({ ...cursor, end: at }, known);
    return place === null ? null : { wish, ...place, isAdded: true };
  }
  return null;
}

function takePlaceLast(cursor: Cursor, known: Known): Placed | null {
  for (let at = cursor.at + 1; at < cursor.end - 1; at += 1) {
    const place = readPlace({ ...cursor, at }, known);
    if (place === null) continue;
    const end = cursor.tokens[at - 1]?.lower === ',' ? at - 1 : at;
    return { wish: { ...cursor, end }, ...place };
  }
  return null;
}

function readPlace(cursor: Cursor, known: Known): Omit<Placed, 'wish'> | null {
  if (acceptAny(cursor, ['in between', 'between']) !== null) return readBetween(cursor, known);
  for (const [side, words] of SIDES) {
    if (acceptAny(cursor, words) === null) continue;
    const value = joined(cursor, cursor.end) ?? '';
    const fields = known.fieldsOfValue(value);
    return fields.length === 0 ? null : { place: { side, value }, fields };
  }
  return null;
}

/** Which two they are is enough: the values may be named in either order. */
function readBetween(cursor: Cursor, known: Known): Omit<Placed, 'wish'> | null {
  for (let at = cursor.at + 1; at < cursor.end - 1; at += 1) {
    if (cursor.tokens[at]?.lower !== 'and') continue;
    const first = joined(cursor, at) ?? '';
    const second = joined({ ...cursor, at: at + 1 }, cursor.end) ?? '';
    const fields = known
      .fieldsOfValue(first)
      .filter((one) => known.fieldsOfValue(second).some((two) => one.field === two.field));
    const [{ field } = { field: undefined }] = fields;
    const order = field?.values?.map((value) => value.toLowerCase()) ?? [];
    if (fields.length === 0) continue;
    const isInOrder = order.indexOf(first.toLowerCase()) < order.indexOf(second.toLowerCase());
    return { place: { side: 'after', value: isInOrder ? first : second }, fields };
  }
  return null;
}
