import { phrases } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor } from './cursor.ts';
import { readNumber } from './number-words.ts';
import { like } from './questions.ts';

const NOT = phrases(`
  must not | must never | should not | should never | shall not | shall never | may not | may never | can not | can never |
  could not | could never | will not | will never | would not | is not | is never | are not | are never | has not to |
  cannot | can't | mustn't | shouldn't | won't | isn't | aren't | couldn't | never | does not | do not | doesn't | don't |
  is not allowed to | is not permitted to | are not allowed to | may not ever | must not ever
`);
const MOVES = phrases(`
  be | go | goes | fall | falls | drop | drops | get | gets | become | becomes | sink | sinks | rise | rises | climb | climbs |
  be set | be kept | be allowed to be | have | run | slip | slips
`);
const BELOW = phrases(
  'below | beneath | under | less than | lower than | smaller than | fewer than',
);
const ABOVE = phrases(`
  above | over | beyond | more than | greater than | higher than | larger than | bigger than | exceed | exceeds | surpass
`);
const STAYS = phrases(`
  must stay | must remain | must always stay | must always be | should stay | should remain | should always be |
  has to stay | has to remain | has to be | needs to stay | needs to be | stays | remains | always stays | is always
`);
const CAPS = phrases(`
  is limited to | is capped at | are limited to | are capped at | is restricted to | maxes out at | tops out at | goes up to | can go up to | may go up to
`);

/** "can't be more than 10", "may not exceed 10": what is refused said as what is allowed, which the grammar knows. */
export function withBounds(tokens: readonly Token[]): readonly Token[] {
  const said: Token[] = [];
  const cursor = { tokens, at: 0, end: tokens.length };
  while (cursor.at < tokens.length) {
    const token = tokens[cursor.at];
    if (token === undefined) break;
    const from = cursor.at;
    const words = said.length === 0 ? null : readBound(cursor);
    if (words === null) {
      said.push(token);
      cursor.at += 1;
    } else said.push(...inPlaceOf(tokens.slice(from, cursor.at), words));
  }
  return said;
}

/** Other words in the places of those that stand there; the last one has all that is left. */
function inPlaceOf(there: readonly Token[], words: readonly string[]): Token[] {
  return words.flatMap((word, index) => {
    const place = there[index] ?? there.at(-1);
    if (place === undefined) return [];
    const isLast = index === words.length - 1;
    return [{ ...like(place, word), end: isLast ? (there.at(-1)?.end ?? place.end) : place.end }];
  });
}

/** What stands for the words before a number, which the cursor has passed then; null where they set no bound. */
function readBound(cursor: Cursor): string[] | null {
  const from = cursor.at;
  if (acceptAny(cursor, NOT) !== null) {
    acceptAny(cursor, MOVES);
    if (acceptAny(cursor, BELOW) !== null && isNumber(cursor)) return ['must', 'be', 'at', 'least'];
    if (acceptAny(cursor, ABOVE) !== null && isNumber(cursor)) return ['must', 'be', 'at', 'most'];
  }
  cursor.at = from;
  if (acceptAny(cursor, STAYS) !== null) {
    if (acceptAny(cursor, BELOW) !== null && isNumber(cursor)) return ['must', 'be', 'below'];
    if (acceptAny(cursor, ABOVE) !== null && isNumber(cursor)) return ['must', 'be', 'above'];
  }
  cursor.at = from;
  if (acceptAny(cursor, CAPS) !== null && isNumber(cursor)) return ['must', 'be', 'at', 'most'];
  cursor.at = from;
  return null;
}

function isNumber(cursor: Cursor): boolean {
  const number = readNumber({ ...cursor });
  return number !== null;
}
