import { PLURAL_VALUES } from '../lexicon/fields.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { phrases } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';
import { isThingOfKinds } from './brackets.ts';
import { acceptAny, type Cursor, peek, tokenAt } from './cursor.ts';
import { isNounEnd } from './noun.ts';
import { readAnnotation, readQuality, readType } from './qualities.ts';
import { readSeveralAfter } from './several-values.ts';
import { type Item, itemOf, type Qualities, type ReadItems } from './statements.ts';
import { readValues } from './values.ts';

/** "unique but optional". */
export function readFurtherQuality(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  if (
    acceptAny(cursor, ['but also', 'but', 'yet']) !== null &&
    readQuality(cursor, item.qualities) &&
    isNounEnd(cursor)
  )
    return true;
  cursor.at = from;
  return false;
}

const VALUE_INTROS = phrases(`
  being one of | of either | as one of | with values | with the values | with options |
  with possible values | one of | either | being | of type | of | : | = | - | – | —
`);

/** "the condition before and after": two values of the same kind. */
export function readBothEnds(cursor: Cursor, item: Item): boolean {
  const isBoth = acceptAny(cursor, ['before and after', 'before / after']) !== null;
  if (isBoth) item.ends = ['before', 'after'];
  return isBoth;
}

const KINDS_OF = phrases(
  'of different | of various | of several | of two | of three | of four | in different | in various | in several | in three',
);
const KINDS = /^(types|kinds|sizes|colours|colors|categories|classes|brands|levels)$/;

/** "bikes of different types (city, mountain)": of which kind each of them is. */
function readKinds(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  const kind = acceptAny(cursor, KINDS_OF) === null ? undefined : tokenAt(cursor);
  const close = cursor.tokens.findIndex(({ text }, at) => at > cursor.at && text === ')');
  if (!item.noun.plural || kind === undefined || !KINDS.test(kind.lower) || close < 0) {
    cursor.at = from;
    return false;
  }
  const inner = { ...cursor, at: cursor.at + 2, end: close };
  const values = peek(cursor, 1) === '(' ? readValues(inner, true) : null;
  if (values === null) {
    cursor.at = from;
    return false;
  }
  const { start } = kind;
  const end = cursor.tokens[close]?.end ?? kind.end;
  const noun = { words: [singular(kind.lower)], plural: false, start, end };
  item.children.push({ ...itemOf(noun), qualities: { values }, end });
  cursor.at = close + 1;
  return true;
}

export function readValuesAfter(cursor: Cursor, item: Item, readItems: ReadItems): boolean {
  if (readSeveralAfter(cursor, item) || readKinds(cursor, item)) return true;
  const from = cursor.at;
  const intro = acceptAny(cursor, VALUE_INTROS);
  if (intro === null) return readBareValues(cursor, item);
  if (intro === '=' && readAssigned(cursor, item)) return true;
  acceptAny(cursor, [':', 'of', 'either', 'one of']);
  const closed = intro.includes('one of') || intro.includes('values') || intro.includes('options');
  const isColon = [':', '=', '-', '–', '—'].includes(intro);
  const qualities: Qualities = {};
  const isList = intro === ':' && isListOf(cursor, item);
  if (!isList && (isColon || intro === 'of type') && readAnnotation(cursor, qualities)) {
    Object.assign(item.qualities, qualities);
    return true;
  }
  if (intro === 'of' && readQuality(cursor, item.qualities)) return true;
  const values = readValues(cursor, closed || (isColon && !item.noun.plural));
  if (values !== null && (values.length > 1 || closed)) {
    item.qualities.values = values;
    return true;
  }
  if (intro === ':' && item.noun.plural) {
    item.children.push(...readItems(cursor, true));
    readPlayers(item);
    return item.children.length > 0 || item.refersTo !== null;
  }
  const parts = isColon && item.noun.plural ? readItems({ ...cursor }, true) : [];
  const plain = parts.filter(({ noun }) => isValueWord(noun.words.at(-1) ?? ''));
  if (parts.length > 1 && plain.length === parts.length) {
    item.children.push(...readItems(cursor, true));
    return true;
  }
  cursor.at = from;
  return false;
}

/** "we log walks: time, minutes": values of each of them, though the first could be a type as well. */
function isListOf(cursor: Cursor, { noun }: Item): boolean {
  const head = noun.words.at(-1) ?? '';
  const isThing = noun.plural && !isValueWord(head) && !PLURAL_VALUES.has(head);
  const isOnly = cursor.tokens.filter(({ text }) => text === ':').length === 1;
  const isName = /^(time|date|text|email|phone|photo|picture|link)$/.test(peek(cursor));
  return isThing && isOnly && isName && peek(cursor, 1) === ',';
}

/** "participants: members": those who play the role, and no part of them. */
function readPlayers(item: Item): void {
  const [only, second] = item.children;
  if (only === undefined || second !== undefined || !only.noun.plural) return;
  const isPlain = only.children.length === 0 && Object.keys(only.qualities).length === 0;
  if (!isPlain || isValueWord(only.noun.words.at(-1) ?? '')) return;
  item.refersTo = only.noun;
  item.children = [];
}

/** "status (todo, done) = todo", "stock = 0": the value it starts with. */
function readAssigned(cursor: Cursor, { qualities }: Item): boolean {
  const token = tokenAt(cursor);
  const isEnd = ['', ',', ';', ')', '.'].includes(peek(cursor, 1));
  const isValue =
    token?.kind === 'number' ||
    qualities.values !== undefined ||
    /^(true|false)$/.test(peek(cursor));
  if (token === undefined || token.kind === 'symbol' || !isEnd || !isValue) return false;
  cursor.at += 1;
  if (token.kind === 'number') qualities.default = Number(token.text);
  else qualities.default = /^(true|false)$/.test(token.lower) ? token.lower === 'true' : token.text;
  return true;
}

/** "severity low/medium/high": values that follow the name with nothing between. */
function readBareValues(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  if (tokenAt(cursor)?.kind !== 'word' || ![',', 'or', '/', '|'].includes(peek(cursor, 1)))
    return false;
  const isQuality = readQuality({ ...cursor }, {});
  const values = isNounEnd(cursor) || isQuality ? null : readValues(cursor, false);
  if (values !== null) item.qualities.values = values;
  else cursor.at = from;
  return values !== null;
}

const EXAMPLE_INTROS = phrases(`
  , such as | such as | , including | including | , like | like | , e.g . | , e . g . | e . g . |
  , for example | for example | , namely | namely
`);

export function readExamples(cursor: Cursor, item: Item, readItems: ReadItems): boolean {
  const from = cursor.at;
  if (acceptAny(cursor, EXAMPLE_INTROS) === null) return false;
  acceptAny(cursor, [',', ':']);
  if (item.noun.plural) {
    const children = readItems(cursor, true);
    const kind = kindsAmong(item, children);
    if (kind !== null) item.children.push(kind);
    else if (!areExamples(children)) item.children.push(...children);
    if (children.length > 0) return true;
  } else {
    const values = readValues(cursor, true);
    if (values !== null) {
      if (values.length > 1) item.qualities.values = values;
      return true;
    }
  }
  cursor.at = from;
  return false;
}

/** "activities such as calls and emails": what kind each of them is. */
function kindsAmong({ noun }: Item, kinds: readonly Item[]): Item | null {
  const [first, second] = kinds;
  const arePlain = kinds.every(
    (kind) => kind.noun.plural && kind.children.length === 0 && kind.determiner === null,
  );
  if (!isThingOfKinds(noun) || !arePlain || first === undefined || second === undefined)
    return null;
  const values = kinds.map(({ noun: { words } }) => words.map(singular).join(' '));
  const { start } = first;
  const end = kinds.at(-1)?.end ?? second.end;
  const type = itemOf({ words: ['type'], plural: false, start, end });
  return { ...type, indefinite: false, qualities: { values } };
}

/** "packages such as food, clothes or hygiene": kinds of them, and nothing that each of them has. */
function areExamples(items: readonly Item[]): boolean {
  return items.every(
    ({ noun, children, qualities, determiner }) =>
      children.length === 0 &&
      determiner === null &&
      Object.keys(qualities).length === 0 &&
      !isValueWord(noun.words.at(-1) ?? ''),
  );
}

/** "as text", "as a decimal". */
export function readAs(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  if (
    acceptAny(cursor, ['stored as a', 'stored as', 'as an', 'as a', 'as']) !== null &&
    readType(cursor, item.qualities)
  )
    return true;
  cursor.at = from;
  return false;
}
