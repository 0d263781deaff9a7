import { phrases } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import { acceptAny, type Cursor, isDone } from './cursor.ts';
import { readQualities } from './qualities.ts';
import type { Item, Qualities } from './statements.ts';
import { readValues } from './values.ts';

const SEVERAL_INTROS = phrases(`
  one or more of | zero or more of | some of | several of | multiple of | multiple choice of |
  multiple choice : | multi - select : | multi - select of
`);
const SEVERAL_OF_MANY = [...SEVERAL_INTROS, 'any of'];

/** "tags (one or more of a, b and c; optional)": a set of these values, and nothing else in the brackets. */
export function readSeveralInBrackets(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  const qualities: Qualities = {};
  if (readSeveral(cursor, qualities, isSet(item))) {
    acceptAny(cursor, [';', ',']);
    if (isDone(cursor) || readQualities(cursor, qualities)) {
      Object.assign(item.qualities, qualities);
      return true;
    }
  }
  cursor.at = from;
  return false;
}

/** "tags, any of a, b and c", "tags: one or more of a, b and c". */
export function readSeveralAfter(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  acceptAny(cursor, [',', ':', '-', '–', '—']);
  if (readSeveral(cursor, item.qualities, isSet(item))) return true;
  cursor.at = from;
  return false;
}

/** Values of which several may be chosen; what many things have may be "any of" them. */
export function readSeveral(cursor: Cursor, into: Qualities, many: boolean): boolean {
  const from = cursor.at;
  const intro = acceptAny(cursor, many ? SEVERAL_OF_MANY : SEVERAL_INTROS);
  if (intro !== null) {
    acceptAny(cursor, ['the following', 'the values', 'these', 'the']);
    acceptAny(cursor, [':']);
    const values = readValues(cursor, true);
    if (values !== null && values.length > 1) {
      Object.assign(into, { values, several: true });
      return true;
    }
  }
  cursor.at = from;
  return false;
}

function isSet({ noun }: Item): boolean {
  return noun.plural || isPlural(noun.words.at(-1) ?? '');
}
