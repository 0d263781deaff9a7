import { isValueWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
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
  const occasion = readOccasion(tokens, heading, context, readBody);
  if (occasion !== null) return occasion;
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

const MAKING = words(
  'open create make write issue start print prepare draft raise register add set produce generate',
);

/** "When a customer brings in a device we open a ticket": the ticket is of both, the device is the customer's. */
function readOccasion(
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] | null {
  if (!/^(when|whenever|if|once|after)$/.test(tokens[0]?.lower ?? '')) return null;
  const speaker = tokens.findIndex(
    ({ lower }, at) => at > 4 && /^(we|i)$/.test(lower) && MAKING.has(tokens[at + 1]?.lower ?? ''),
  );
  const isCounted = /^(a|an)$/.test(tokens[speaker + 2]?.lower ?? '');
  const made = speaker > 0 && isCounted ? readNoun(cursorOf(tokens, speaker + 3)) : null;
  if (made === null || !context.budget.things.has(made.words.at(-1) ?? '')) return null;
  const end = tokens[speaker - 1]?.text === ',' ? speaker - 1 : speaker;
  const parties = countedNouns(tokens.slice(1, end));
  const [actor, object] = parties;
  if (actor === undefined) return null;
  const { start } = tokens[0] ?? made;
  const how = { optional: false, strong: true, many: false };
  const rest = readBody(tokens.slice(speaker), heading, context, false);
  const span = { start, end: made.end };
  const belongs = (noun: Noun, targets: Noun[]): Statement => ({
    kind: 'belongs',
    subjects: [noun],
    targets: targets.map(itemOf),
    ...how,
    ...span,
  });
  const isBrought = tokens.slice(1, end).some(({ lower }) => BRINGING.has(lower));
  return [
    ...rest.filter(({ kind }) => kind !== 'rule'),
    belongs(made, parties),
    ...(object !== undefined && isBrought ? [belongs(object, [actor])] : []),
  ];
}

const BRINGING = words('brings bring brought drops leaves sends hands owns has');

/** "a customer brings in a device": the nouns with an article, none of them a value. */
function countedNouns(tokens: readonly Token[]): Noun[] {
  const found: Noun[] = [];
  for (const [at, { lower }] of tokens.entries()) {
    if (!/^(a|an|their|his|her)$/.test(lower)) continue;
    const [token] = tokens.slice(at + 1);
    const noun = token === undefined ? null : readNoun(cursorOf(tokens, at + 1, at + 2));
    if (noun !== null && !isValueWord(noun.words.at(-1) ?? '')) found.push(noun);
  }
  return found.slice(0, 2);
}
