import { HAVE } from '../lexicon/predicates.ts';
import { isMeasureWord, isValueWord } from '../lexicon/value-nouns.ts';
import { BE, phrases, words } from '../lexicon/words.ts';
import { BELONG_VERBS } from './belonging-verbs.ts';
import { acceptAny, type Cursor, isDone, peek, tokenAt } from './cursor.ts';
import { readOwner } from './item-owners.ts';
import { readObjectRelative, readPassiveRelative } from './item-relatives.ts';
import { isNounEnd, readNoun } from './noun.ts';
import { readPredicateQualities } from './predicate-qualities.ts';
import { readQuality } from './qualities.ts';
import type { Item, Qualities, ReadItems } from './statements.ts';

const LABELS = phrases(`
  the following fields | the following attributes | the following properties | the following columns |
  the following | following fields | following | the fields | the attributes | the columns |
  these fields | fields | columns | attributes | properties
`);

/** "with the following fields:", "with columns": words that announce a list. */
export function skipLabel(cursor: Cursor): void {
  const from = cursor.at;
  if (
    acceptAny(cursor, LABELS) !== null &&
    (isDone(cursor) || [',', 'and', '('].includes(peek(cursor)))
  )
    cursor.at = from;
  acceptAny(cursor, [':', 'for', 'like', 'such as', 'named', 'called']);
}

const WITH_INTROS = phrases(`
  , each of which has | , each of which have | each of which has | , all of which have | , each of them with | , each of them having | , each with | , each having | , each listing | , each showing | , each recording | , each storing | , each containing | each with | each having | that each have | which each have | with |
  having | that have | that has | which have | which has | who have | who has | that contain |
  that contains | which contain | which contains | , which have | , which has | , who have | , who has |
  that include | which include | , which consists of | , which consist of | which consists of | which consist of | that consists of | that consist of | , which contains | , which contain | , which includes | , which include | which includes | that includes | described by | identified by | defined by | characterised by | characterized by | consisting of | made up of | containing |
  , stating the | , giving the | , stating a | stating the | including their | including the
`);

/** "a code with 3 letters": how it is written, and not what it has. */
const CHARACTERS = /^(letters?|digits?|characters?|chars?|symbols?)$/;

/** "three rooms, with a number", "our customers, with their name". */
function isListed({ quantity, noun, determiner, belongsTo }: Item): boolean {
  const isOfEach = belongsTo.some((owner) => owner.determiner === null && !owner.noun.plural);
  if (noun.plural && (belongsTo.length > 1 || isOfEach)) return true;
  return quantity !== null || (noun.plural && /^(our|my)$/.test(determiner ?? ''));
}

export function readWith(
  cursor: Cursor,
  item: Item,
  nested: boolean,
  readItems: ReadItems,
): boolean {
  const from = cursor.at;
  const intro =
    acceptAny(cursor, WITH_INTROS) ??
    (isListed(item) ? acceptAny(cursor, [', with a', ', with', ', having']) : null);
  if (intro === null) return false;
  const qualities: Qualities = {};
  const isQuality = readQuality(cursor, qualities) && qualities.unit === undefined;
  if (isQuality && (isDone(cursor) || isNounEnd(cursor))) {
    Object.assign(item.qualities, qualities);
    return true;
  }
  cursor.at = from;
  acceptAny(cursor, [intro]);
  if (tokenAt(cursor)?.kind === 'number' && CHARACTERS.test(peek(cursor, 1))) {
    cursor.at = from;
    return false;
  }
  const isMoment = !item.noun.plural && isMeasureWord(item.noun.words.at(-1) ?? '');
  if ((nested && !item.noun.plural) || (isMoment && /^(, )?(with|having)$/.test(intro))) {
    cursor.at = from;
    return false;
  }
  skipLabel(cursor);
  const children = readItems(cursor, true);
  if (children.length === 0) cursor.at = from;
  const isTold = item.children.length > 0;
  if (item.quantity === null && /^(, )?(which|who|that)\b/.test(intro)) item.isToldOf = true;
  item.children.push(
    ...children.map((child) => (isTold ? { ...child, isGiven: true as const } : child)),
  );
  return children.length > 0;
}

/** "a president, who is a student": the entity behind the role. */
function readRoleNoun(cursor: Cursor, item: Item): boolean {
  const noun = readNoun(cursor);
  acceptAny(cursor, ['too', 'as well', 'themselves']);
  if (noun === null || (!isDone(cursor) && ![',', 'and', ';', '.'].includes(peek(cursor))))
    return false;
  item.refersTo = noun;
  return true;
}

const RULING = words(
  "must mustn't can can't cannot should shouldn't may has defaults will won't never needs",
);

/** "which stand along a line", "that hangs on a wall": any verb with a place behind it. */
function acceptPlace(cursor: Cursor): string | null {
  const verb = peek(cursor);
  const isVerb = /^[a-z]{4,}$/.test(verb) && !BE.has(verb) && !RULING.has(verb) && !HAVE.has(verb);
  const isPlace = /^(along|near|beside|inside|in|on|at|under|through)$/.test(peek(cursor, 1));
  if (!isVerb || !isPlace || !/^(a|an|one)$/.test(peek(cursor, 2))) return null;
  cursor.at += 2;
  return verb;
}

const LINKED = phrases(
  'belongs to | belong to | is assigned to | are assigned to | is linked to | are linked to',
);
const LINKED_OR_BELONGS = [...LINKED, ...BELONG_VERBS];

/** "which must be unique", "that is either open or closed", "that belongs to a customer". */
export function readRelative(cursor: Cursor, item: Item, readItems: ReadItems): boolean {
  const before = item.belongsTo.length;
  if (!readRelativeClause(cursor, item, readItems)) return false;
  for (const owner of item.belongsTo.slice(before)) owner.isOfRelative = true;
  return true;
}

function readRelativeClause(cursor: Cursor, item: Item, readItems: ReadItems): boolean {
  const from = cursor.at;
  if (readObjectRelative(cursor, item, readItems)) return true;
  acceptAny(cursor, [',']);
  if (acceptAny(cursor, ['which', 'that', 'who']) === null) {
    cursor.at = from;
    return false;
  }
  if (readPassiveRelative(cursor, item, readItems)) return true;
  const quality: Qualities = {};
  const after = cursor.at;
  if (
    readQuality(cursor, quality) &&
    (quality.optional === true || quality.default !== undefined)
  ) {
    Object.assign(item.qualities, quality);
    return true;
  }
  cursor.at = after;
  const link = acceptAny(cursor, LINKED_OR_BELONGS) ?? acceptPlace(cursor);
  if (link !== null) {
    const targets = LINKED.includes(link) ? readItems(cursor, true) : readOwner(cursor, readItems);
    if (targets.length > 0 && targets.every(({ noun }) => !isValueWord(noun.words.at(-1) ?? ''))) {
      item.belongsTo.push(...targets);
      return true;
    }
  } else if (BE.has(peek(cursor)) || RULING.has(peek(cursor))) {
    const start = cursor.at;
    if (
      acceptAny(cursor, [
        'is also a',
        'is a',
        'is an',
        'must be a',
        'are also',
        'are all',
        'is another',
        'is one of the',
        'is one of its',
        'is one of their',
        'is one of our',
        'is one of these',
        'must be one of the',
        'must be one of its',
        'are',
      ]) !== null &&
      readRoleNoun(cursor, item)
    )
      return true;
    cursor.at = start;
    const found: Qualities = {};
    if (readPredicateQualities(cursor, found)) {
      Object.assign(item.qualities, found);
      return true;
    }
  }
  cursor.at = from;
  return false;
}
