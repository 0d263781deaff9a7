import { isValueWord } from '../lexicon/value-nouns.ts';
import { phrases } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor, cursorOf, endOffset, isDone } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import { belonging, itemOf, type Noun, type Statement } from './statements.ts';

const LINKS = phrases(
  'belongs to a | belongs to an | belongs to one | belongs to the | belongs to | for a | for an | for one | for the | of a | of an | of one | of the | in a | in an | on a | on an | at a | at an | by a | by an | by one | per | reported by a | reported by an | made by a | made by an | written by a | written by an',
);
const FURTHER = phrases(
  'and a | and an | and one | , for a | , for an | , by a | , by an | for a | for an | by a | by an | with a | with an',
);
const BORDERS = phrases(', with | ; with | with | : | ; | , | - | – | .');

/** "belongs to a building", "for a lease": whose a thing is, right behind its label; null when anything else stands there. */
function readLabelOwners(cursor: Cursor): Noun[] | null {
  if (acceptAny(cursor, LINKS) === null) return null;
  const owners: Noun[] = [];
  do {
    const noun = readNoun(cursor);
    if (noun === null || noun.plural || isValueWord(noun.words.at(-1) ?? '')) return null;
    owners.push(noun);
  } while (acceptAny(cursor, FURTHER) !== null);
  return owners;
}

/** "Flat - belongs to a building;": nothing but the owner before the list of values. */
export function opensWithOwner(tokens: readonly Token[]): boolean {
  const cursor = cursorOf(tokens);
  return readLabelOwners(cursor) !== null && /^[;]?$/.test(cursor.tokens[cursor.at]?.text ?? '');
}

/** "Payment - for a lease: amount, month": the owner first, then what the thing has. */
export function readOwnersFirst(thing: Noun, rest: readonly Token[]): Statement[] | null {
  const cursor = cursorOf(rest);
  const owners = readLabelOwners(cursor);
  if (owners === null || acceptAny(cursor, BORDERS) === null || isDone(cursor)) return null;
  const items = readItems(cursor);
  const isList = items.length > 0 && items.every(({ children }) => children.length === 0);
  if (!isList || !isDone(cursor)) return null;
  const span = { start: thing.start, end: endOffset(cursor) };
  return [
    { kind: 'has', subjects: [thing], items, optional: false, ...span },
    belonging([thing], owners.map(itemOf), { start: thing.start, end: owners.at(-1)?.end ?? 0 }),
  ];
}
