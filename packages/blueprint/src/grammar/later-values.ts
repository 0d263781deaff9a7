import { isRecorded } from '../lexicon/kept-deeds.ts';
import { phrases } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, cursorOf, isDone } from './cursor.ts';
import { readItems } from './items.ts';
import type { SegmentContext } from './segment-context.ts';
import type { Item, Statement } from './statements.ts';

const OPENERS = phrases('once | when | as soon as | after | later | afterwards | at the end');
const FILLED = phrases(
  'is filled in | is also filled in | is recorded | is noted | is set | is entered | is added | is stored | is saved | is written down | is written | are filled in | are recorded | are noted | are set | are entered | are added',
);

/** "Once it is returned the return date is filled in": values that are not there before, of what was told of last. */
export function readLaterValues(
  tokens: readonly Token[],
  { previous, before, budget }: SegmentContext,
): Statement[] | null {
  const [first] = tokens;
  if (first === undefined || acceptAny(cursorOf(tokens), OPENERS) === null) return null;
  const items = filledIn(tokens);
  const isKnown = ({ noun }: Item) => budget.things.has(noun.words.at(-1) ?? '');
  if (items === null || items.some((item) => isKnown(item) || item.noun.plural)) return null;
  const span = { start: first.start, end: tokens.at(-1)?.end ?? first.end };
  const later = items.map((item, index) => ({
    ...item,
    ...(index === 0 && { start: span.start }),
    ...(index === items.length - 1 && { end: span.end }),
    qualities: { ...item.qualities, optional: true },
  }));
  if (before?.kind === 'deed') before.values.push(...later);
  else if (before?.kind === 'acts' && isRecorded(before.verb))
    before.given = [...(before.given ?? []), ...later];
  else if (previous.length > 0)
    return [{ kind: 'has', subjects: previous, items: later, optional: false, ...span }];
  else return null;
  return [];
}

/** The list between "the" and "is filled in", where nothing else is said. */
function filledIn(tokens: readonly Token[]): Item[] | null {
  for (let at = 2; at < tokens.length - 2; at += 1) {
    if (tokens[at]?.lower !== 'the') continue;
    const cursor = cursorOf(tokens, at);
    const items = readItems(cursor);
    const isPlain = items.every(
      ({ children, belongsTo }) => children.length + belongsTo.length === 0,
    );
    const isWhole = acceptAny(cursor, FILLED) !== null && isDone(cursor);
    if (items.length > 0 && isPlain && isWhole) return items;
  }
  return null;
}
