import { infinitiveOf } from '../lexicon/infinitive.ts';
import { BE, words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor, cursorOf, isDone, peek } from './cursor.ts';
import { readNoun } from './noun.ts';
import { like } from './questions.ts';
import type { SegmentContext } from './segment-context.ts';
import { type Item, itemOf, type Noun, type Statement } from './statements.ts';

/** "who of the renters has which key": which renter. */
export function withWhichOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    const isWho = (from: number) =>
      /^(who|which|which one)$/.test(tokens[from]?.lower ?? '') &&
      tokens[from + 1]?.lower === 'of' &&
      /^(the|our|these|my)$/.test(tokens[from + 2]?.lower ?? '') &&
      isPlural(tokens[from + 3]?.lower ?? '');
    if (isWho(at)) return [like(token, 'which')];
    if (isWho(at - 1) || isWho(at - 2)) return [];
    return isWho(at - 3) ? [like(token, singular(token.lower))] : [token];
  });
}

const HOLDING = words('has have had holds keeps got owns');
const LINKS = ['in', 'at', 'on', 'from', 'to', 'for', 'with', 'of'];

/** "which player played which tournament with what score": each time it is done, with what is asked of it. */
export function readWhichWhich(
  tokens: readonly Token[],
  { budget }: SegmentContext,
): Statement[] | null {
  const at = tokens.findIndex(
    ({ lower }, index) => isAsking(lower) && budget.things.has(tokens[index + 1]?.lower ?? ''),
  );
  const second = tokens.findIndex(
    ({ lower }, index) =>
      index > at + 2 &&
      index < at + 6 &&
      isAsking(lower) &&
      budget.things.has(tokens[index + 1]?.lower ?? ''),
  );
  const [first, verb] = [tokens[0], tokens[at + 2]];
  if (at < 1 || second < 0 || verb === undefined || first === undefined) return null;
  const between = tokens.slice(at + 3, second).map(({ lower }) => lower);
  const isPlain = verb.kind === 'word' && between.every((word) => LINKS.includes(word));
  const cursor = cursorOf(tokens, second + 2);
  const values = readAsked(cursor);
  if (!isPlain || values.length === 0 || !isDone(cursor)) return null;
  const [actor, object] = [nounAt(tokens, at + 1), nounAt(tokens, second + 1)];
  if (actor.words[0] === object.words[0] || BE.has(verb.lower)) return null;
  const span = { start: first.start, end: tokens.at(-1)?.end ?? first.end };
  if (HOLDING.has(verb.lower)) return held(actor, object, values, span);
  // When it was done alone may be told of a thing that is kept already.
  if (values.every(isMoment)) return null;
  return [
    { kind: 'deed', verb: infinitiveOf(verb.lower), parties: [actor, object], values, ...span },
  ];
}

const MOMENTS = words('date day time since until');

function isMoment({ noun }: Item): boolean {
  return MOMENTS.has(noun.words.at(-1) ?? '');
}

function isAsking(word: string): boolean {
  return word === 'which' || word === 'what';
}

function nounAt(tokens: readonly Token[], at: number): Noun {
  const { lower = '', start = 0, end = 0 } = tokens[at] ?? {};
  return { words: [singular(lower)], plural: false, start, end };
}

/** "since when, with what score and on which day": what is asked of each time. */
function readAsked(cursor: Cursor): Item[] {
  const items: Item[] = [];
  while (!isDone(cursor)) {
    const from = cursor.at;
    while (acceptAny(cursor, [',', 'and', 'with', 'at', 'on', 'for', 'in', 'by']) !== null);
    const { start = 0, end = 0 } = cursor.tokens[cursor.at] ?? {};
    const when = acceptAny(cursor, ['since when', 'until when', 'when']);
    if (when !== null) {
      const name = when === 'when' ? 'date' : (when.split(' ')[0] ?? '');
      const noun = { words: [name], plural: false, start, end: Math.max(end, start) };
      items.push({ ...itemOf(noun), indefinite: false, qualities: { type: 'date' } });
      continue;
    }
    const isAsked = acceptAny(cursor, ['which', 'what', 'how many']) !== null;
    const noun = isAsked ? readNoun(cursor) : null;
    if (noun === null) {
      cursor.at = from;
      return items;
    }
    acceptAny(cursor, ['it was', 'they were', 'was']);
    items.push({ ...itemOf(noun), indefinite: false });
    if (peek(cursor) === '.') cursor.at += 1;
  }
  return items;
}

/** "which tenant has which garage since when": the garage is in somebody's hands, or in nobody's. */
function held(
  actor: Noun,
  object: Noun,
  values: Item[],
  span: { start: number; end: number },
): Statement[] {
  const how = { optional: true, strong: false, many: false } as const;
  const asked = values.map((item) => ({
    ...item,
    qualities: { ...item.qualities, optional: true },
  }));
  return [
    { kind: 'has', subjects: [object], items: asked, optional: false, ...span },
    { kind: 'belongs', subjects: [object], targets: [itemOf(actor)], ...how, ...span },
  ];
}
