import { isValueWord } from '../lexicon/value-nouns.ts';
import { phrases } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, cursorOf, isDone } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import type { Item, Statement } from './statements.ts';

const ENOUGH = phrases(`
  are enough | is enough | are sufficient | is sufficient | suffice | suffices | will do | would do | are all we need | is all we need | is all i need | are all i need |
  are needed | is needed | are required | are important | are stored | is stored | are kept | is kept | are recorded | is recorded | are noted | are saved |
  are registered | are known | must be stored | must be kept | must be recorded | must be saved | should be stored | should be kept | should be recorded | should be saved |
  need to be stored | need to be kept | need to be recorded | have to be stored | have to be kept | have to be recorded | have to be noted
`);
const OWNERS = phrases(
  'of each | of every | of a | of an | of the | of our | of all | for each | for every | for a | for an | for the | per',
);

/** "Title and author of a book are enough": values first, then whose they are. */
export function readEnough(tokens: readonly Token[]): Statement[] | null {
  const [first] = tokens;
  for (let at = tokens.length - 1; at > 2; at -= 1) {
    const ending = cursorOf(tokens, at);
    if (acceptAny(ending, ENOUGH) === null || !isDone(ending)) continue;
    const told = first === undefined ? null : readBefore(tokens, at, first.start);
    if (told !== null) return told;
  }
  return readOwnerFirst(tokens);
}

/** What stands before the verb: a list, and the last of the owners in it. */
function readBefore(tokens: readonly Token[], end: number, start: number): Statement[] | null {
  for (let at = end - 1; at > 0; at -= 1) {
    const cursor = cursorOf(tokens, at, end);
    const owner = acceptAny(cursor, OWNERS) === null ? null : readNoun(cursor);
    if (owner === null || !isDone(cursor) || isValueWord(owner.words.at(-1) ?? '')) continue;
    const list = cursorOf(tokens, 0, at);
    const items = readItems(list);
    return isDone(list) ? has(owner, items, start, tokens) : null;
  }
  return null;
}

/** "For a book the title and the author suffice". */
function readOwnerFirst(tokens: readonly Token[]): Statement[] | null {
  const cursor = cursorOf(tokens);
  const isOpened = acceptAny(cursor, OWNERS) !== null;
  const owner = isOpened ? readNoun(cursor) : null;
  const end = tokens.findIndex(({ lower }) => /^(suffice|suffices)$/.test(lower));
  if (owner === null || end < 0 || end !== tokens.length - 1) return null;
  acceptAny(cursor, [',']);
  const list = cursorOf(tokens, cursor.at, end);
  const items = readItems(list);
  return isDone(list) ? has(owner, items, tokens[0]?.start ?? 0, tokens) : null;
}

function has(
  owner: NonNullable<ReturnType<typeof readNoun>>,
  items: Item[],
  start: number,
  tokens: readonly Token[],
): Statement[] | null {
  const values = items.filter(({ noun }) => isValueWord(noun.words.at(-1) ?? '')).length;
  const isPlain = items.every(
    ({ children, belongsTo }) => children.length + belongsTo.length === 0,
  );
  if (values * 2 <= items.length || !isPlain) return null;
  const end = tokens.at(-1)?.end ?? owner.end;
  const last = items.at(-1);
  // The words after the values say no more than that they are kept.
  if (last !== undefined && owner.start > last.start) last.end = end;
  return [{ kind: 'has', subjects: [owner], items, optional: false, start, end }];
}
