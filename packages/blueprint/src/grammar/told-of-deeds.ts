import { isRecorded } from '../lexicon/kept-deeds.ts';
import { ADDING_VERBS, OWNED_OBJECTS } from '../lexicon/predicates.ts';
import { singular } from '../text/nouns.ts';
import { isPlainValue } from './clause-links.ts';
import { readTargets } from './clause-targets.ts';
import { type Cursor, cursorOf, endOffset } from './cursor.ts';
import { readItems } from './items.ts';
import type { Noun, Statement } from './statements.ts';

/** "apply to a job with a letter": what is handed in is the application's. */
export function readHandedIn(cursor: Cursor, subjects: Noun[], start: number): Statement[] | null {
  const from = cursor.at;
  const link = cursor.tokens.findIndex(({ lower }, at) => at > from && lower === 'with');
  if (link < 0 || link >= cursor.end - 1 || subjects.length === 0) return null;
  const targets = readTargets({ ...cursor, end: link });
  cursor.at = link + 1;
  const values = readItems(cursor);
  const isPlain = values.length > 0 && values.every(({ children }) => children.length === 0);
  if (targets.length === 0 || !isPlain) {
    cursor.at = from;
    return null;
  }
  const parties = [...subjects, ...targets.map(({ noun }) => noun)];
  return [{ kind: 'deed', verb: 'apply', parties, values, start, end: endOffset(cursor) }];
}

/** "Mentors visit families: date, topics": the list after a deed that is recorded is told of each time it is done. */
export function readToldOfDeed(
  cursor: Cursor,
  verb: string,
  subjects: Noun[],
  start: number,
): Statement[] | null {
  const colon = cursor.tokens.findIndex(({ text }, at) => at > cursor.at && text === ':');
  const isMade = ADDING_VERBS.has(verb) && !/^(book|buy|rate|review)$/.test(verb);
  if (colon < 0 || colon >= cursor.end || !isRecorded(verb) || isMade) return null;
  const objects = readItems(cursorOf(cursor.tokens, cursor.at, colon));
  const [object, second] = objects;
  const isMany = object?.noun.plural === true;
  const isOneOf = object?.indefinite === true && subjects.every(({ plural }) => plural);
  const isPlain = (isMany || isOneOf) && object.children.length === 0;
  if (!isPlain || second !== undefined || isOwnedObject(object.noun)) return null;
  const list = cursorOf(cursor.tokens, colon + 1, cursor.end);
  const values = readItems(list);
  const plain = values.filter(isPlainValue).length;
  if (plain * 2 < values.length || values.length < 2) return null;
  const parties = [...subjects, object.noun];
  return [{ kind: 'deed', verb, parties, values, isEach: true, start, end: endOffset(list) }];
}

/** "patients book appointments: date, time": what is made by the deed has the values itself. */
function isOwnedObject({ words }: Noun): boolean {
  return OWNED_OBJECTS.has(singular(words.at(-1) ?? ''));
}
