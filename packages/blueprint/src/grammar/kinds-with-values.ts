import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, cursorOf, endOffset, isDone, peek } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import { itemOf, type Statement } from './statements.ts';

/** "Clients are persons or companies: name, address": of which kind each is, and what all of them have. */
export function readKindsWithValues(tokens: readonly Token[]): Statement[] | null {
  const [first] = tokens;
  const be = tokens.findIndex(({ lower }) => lower === 'are');
  const subject = be < 1 || be > 3 ? null : readNoun(cursorOf(tokens, 0, be));
  if (first === undefined || subject?.plural !== true) return null;
  const cursor = cursorOf(tokens, be + 1);
  acceptAny(cursor, ['either']);
  const kinds: string[] = [];
  while (!isDone(cursor) && isPlural(peek(cursor))) {
    kinds.push(singular(peek(cursor)));
    cursor.at += 1;
    if (acceptAny(cursor, [', or', 'or', ',']) === null) break;
  }
  if (kinds.length < 2 || acceptAny(cursor, [':', 'with', ', with', ', each with']) === null)
    return null;
  const items = readItems(cursor);
  if (items.length === 0 || !isDone(cursor)) return null;
  const { end } = tokens[be] ?? subject;
  const kind = {
    ...itemOf({ words: ['type'], plural: false, start: subject.start, end }),
    qualities: { values: kinds },
  };
  const span = { start: first.start, end: endOffset(cursor) };
  return [{ kind: 'has', subjects: [subject], items: [kind, ...items], optional: false, ...span }];
}
