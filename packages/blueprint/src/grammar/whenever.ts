import type { Token } from '../text/tokens.ts';
import { cursorOf } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import { itemOf, type Noun, type Statement } from './statements.ts';

/** "When an application was successful there is a stay": the stay is the application's. */
export function readWhenever(
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] | null {
  const opening = tokens.slice(0, 2).map(({ lower }) => lower);
  if (!/^(when|whenever|after|once|if) (a|an|each|every|the)$/.test(opening.join(' '))) return null;
  const cause = readNoun(cursorOf(tokens, 2));
  const isKept = cause !== null && context.budget.things.has(cause.words.at(-1) ?? '');
  const from = tokens.findIndex(
    ({ lower, text }, index) => index > 2 && (text === ',' || /^there$/.test(lower)),
  );
  if (!isKept || from < 0) return null;
  const rest = tokens.slice(tokens[from]?.text === ',' ? from + 1 : from);
  const made = readBody(rest, heading, context, false);
  const noun = newThing(made, rest);
  if (noun === null) return null;
  const { start, end } = noun;
  const how = { optional: false, strong: false, many: false, start, end };
  return [...made, { kind: 'belongs', subjects: [noun], targets: [itemOf(cause)], ...how }];
}

/** What comes of it: the first thing with "a" before it. */
function newThing(made: readonly Statement[], tokens: readonly Token[]): Noun | null {
  const nouns = made.flatMap((statement) => {
    if (statement.kind === 'topic') return statement.items.map(({ noun }) => noun);
    return statement.kind === 'has' || statement.kind === 'belongs' ? statement.subjects : [];
  });
  const [first] = nouns;
  const at = tokens.findIndex(({ start }) => start === first?.start);
  const isNew = /^(a|an)$/.test(tokens[at - 1]?.lower ?? '');
  return first !== undefined && isNew && !first.plural ? first : null;
}
