import { isValueWord } from '../lexicon/value-nouns.ts';
import { phrases } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, cursorOf, isDone } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import { belonging, itemOf, type Statement } from './statements.ts';

const DEPENDING = phrases(
  'depending on their | depending on its | depending on the | depending on his or her | according to their | according to its | based on their | based on its | by their | as part of their | under their',
);

/** "Members pay a fee depending on their plan": each of them has one of the plans. */
export function readDependingOn(
  tokens: readonly Token[],
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] | null {
  const at = tokens.findIndex(
    (_token, index) => index > 1 && acceptAny(cursorOf(tokens, index), DEPENDING) !== null,
  );
  const cursor = cursorOf(tokens, Math.max(at, 0));
  const isSaid = at > 0 && acceptAny(cursor, DEPENDING) !== null;
  const noun = isSaid ? readNoun(cursor) : null;
  const head = noun?.words.at(-1) ?? '';
  if (noun === null || !isDone(cursor) || isValueWord(head) || noun.plural) return null;
  const subject = context.budget.things.has(head) ? readNoun(opening(tokens)) : null;
  if (subject === null || isValueWord(subject.words.at(-1) ?? '')) return null;
  const said = readBody(tokens.slice(0, at), null, context, false);
  const span = { start: tokens[at]?.start ?? noun.start, end: noun.end };
  const belongs = belonging([subject], [{ ...itemOf(noun), ...span }], span);
  return [...said.filter(({ kind }) => kind !== 'rule'), belongs];
}

function opening(tokens: readonly Token[]): ReturnType<typeof cursorOf> {
  const cursor = cursorOf(tokens);
  acceptAny(cursor, ['a', 'an', 'the', 'each', 'every', 'our', 'all']);
  return cursor;
}
