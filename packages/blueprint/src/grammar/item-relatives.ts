import { PARTICIPLES, STRONG_BELONG } from '../lexicon/predicates.ts';
import { isMeasureWord, isValueWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import { acceptAny, type Cursor, peek, tokenAt } from './cursor.ts';
import { readOwner } from './item-owners.ts';
import type { Item, ReadItems } from './statements.ts';

const TARGET_LINKS = words('by to in at for on from under into within against onto during');
const FURTHER_LINKS = words('by to in at for on from with during about of');
const ARTICLES = words('a an one the');

/** "products that are grouped into categories", "flights which are carried out by a pilot with a drone on a date". */
export function readPassiveRelative(cursor: Cursor, item: Item, readItems: ReadItems): boolean {
  const from = cursor.at;
  const isPassive = acceptAny(cursor, ['is', 'are', 'was', 'were', 'can be', 'may be']) !== null;
  acceptAny(cursor, ['each', 'always', 'all', 'then']);
  const participle = peek(cursor);
  const isKnown = STRONG_BELONG.has(participle) || PARTICIPLES.has(participle);
  const particle = /^(out|up|off|over)$/.test(peek(cursor, 1)) ? 1 : 0;
  if (!isPassive || !isKnown || !TARGET_LINKS.has(peek(cursor, 1 + particle))) {
    cursor.at = from;
    return false;
  }
  cursor.at += 2 + particle;
  const isOne = ARTICLES.has(peek(cursor));
  const targets = isOne ? readOwner(cursor, readItems) : readItems(cursor, true);
  if (targets.length === 0 || targets.some(({ noun }) => isValueWord(noun.words.at(-1) ?? ''))) {
    cursor.at = from;
    return false;
  }
  item.belongsTo.push(...targets);
  if (isOne) readFurther(cursor, item, readItems);
  return true;
}

/** "... with a drone on a date": further parties, and values of the thing. */
function readFurther(cursor: Cursor, item: Item, readItems: ReadItems): void {
  while (FURTHER_LINKS.has(peek(cursor)) && ARTICLES.has(peek(cursor, 1))) {
    const from = cursor.at;
    cursor.at += 1;
    const [party] = readOwner(cursor, readItems);
    const head = party?.noun.words.at(-1) ?? '';
    if (party === undefined || (isValueWord(head) && !isMeasureWord(head))) {
      cursor.at = from;
      return;
    }
    if (isMeasureWord(head)) item.children.push(party);
    else item.belongsTo.push(party);
  }
}

const OPENERS = [
  ', in which',
  ', for which',
  ', during which',
  ', where',
  'in which',
  'for which',
  'during which',
  'that',
  'which',
];

/** "prescriptions that a doctor issued to a patient", "appointments, in which a therapist treats a patient". */
export function readObjectRelative(cursor: Cursor, item: Item, readItems: ReadItems): boolean {
  const from = cursor.at;
  const isOpened = item.noun.plural && acceptAny(cursor, OPENERS) !== null;
  const parties: Item[] = [];
  if (isOpened && ARTICLES.has(peek(cursor))) {
    const [actor] = readActor(cursor, readItems);
    if (actor !== undefined) parties.push(actor);
  }
  const verb = tokenAt(cursor);
  const isVerb = verb?.kind === 'word' && /(ed|s|de|ld|nt|ve|id|wn|ote)$/.test(verb.lower);
  if (parties.length === 0 || !isVerb) {
    cursor.at = from;
    return false;
  }
  cursor.at += 1;
  item.belongsTo.push(...parties);
  if (ARTICLES.has(peek(cursor))) item.belongsTo.push(...readOwner(cursor, readItems));
  acceptAny(cursor, ['on the basis', 'because', 'by means']);
  readFurther(cursor, item, readItems);
  return true;
}

/** The noun before the verb: its last word is the verb's neighbour, so only one word is taken. */
function readActor(cursor: Cursor, readItems: ReadItems): Item[] {
  const part = { ...cursor, end: cursor.at + 2 };
  const items = readItems(part, true);
  if (items.length === 1) cursor.at = part.at;
  return items.some(({ noun }) => isValueWord(noun.words.at(-1) ?? '')) ? [] : items;
}
