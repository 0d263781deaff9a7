import { phrases, words } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, cursorOf, isDone } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { Statement } from './statements.ts';
import { readValues } from './values.ts';

const MARKS = words('mark marks flag flags marked flagged');
const OPENERS = phrases(
  'an | a | the | each | every | any | their | its | his | her | our | my | these',
);

/** "Staff can mark an order as ready or picked up": what it can be is its state; one mark alone is a yes or no. */
export function readMarking(tokens: readonly Token[]): Statement[] | null {
  const verb = tokens.findIndex(({ lower }) => MARKS.has(lower));
  const cursor = cursorOf(tokens, verb + 1);
  const [first] = tokens;
  if (first === undefined || verb < 0 || verb > 6) return null;
  const isOpened = acceptAny(cursor, OPENERS) !== null || isPlural(tokens[verb + 1]?.lower ?? '');
  const thing = isOpened ? readNoun(cursor) : null;
  if (thing === null || acceptAny(cursor, ['as either', 'as']) === null) return null;
  const span = { start: first.start, end: tokens.at(-1)?.end ?? first.end };
  const told: Statement = {
    kind: 'constraint',
    subjects: [thing],
    owner: null,
    qualities: {},
    ...span,
  };
  const only = tokens.slice(cursor.at);
  const [token, more] = only;
  if (token?.kind === 'word' && more === undefined) {
    const flag = { words: [token.lower], plural: false, start: token.start, end: token.end };
    return [{ ...told, flag }];
  }
  const values = readValues(cursor, false);
  return values === null || !isDone(cursor) ? null : [{ ...told, qualities: { values } }];
}
