import { BE, MODALS, words } from '../lexicon/words.ts';
import { acceptAny, type Cursor, cursorOf, isDone, peek } from './cursor.ts';
import { readNoun } from './noun.ts';
import { type Item, itemOf } from './statements.ts';

/** "for which team", "in which room". */
const LINKS = ['for', 'in', 'at', 'on', 'to', 'by', 'from', 'with', 'of'];
const ASKERS = new Set(['which', 'what']);
const OBJECTS = words('it them this that him her');

/** "which customer took which bike": the two things that are meant. */
export function readWhich(cursor: Cursor): Item[] | null {
  const from = cursor.at;
  if (ASKERS.has(peek(cursor, 1))) acceptAny(cursor, LINKS);
  const items: Item[] = [];
  while (ASKERS.has(peek(cursor)) && isAsked(peek(cursor, 1))) {
    const start = cursor.at + 1;
    let end = start;
    while (end < cursor.end && !endsQuestion(cursor, end)) end += 1;
    const isToWhich = LINKS.includes(word(cursor, end)) && ASKERS.has(word(cursor, end + 1));
    const isActing =
      isToWhich || ASKERS.has(word(cursor, end)) || OBJECTS.has(word(cursor, end - 1));
    const last = OBJECTS.has(word(cursor, end - 1)) ? end - 1 : end;
    const noun = readNoun(
      cursorOf(cursor.tokens, start, isActing ? Math.max(start + 1, last - 1) : end),
    );
    if (noun === null) break;
    items.push(itemOf(noun));
    cursor.at = end;
    if (ASKERS.has(peek(cursor, 1))) acceptAny(cursor, LINKS);
  }
  const [only, second] = items;
  const isListed = /^(,|and)$/.test(word(cursor, from - 1));
  if (only?.noun.plural === true && second === undefined && isListed)
    return [{ ...only, quantity: 'many', isMutual: true }];
  if (items.length > 0) return items;
  cursor.at = from;
  return null;
}

function word(cursor: Cursor, at: number): string {
  return cursor.tokens[at]?.lower ?? '';
}

function endsQuestion(cursor: Cursor, at: number): boolean {
  return (
    ASKERS.has(word(cursor, at)) || /^[,;.]$|^(and|at|on|for|in|from|to)$/.test(word(cursor, at))
  );
}

/** "a status, which is open": no question, but something about the status. */
function isAsked(next: string): boolean {
  return !(
    BE.has(next) ||
    MODALS.has(next) ||
    /^(has|have|had|belongs?|contains?|can)$/.test(next)
  );
}

/** True when a question about a thing stands here: no verb up to the next comma is a predicate. */
export function asksWhich(cursor: Cursor, isThing: (word: string) => boolean): boolean {
  return !isDone(cursor) && ASKERS.has(peek(cursor)) && isThing(peek(cursor, 1));
}
