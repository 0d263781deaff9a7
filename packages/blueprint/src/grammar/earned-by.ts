import { isValueWord } from '../lexicon/value-nouns.ts';
import { phrases } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, cursorOf } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import { belonging, itemOf, type Noun, type Statement } from './statements.ts';

const EARNING = phrases(
  'receives | receive | gets | get | obtains | obtain | earns | earn | is given | are given | is awarded | are awarded | wins | win',
);
const ARTICLES = ['a', 'an', 'one', 'every', 'each', 'the'];

/** "An employee who finishes a course receives a certificate with a date": the certificate is of the employee and of the course. */
export function readEarnedBy(
  tokens: readonly Token[],
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] | null {
  const [first] = tokens;
  const who = tokens.findIndex(({ lower }) => /^(who|that|which)$/.test(lower));
  const at = tokens.findIndex(
    (_token, index) => index > who + 2 && acceptAny(cursorOf(tokens, index), EARNING) !== null,
  );
  if (first === undefined || who < 1 || who > 4 || at < 0) return null;
  const actor = countedNoun(tokens, 0, who);
  const from = tokens.findIndex(
    ({ lower }, index) => index > who + 1 && index < at && ARTICLES.includes(lower),
  );
  const cause = from < 0 ? null : countedNoun(tokens, from, at);
  const cursor = cursorOf(tokens, at);
  acceptAny(cursor, EARNING);
  const opening = cursor.at;
  acceptAny(cursor, ARTICLES);
  const record = cursor.at > opening ? readNoun(cursor) : null;
  const isKept = [actor, cause].every(
    (noun) => noun !== null && context.budget.things.has(noun.words.at(-1) ?? ''),
  );
  if (record === null || actor === null || cause === null) return null;
  if (!isKept || isValueWord(record.words.at(-1) ?? '')) return null;
  const span = { start: first.start, end: record.end };
  const rest =
    cursor.at < tokens.length
      ? readBody(tokens.slice(opening), null, { ...context, isFirst: false }, true)
      : [];
  return [belonging([{ ...record, plural: false }], [actor, cause].map(itemOf), span), ...rest];
}

/** The noun between an article and where the next words begin, with nothing else there. */
function countedNoun(tokens: readonly Token[], from: number, to: number): Noun | null {
  const cursor = cursorOf(tokens, from, to);
  acceptAny(cursor, ARTICLES);
  const noun = readNoun(cursor);
  return noun !== null && cursor.at === to ? noun : null;
}
