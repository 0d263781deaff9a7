import { isValueWord } from '../lexicon/value-nouns.ts';
import { phrases, words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, cursorOf } from './cursor.ts';
import { readNoun } from './noun.ts';
import { like } from './questions.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import { itemOf, type Noun, type Statement } from './statements.ts';
import { baseForm } from './verbs.ts';

/** "When an application was successful there is a stay": the stay is the application's. */
export function readWhenever(
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] | null {
  const occasion = readOccasion(tokens, heading, context, readBody);
  if (occasion !== null) return occasion;
  const cause = readCause(tokens, context);
  if (cause === null) return null;
  const rest = inOurHands(tokens.slice(cause.rest));
  const made = readBody(rest, heading, context, false);
  const noun = newThing(made, rest);
  if (noun === null || noun.words.at(-1) === cause.noun.words.at(-1)) return null;
  const { start, end } = noun;
  const how = { optional: false, strong: false, many: false, start, end };
  return [
    ...made.map(madeBySomebody),
    { kind: 'belongs', subjects: [noun], targets: [itemOf(cause.noun)], ...how },
  ];
}

const OPENERS = phrases(
  'when | whenever | after | once | if | as soon as | in case | every time | each time',
);
/** What happens to a thing and takes no object: the next clause may follow without a comma. */
const HAPPENING = words(
  'breaks fails ends arrives leaves expires dies stops complains cancels calls starts begins closes opens leaks jams crashes falls',
);
const SOMEBODY = words('somebody someone we i they he she people there staff anybody anyone');

/** "If a machine fails": the known thing, and where the clause that follows begins. */
function readCause(
  tokens: readonly Token[],
  { budget }: SegmentContext,
): { noun: Noun; rest: number } | null {
  const opening = cursorOf(tokens);
  if (acceptAny(opening, OPENERS) === null) return null;
  if (acceptAny(opening, ['a', 'an', 'each', 'every', 'the']) === null) return null;
  const from = opening.at;
  const whole = readNoun(cursorOf(tokens, from));
  const last = tokens.findLastIndex(
    ({ lower, end }, at) => at >= from && end <= (whole?.end ?? 0) && budget.things.has(lower),
  );
  const noun = last < from ? wordAt(tokens, from, budget.things) : nounUpTo(tokens, from, last);
  const next = tokens.findIndex(({ lower, text }, at) => {
    if (at <= Math.max(last, from) + 1) return false;
    if (text === ',' || SOMEBODY.has(lower)) return true;
    const before = tokens[at - 1]?.lower ?? '';
    const isOver = (HAPPENING.has(before) && at === last + 2) || isDoneTo(tokens, at - 1);
    return isOver && /^(the|a|an)$/.test(lower);
  });
  if (noun === null || next < 0) return null;
  return { noun, rest: tokens[next]?.text === ',' ? next + 1 : next };
}

function nounUpTo(tokens: readonly Token[], from: number, last: number): Noun | null {
  return readNoun(cursorOf(tokens, from, last + 1));
}

/** "a well": a thing whose name is a word of the grammar too. */
function wordAt(tokens: readonly Token[], at: number, things: ReadonlySet<string>): Noun | null {
  const token = tokens[at];
  if (token === undefined || !things.has(token.lower)) return null;
  return { words: [token.lower], plural: false, start: token.start, end: token.end };
}

/** "is stolen". */
function isDoneTo(tokens: readonly Token[], at: number): boolean {
  const isBe = /^(is|was|are|gets|been)$/.test(tokens[at - 1]?.lower ?? '');
  return isBe && /(ed|en|n|t|ve)$/.test(tokens[at]?.lower ?? '');
}

/** What comes of it: the first thing with "a" before it. */
function newThing(made: readonly Statement[], tokens: readonly Token[]): Noun | null {
  const nouns = made.flatMap((statement) => {
    if (statement.kind === 'topic') return statement.items.map(({ noun }) => noun);
    if (statement.kind === 'acts')
      return MAKING.has(statement.verb) ? statement.items.map(({ noun }) => noun) : [];
    return statement.kind === 'has' || statement.kind === 'belongs' ? statement.subjects : [];
  });
  const [first] = nouns;
  const at = tokens.findIndex(({ start }) => start === first?.start);
  const isNew = /^(a|an)$/.test(tokens[at - 1]?.lower ?? '');
  return first !== undefined && isNew && !first.plural ? first : null;
}

/** "somebody opens a repair": as if we did. */
function inOurHands(tokens: readonly Token[]): readonly Token[] {
  const [who, verb] = tokens;
  const isAnyone = /^(somebody|someone|people|they|he|she|staff|anybody|anyone)$/;
  const making = baseForm(verb?.lower ?? '');
  if (who === undefined || verb === undefined || !isAnyone.test(who.lower) || !MAKING.has(making))
    return tokens;
  return [like(who, 'we'), like(verb, making), ...tokens.slice(2)];
}

/** "somebody opens a repair with a description": whoever it is, the repair is to be kept. */
function madeBySomebody(statement: Statement): Statement {
  if (statement.kind !== 'acts' || !MAKING.has(statement.verb)) return statement;
  const [subject] = statement.subjects;
  const isKept = subject === undefined || SOMEBODY.has(subject.words.at(-1) ?? '');
  const { items, start, end } = statement;
  return isKept ? { kind: 'topic', items, announced: true, start, end } : statement;
}

const MAKING = words(
  'open create make write issue start print prepare draft raise register add set produce generate file order report',
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
