import { words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, cursorOf, isDone, peek } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { SegmentContext } from './segment-context.ts';
import { itemOf, type Noun, type Statement } from './statements.ts';

const PLACES = ['to', 'for', 'from', 'at', 'with', 'in', 'and', ','];
/** By these the speaker tells what is to be kept, or what there is. */
const OTHERS = words(
  'have need want keep track store record manage are log note like know use would must can should do',
);

/** "We lend costumes to theatres. For each loan we note the costume": what the speakers deal with, where one of it is spoken of later. */
export function readSpeakersDeed(
  tokens: readonly Token[],
  { prompt }: SegmentContext,
): Statement[] | null {
  const [we, verb] = tokens;
  if (!/^(we|i)$/.test(we?.lower ?? '') || verb?.kind !== 'word' || OTHERS.has(verb.lower))
    return null;
  const cursor = cursorOf(tokens, 2);
  acceptAny(cursor, ['out', 'up', 'in']);
  const nouns: Noun[] = [];
  for (;;) {
    const noun = isPlural(peek(cursor)) || isPlural(peek(cursor, 1)) ? readNoun(cursor) : null;
    if (noun?.plural !== true) return null;
    nouns.push(noun);
    if (isDone(cursor)) break;
    if (acceptAny(cursor, PLACES) === null) return null;
  }
  const end = nouns.at(-1)?.end ?? 0;
  const later = prompt.slice(end).toLowerCase();
  const isSpokenOf = ({ words: name }: Noun) =>
    new RegExp(
      `\\b(the|a|an|which|each|every) ${[...name.slice(0, -1), singular(name.at(-1) ?? '')].join(' ')}\\b`,
    ).test(later);
  const items = nouns.filter(isSpokenOf).map(itemOf);
  if (items.length === 0) return null;
  return [{ kind: 'topic', items, announced: true, start: verb.start, end }];
}
