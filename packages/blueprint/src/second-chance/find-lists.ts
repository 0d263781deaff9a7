import { closingIndex, cursorOf, isOpener } from '../grammar/cursor.ts';
import { readItems } from '../grammar/items.ts';
import type { Item } from '../grammar/statements.ts';
import { BE, DETERMINERS, words } from '../lexicon/words.ts';
import { looksLikeValue } from '../model/kinds.ts';
import type { Token } from '../text/tokens.ts';
import { type KnownThings, nameOf } from './find-owner.ts';

/** A list of values in a sentence that was not understood: `from` its first token, `to` the one after its last. */
type FoundList = { from: number; to: number; items: Item[]; values: number };

const MAX_NAME = 4;
const MAX_TOKENS = 160;

/** The longest list of values in the sentence that holds words nobody has read. */
export function findList(
  tokens: readonly Token[],
  isUnread: (token: Token) => boolean,
  known: KnownThings,
): FoundList | null {
  if (tokens.length > MAX_TOKENS) return null;
  let best: FoundList | null = null;
  for (let from = 0; from < tokens.length; from += 1) {
    if (!mayStart(tokens, from)) continue;
    const found = listAt(tokens, from, isUnread, known);
    if (found !== null && (best === null || scoreOf(found) > scoreOf(best))) best = found;
  }
  return best;
}

function scoreOf({ values, items }: FoundList): number {
  return 2 * values - items.length;
}

const NO_START = words('to of per as than i we you they');

/** Lists start with an article or a bare noun, never inside a noun phrase or behind a verb's preposition. */
function mayStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1]?.lower ?? '';
  if (token?.kind === 'symbol' || DETERMINERS.has(before) || BE.has(before)) return false;
  return !NO_START.has(before);
}

function listAt(
  tokens: readonly Token[],
  from: number,
  isUnread: (token: Token) => boolean,
  known: KnownThings,
): FoundList | null {
  const opener = tokens[from - 1]?.text ?? '';
  const end = isOpener(opener) ? closingIndex(tokens, from - 1, tokens.length) : tokens.length;
  const cursor = cursorOf(tokens, from, end);
  const items = readItems(cursor);
  const [first] = items;
  const isOpened = /^[:(>-]$/.test(opener);
  if (first === undefined || known.has(nameOf(first.noun.words))) return null;
  if (!isOpened && !isValue(first)) return null;
  const unread = items.filter((item) =>
    tokens.some(
      (token) => token.start >= item.noun.start && token.end <= item.noun.end && isUnread(token),
    ),
  );
  const values = items.filter(isValue).length;
  if (unread.length * 2 < items.length || values < 2 || values * 2 < items.length) return null;
  return { from, to: cursor.at, items, values };
}

function isValue({ noun, qualities, children, quantity }: Item): boolean {
  if (children.length > 0 || quantity === 'many' || noun.words.length > MAX_NAME) return false;
  const { type, values, unit, numeric, unique, optional } = qualities;
  const isTold = [type, values, unit, numeric, unique, optional].some((each) => each !== undefined);
  return isTold || looksLikeValue(noun) || MOMENT.test(noun.words.join(' '));
}

/** "paid on", "trained by", "member since". */
const MOMENT = /^[a-z]+ (on|at|by|since|until)$/;
