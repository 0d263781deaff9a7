import { isMeasureWord, isValueWord } from '../lexicon/value-nouns.ts';
import { BE, MODALS, RELATIVES, VAGUE, words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';

const ARTICLES = words('a an the their its');
/** What is said of a value beside its name: how it is given, and the kind of value it is. */
const SAID = words(
  'optional unique required mandatory valid non-empty positive possible given certain other flag timestamp boolean checkbox field string reference',
);
const ENDS = words(
  'and or of to in on at by for from with without per when if which that who until as only once if',
);

/** Indexes of the words that name a value after an article: "start" and "date" of "a start date". */
export function findValueNames(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  tokens.forEach((token, index) => {
    if (!ARTICLES.has(token.lower) && !/^[,(:;|]$/.test(token.text)) return;
    const end = endOfName(tokens, index + 1);
    const head = tokens[end - 1]?.lower ?? '';
    // "..., each time with a fee", "..., we note": how often and that it is kept, and no values.
    const isOften = /^(each|every|we|i)$/.test(tokens[index + 1]?.lower ?? '');
    if (isOften || end === index + 1 || !(isValueWord(head) || isMeasureWord(head))) return;
    for (let at = index + 1; at < end; at += 1)
      if (!SAID.has(tokens[at]?.lower ?? '') && !VAGUE.has(tokens[at]?.lower ?? '')) found.add(at);
  });
  return found;
}

function endOfName(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && at < from + 4) {
    const token = tokens[at];
    const word = token?.lower ?? '';
    if (token?.kind !== 'word' || ENDS.has(word) || isSmall(word)) break;
    at += 1;
  }
  return at;
}

function isSmall(word: string): boolean {
  return BE.has(word) || MODALS.has(word) || RELATIVES.has(word) || ARTICLES.has(word);
}
