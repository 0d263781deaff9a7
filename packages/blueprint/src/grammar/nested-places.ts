import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import { belonging, itemOf, type Noun, type Statement } from './statements.ts';

/** "keeps coins in trays, trays in drawers and drawers in cabinets": the verb is said once, each place is in the next. */
export function readNestedPlaces(
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] | null {
  const from = tokens.findIndex((_token, at) => at > 3 && placeAt(tokens, at) !== null);
  const found: { thing: Token; place: Token }[] = [];
  let at = from;
  for (let next = at < 0 ? null : placeAt(tokens, at); next !== null; next = placeAt(tokens, at)) {
    found.push(next);
    at += next.length;
  }
  if (from < 0 || at < tokens.length) return null;
  return [
    ...readBody(tokens.slice(0, from), heading, context, false),
    ...found.map(({ thing, place }) => {
      const span = { start: thing.start, end: place.end };
      return belonging([nounOf(thing)], [{ ...itemOf(nounOf(place)), ...span }], span);
    }),
  ];
}

/** ", trays in drawers" where the trays were the last that was spoken of. */
function placeAt(
  tokens: readonly Token[],
  at: number,
): { thing: Token; place: Token; length: number } | null {
  const isBoth = tokens[at]?.text === ',' && tokens[at + 1]?.lower === 'and';
  const first = at + (isBoth ? 2 : 1);
  const [thing, link, place] = tokens.slice(first, first + 3);
  if (thing === undefined || place === undefined) return null;
  const isLinked =
    /^(,|and)$/.test(tokens[at]?.lower ?? '') && /^(in|on|under|inside)$/.test(link?.lower ?? '');
  const isNamed = isPlural(thing.lower) && isPlural(place.lower);
  const isSpokenOf = tokens[at - 1]?.lower === thing.lower;
  return isLinked && isNamed && isSpokenOf ? { thing, place, length: first + 3 - at } : null;
}

function nounOf({ lower, start, end }: Token): Noun {
  return { words: [singular(lower)], plural: false, start, end };
}
