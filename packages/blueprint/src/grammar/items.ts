import { PLURAL_VALUES } from '../lexicon/fields.ts';
import { BE, DETERMINERS, QUANTIFIERS } from '../lexicon/words.ts';
import { readBracket } from './brackets.ts';
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
import { isNounEnd, readNoun } from './noun.ts';
import { readAnnotation, readQualities, readQuality, readType } from './qualities.ts';
import type { Item, Noun, Qualities } from './statements.ts';
import { readValues } from './values.ts';

const SEPARATORS = [
  ', and also',
  ', and',
  ', plus',
  ', as well as',
  ', or',
  'and also',
  'as well as',
  'along with',
  'together with',
  'in addition to',
  'and',
  'plus',
  ',',
  ';',
  '/',
  'also',
  'or',
  '.',
];
const MANY = [
  'one or more',
  'one or many',
  'zero or more',
  'zero or many',
  'zero to many',
  'one to many',
  'at least one',
  'any number of',
  'a list of',
  'list of',
  'a set of',
  'set of',
  'a collection of',
  'collection of',
  'a series of',
  'lots of',
  'plenty of',
  'a lot of',
  'a couple of',
  'a variety of',
  'a few',
  'many different',
  'multiple',
  'many',
  'several',
  'numerous',
  'various',
];
const ONE = [
  'exactly one',
  'only one',
  'one and only one',
  'at most one',
  'a single',
  'one',
  'single',
];

/** Reads a list of things until the end of the cursor or a word that no list contains. */
export function readItems(cursor: Cursor, nested = false): Item[] {
  const items: Item[] = [];
  while (!isDone(cursor) && items.length < 100) {
    const from = cursor.at;
    const separator = items.length === 0 ? null : acceptAny(cursor, SEPARATORS);
    if (items.length > 0 && separator === null) break;
    while (acceptAny(cursor, SEPARATORS) !== null);
    if (nested && separator !== null && endsNested(cursor, items)) {
      cursor.at = from;
      break;
    }
    const last = items.at(-1);
    if (last !== undefined && readTrailingQualities(cursor, last)) continue;
    const item = readItem(cursor, nested);
    if (item === null) {
      cursor.at = from;
      break;
    }
    items.push(item);
    if (nested && separator?.includes('and') && !['and', ','].includes(peek(cursor))) break;
  }
  return items;
}

/** In "line items with quantity and price, and a status" the article says that the outer list goes on. */
function endsNested(cursor: Cursor, items: Item[]): boolean {
  const startsOuter = ['a', 'an', 'many', 'several', 'multiple'].includes(peek(cursor));
  if (startsOuter && !items.some((item) => item.indefinite)) return true;
  const probe = { tokens: cursor.tokens, at: cursor.at, end: cursor.end };
  readOpening(probe);
  const noun = readNoun(probe);
  return (
    noun?.plural === true &&
    ['with', 'having', '('].includes(peek(probe)) &&
    !PLURAL_VALUES.has(noun.words.at(-1) ?? '')
  );
}

/** "capacity, at least 1" and "email, unique, optional": the words after the comma are no thing of their own. */
function readTrailingQualities(cursor: Cursor, last: Item): boolean {
  const from = cursor.at;
  const qualities: Qualities = {};
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

type Opening = Pick<Item, 'quantity' | 'indefinite'> & { qualities: Qualities };

function readItem(cursor: Cursor, nested: boolean): Item | null {
  const first = tokenAt(cursor);
  if (first === undefined) return null;
  const opening = readOpening(cursor);
  const flag = accept(cursor, 'whether') || accept(cursor, 'if');
  if (flag) skipFlagSubject(cursor);
  const moment = flag ? null : readMoment(cursor);
  const noun = moment ?? readNoun(cursor);
  if (noun === null) return null;
  if (moment !== null) opening.qualities.type = 'datetime';
  const item: Item = {
    noun,
    qualities: flag ? { ...opening.qualities, type: 'boolean' } : opening.qualities,
    quantity: opening.quantity,
    indefinite: opening.indefinite,
    children: [],
    refersTo: null,
    belongsTo: [],
    start: first.start,
    end: noun.end,
  };
  while (!isDone(cursor) && readAfterNoun(cursor, item, nested)) item.end = endOffset(cursor);
  return item;
}

/** "when it was taken" asks for a moment: takenAt. */
function readMoment(cursor: Cursor): Noun | null {
  const from = cursor.at;
  const start = tokenAt(cursor)?.start ?? 0;
  if (
    accept(cursor, 'when') &&
    acceptAny(cursor, ['it', 'they', 'he', 'she', 'this']) &&
    acceptAny(cursor, ['was', 'were', 'is', 'are', 'has been', 'will be', 'gets', 'got'])
  ) {
    const token = tokenAt(cursor);
    if (token?.kind === 'word') {
      cursor.at += 1;
      return { words: [token.lower, 'at'], plural: false, start, end: token.end };
    }
  }
  cursor.at = from;
  return null;
}

/** "whether it was paid" asks for a yes or no; what remains is its name. */
function skipFlagSubject(cursor: Cursor): void {
  acceptAny(cursor, ['or not']);
  for (let steps = 0; steps < 6; steps += 1) {
    const ahead = cursor.tokens.findIndex(
      (token, index) => index >= cursor.at && index < cursor.at + 4 && BE.has(token.lower),
    );
    if (ahead >= 0 && ahead < cursor.end) cursor.at = ahead + 1;
    else if (
      acceptAny(cursor, [
        'it',
        'they',
        'he',
        'she',
        'has been',
        'have been',
        'has',
        'have',
        'already',
        'been',
        'the',
        'a',
        'currently',
        'still',
      ]) === null
    )
      return;
  }
}

function readOpening(cursor: Cursor): Opening {
  const opening: Opening = { quantity: null, indefinite: false, qualities: {} };
  for (let steps = 0; steps < 12 && !isDone(cursor); steps += 1) {
    const from = cursor.at;
    if (acceptAny(cursor, MANY) !== null) opening.quantity = 'many';
    else if (acceptAny(cursor, ONE) !== null) opening.quantity = 'one';
    else if (QUANTIFIERS.has(peek(cursor))) {
      opening.quantity = 'many';
      cursor.at += 1;
    } else if (DETERMINERS.has(peek(cursor))) {
      if (['a', 'an', 'another', 'one'].includes(peek(cursor))) opening.indefinite = true;
      cursor.at += 1;
    } else if (!readOpeningWord(cursor, opening.qualities)) break;
    if (isNounEnd(cursor)) {
      cursor.at = from;
      break;
    }
  }
  return opening;
}

/** `optional`, `unique`, `positive integer` before the noun; a type word counts only when a noun follows. */
function readOpeningWord(cursor: Cursor, qualities: Qualities): boolean {
  if (acceptAny(cursor, ['possibly', 'maybe', 'potentially', 'sometimes'])) {
    qualities.optional = true;
    return true;
  }
  if (acceptAny(cursor, ['globally', 'always', 'also', 'only', 'just', 'and'])) return true;
  if (
    [
      'in',
      'of',
      'number',
      'over',
      'under',
      'from',
      'range',
      'min',
      'max',
      'minimum',
      'maximum',
      'default',
    ].includes(peek(cursor))
  )
    return false;
  if (readQuality(cursor, qualities)) {
    accept(cursor, ',');
    return true;
  }
  const from = cursor.at;
  const typed: Qualities = {};
  if (
    ['integer', 'decimal', 'numeric', 'boolean', 'monetary', 'float'].includes(peek(cursor)) &&
    readType(cursor, typed) &&
    !isNounEnd(cursor)
  ) {
    Object.assign(qualities, typed);
    return true;
  }
  cursor.at = from;
  return false;
}

/** One addition after the noun; false when nothing that belongs to the item stands here. */
function readAfterNoun(cursor: Cursor, item: Item, nested: boolean): boolean {
  if (isOpener(peek(cursor))) {
    const close = closingIndex(cursor.tokens, cursor.at, cursor.end);
    readBracket({ tokens: cursor.tokens, at: cursor.at + 1, end: close }, item);
    cursor.at = Math.min(close + 1, cursor.end);
    return true;
  }
  return (
    readValuesAfter(cursor, item) ||
    readWith(cursor, item, nested) ||
    readRelative(cursor, item) ||
    readQuality(cursor, item.qualities) ||
    readFurtherQuality(cursor, item) ||
    readExamples(cursor, item) ||
    readAs(cursor, item)
  );
}

/** "unique but optional". */
function readFurtherQuality(cursor: Cursor, item: Item): boolean {
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

function readValuesAfter(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  const intro = acceptAny(cursor, [
    'being one of',
    'of either',
    'as one of',
    'with values',
    'with the values',
    'with options',
    'with possible values',
    'one of',
    'either',
    'being',
    'of type',
    'of',
    ':',
    '=',
    '-',
    '–',
    '—',
  ]);
  if (intro === null) return readBareValues(cursor, item);
  acceptAny(cursor, [':', 'of', 'either', 'one of']);
  const closed = intro.includes('one of') || intro.includes('values') || intro.includes('options');
  const isColon = [':', '=', '-', '–', '—'].includes(intro);
  const qualities: Qualities = {};
  if ((isColon || intro === 'of type') && readAnnotation(cursor, qualities)) {
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
    return item.children.length > 0;
  }
  cursor.at = from;
  return false;
}

/** "severity low/medium/high": values that follow the name with nothing between. */
function readBareValues(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  if (tokenAt(cursor)?.kind !== 'word' || ![',', 'or', '/', '|'].includes(peek(cursor, 1)))
    return false;
  const values = isNounEnd(cursor) ? null : readValues(cursor, false);
  if (values !== null) item.qualities.values = values;
  else cursor.at = from;
  return values !== null;
}

function readWith(cursor: Cursor, item: Item, nested: boolean): boolean {
  const from = cursor.at;
  const intro = acceptAny(cursor, [
    ', each with',
    ', each having',
    'each with',
    'each having',
    'that each have',
    'which each have',
    'with',
    'having',
    'that have',
    'that has',
    'which have',
    'which has',
    'who have',
    'who has',
    'that contain',
    'that contains',
    'which contain',
    'which contains',
    ', which have',
    ', which has',
    ', who have',
    ', who has',
    'that include',
    'which include',
    'described by',
    'consisting of',
    'made up of',
    'containing',
    'including their',
    'including the',
  ]);
  if (intro === null) return false;
  if (readQuality(cursor, item.qualities) && (isDone(cursor) || isNounEnd(cursor))) return true;
  cursor.at = from;
  acceptAny(cursor, [intro]);
  if (nested && !item.noun.plural) {
    cursor.at = from;
    return false;
  }
  skipLabel(cursor);
  const children = readItems(cursor, true);
  if (children.length === 0) cursor.at = from;
  item.children.push(...children);
  return children.length > 0;
}

const LABELS = [
  'the following fields',
  'the following attributes',
  'the following properties',
  'the following columns',
  'the following',
  'following fields',
  'following',
  'the fields',
  'the attributes',
  'the columns',
  'these fields',
  'fields',
  'columns',
  'attributes',
  'properties',
];

/** "with the following fields:", "with columns": words that announce a list. */
export function skipLabel(cursor: Cursor): void {
  const from = cursor.at;
  if (acceptAny(cursor, LABELS) !== null && isDone(cursor)) cursor.at = from;
  acceptAny(cursor, [':', 'for', 'like', 'such as', 'named', 'called']);
}

/** "which must be unique", "that is either open or closed", "that belongs to a customer". */
function readRelative(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  acceptAny(cursor, [',']);
  if (acceptAny(cursor, ['which', 'that', 'who']) === null) {
    cursor.at = from;
    return false;
  }
  if (
    acceptAny(cursor, [
      'belongs to',
      'belong to',
      'is assigned to',
      'are assigned to',
      'is linked to',
      'are linked to',
    ])
  ) {
    const targets = readItems(cursor, true);
    item.belongsTo.push(...targets);
    if (targets.length > 0) return true;
  } else if (
    BE.has(peek(cursor)) ||
    ['must', 'can', 'should', 'may', 'has', 'cannot', 'defaults', 'will'].includes(peek(cursor))
  ) {
    const found: Qualities = {};
    if (readPredicateQualities(cursor, found)) {
      Object.assign(item.qualities, found);
      return true;
    }
  }
  cursor.at = from;
  return false;
}

/** The part after a subject: "must be unique", "can be open, closed or lost", "is optional". */
export function readPredicateQualities(cursor: Cursor, into: Qualities): boolean {
  const from = cursor.at;
  let found = false;
  while (!isDone(cursor)) {
    if (readQuality(cursor, into)) {
      found = true;
      continue;
    }
    acceptAny(cursor, [
      'must be',
      'should be',
      'can be',
      'may be',
      'will be',
      'has to be',
      'have to be',
      'is',
      'are',
      'must',
      'should',
      'be',
    ]);
    acceptAny(cursor, [
      'set to',
      'always',
      'either',
      'one of',
      'any of',
      'in',
      'a valid',
      'valid',
      'a',
      'an',
    ]);
    acceptAny(cursor, ['one of', 'either', 'the following', 'the values', ':']);
    acceptAny(cursor, [':']);
    const back = cursor.at;
    if (readAnnotation(cursor, into)) {
      found = true;
    } else {
      const values = readValues(
        cursor,
        ['one of', 'either', ':'].includes(peek(cursor, -1)) || peek(cursor, -2) === 'one',
      );
      if (values === null) {
        cursor.at = found ? back : from;
        break;
      }
      into.values = values;
      found = true;
    }
    const stop = cursor.at;
    if (acceptAny(cursor, [', and', 'and', ',', 'but']) !== null && !isQualityNext(cursor)) {
      cursor.at = stop;
      break;
    }
  }
  return found;
}

function isQualityNext(cursor: Cursor): boolean {
  const probe = { tokens: cursor.tokens, at: cursor.at, end: cursor.end };
  acceptAny(probe, ['must be', 'should be', 'can be', 'is', 'are', 'must', 'should', 'be']);
  return readQuality(probe, {});
}

function readExamples(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  if (
    acceptAny(cursor, [
      ', such as',
      'such as',
      ', including',
      'including',
      ', like',
      'like',
      ', e.g .',
      ', e . g .',
      'e . g .',
      ', for example',
      'for example',
      ', namely',
      'namely',
    ]) === null
  )
    return false;
  acceptAny(cursor, [',', ':']);
  if (item.noun.plural) {
    const children = readItems(cursor, true);
    item.children.push(...children);
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

/** "as text", "as a decimal". */
function readAs(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  if (
    acceptAny(cursor, ['stored as a', 'stored as', 'as an', 'as a', 'as']) !== null &&
    readType(cursor, item.qualities)
  )
    return true;
  cursor.at = from;
  return false;
}

export { readQualities };
