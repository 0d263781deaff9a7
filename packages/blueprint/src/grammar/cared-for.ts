import { isValueWord } from '../lexicon/value-nouns.ts';
import { phrases } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, cursorOf, isDone } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { SegmentContext } from './segment-context.ts';
import { belonging, itemOf, type Statement } from './statements.ts';

const CARING = phrases(`
  takes care of | take care of | is responsible for | be responsible for | is in charge of | looks after | look after | works on | work on |
  deals with | deal with | handles | handle | processes | process | manages | manage | supervises | supervise | repairs | repair | fixes | fix |
  reviews | review | inspects | inspect | checks | check | prepares | prepare | leads | lead | teaches | teach
`);
const MODALS = phrases(
  'can | may | might | must | should | will | then | always | usually | tries to | has to',
);

const DEEDS = [...MODALS, ...CARING];

/** "A technician takes care of it": what was spoken of is in the hands of one. */
export function readCaredFor(
  tokens: readonly Token[],
  { previous }: SegmentContext,
): Statement[] | null {
  const [first] = tokens;
  const cursor = cursorOf(tokens);
  const isOne = acceptAny(cursor, ['a', 'an', 'one', 'exactly one']) !== null;
  const verb = tokens.findIndex(
    (_token, at) => at > 1 && acceptAny(cursorOf(tokens, at), DEEDS) !== null,
  );
  const noun = isOne && verb > 0 ? readNoun(cursorOf(tokens, cursor.at, verb)) : null;
  cursor.at = Math.max(verb, 0);
  if (first === undefined || noun === null || noun.plural || isValueWord(noun.words.at(-1) ?? ''))
    return null;
  const modal = acceptAny(cursor, MODALS);
  const isCaring = acceptAny(cursor, CARING) !== null;
  const isMeant = isCaring && acceptAny(cursor, ['it', 'them', 'this', 'him', 'her']) !== null;
  if (!isMeant || !isDone(cursor) || previous.length !== 1) return null;
  const span = { start: first.start, end: tokens.at(-1)?.end ?? first.end };
  const optional = modal === 'may' || modal === 'might' || modal === 'can';
  return [{ ...belonging(previous, [{ ...itemOf(noun), ...span }], span), optional }];
}
