import { recordNames } from '../lexicon/kept-deeds.ts';
import { isMeasureWord, isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS, PREPOSITIONS, phrases, words } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor, cursorOf, endOffset, isDone, peek } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import type { SegmentContext } from './segment-context.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';
import { baseForm } from './verbs.ts';

const NAMES_IT = phrases(
  'it is a | it is an | this is a | this is an | that is a | that is an | we call it a | we call this a | we call that a | this is called a | it is called a | this makes a',
);
const LISTS = phrases(', each with | , with | with | : | ( | ,');

/** "Each day a driver takes one car: it is a shift, with a start": what is done is kept as a thing of those that take part. */
export function readNamedDeed(
  tokens: readonly Token[],
  context: SegmentContext,
): Statement[] | null {
  const [first] = tokens;
  // "If a task has a parent task, it is a subtask" tells when it is one.
  if (first?.lower === 'if') return null;
  for (let at = 4; first !== undefined && at < tokens.length - 2; at += 1) {
    if (!/^([,:;-]|and)$/.test(tokens[at]?.text ?? '')) continue;
    const cursor = cursorOf(tokens, at + 1);
    const record = acceptAny(cursor, NAMES_IT) === null ? null : readNoun(cursor);
    if (record === null || record.plural || isValueWord(record.words.at(-1) ?? '')) continue;
    const parties = partiesIn(tokens.slice(0, at), thingsOf(context));
    const items = readRest(cursor);
    if (parties.length < 2 || items === null) return null;
    return recordOf(record, parties, items, { start: first.start, end: endOffset(cursor) });
  }
  return null;
}

/** "Viewings: a buyer views a property with an agent at a date": the label names what is done, and the sentence tells with whom. */
export function readLabelledDeed(
  tokens: readonly Token[],
  context: SegmentContext,
): Statement[] | null {
  const [first] = tokens;
  const colon = tokens.findIndex(({ text }) => text === ':');
  if (first === undefined || colon < 1 || colon > 3 || !isCounted(tokens[colon + 1])) return null;
  const label = readNoun(cursorOf(tokens, 0, colon));
  const verb = verbAfter(tokens, colon + 2);
  const subject = verb < 0 ? null : readNoun(cursorOf(tokens, colon + 2, verb));
  if (label === null || subject === null || verb < 0) return null;
  const cursor = cursorOf(tokens, verb + 1);
  const { parties, values } = readParts(cursor, thingsOf(context));
  const head = singular(label.words.at(-1) ?? '');
  const others = parties.filter((noun) => noun.words.at(-1) !== head);
  const isOfDeed =
    others.length < parties.length || isNamedFor(head, baseForm(tokens[verb]?.lower ?? ''));
  const items = readRest(cursor);
  if (!isOfDeed || others.length === 0 || items === null) return null;
  const span = { start: first.start, end: endOffset(cursor) };
  return recordOf(label, [subject, ...others], [...values, ...items], span);
}

function recordOf(
  record: Noun,
  parties: readonly Noun[],
  items: Item[],
  span: { start: number; end: number },
): Statement[] {
  const belongs = belonging([record], parties.map(itemOf), span);
  if (items.length === 0) return [belongs];
  return [belongs, { kind: 'has', subjects: [record], items, optional: false, ...span }];
}

/** "viewing" of "view", "loan" of "borrow". */
function isNamedFor(head: string, verb: string): boolean {
  const stem = verb.replace(/[ey]$/, '');
  const isAlike = stem.length > 2 && head.startsWith(stem);
  return isAlike || recordNames(verb).some((name) => name.toLowerCase() === head);
}

function isCounted(token: Token | undefined): boolean {
  return /^(an?|one|each|every)$/.test(token?.lower ?? '');
}

/** The verb in the third person behind one or two words of a subject. */
function verbAfter(tokens: readonly Token[], from: number): number {
  return (
    [from + 1, from + 2].findLast((at) => {
      const [verb, next] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
      const isVerb = /[a-z]{2}s$/.test(verb) && !/^(has|is|was|does)$/.test(verb);
      return isVerb && (DETERMINERS.has(next) || next === 'one' || PREPOSITIONS.has(next));
    }) ?? -1
  );
}

const COUNTS = words('a an one the another their its his her');

/** "a property with an agent at a date and time": things with an article, and values. */
function readParts(cursor: Cursor, isThing: IsThing): { parties: Noun[]; values: Item[] } {
  const parties: Noun[] = [];
  const values: Item[] = [];
  while (!isDone(cursor)) {
    const from = cursor.at;
    if (PREPOSITIONS.has(peek(cursor))) cursor.at += 1;
    const isOne = COUNTS.has(peek(cursor));
    if (isOne) cursor.at += 1;
    const noun = isOne ? readNoun(cursor) : null;
    if (noun === null || noun.plural) {
      cursor.at = from;
      break;
    }
    if (isThing(noun.words.at(-1) ?? '')) parties.push(noun);
    else values.push(itemOf(noun));
  }
  return { parties, values };
}

type IsThing = (head: string) => boolean;

/** A word like "room" names a value, unless the prompt speaks of rooms. */
function thingsOf({ budget }: SegmentContext): IsThing {
  return (head) => (budget.things.has(head) && !isMeasureWord(head)) || !isValueWord(head);
}

/** The list behind it, or none; null where the sentence goes on in another way. */
function readRest(cursor: Cursor): Item[] | null {
  if (isDone(cursor)) return [];
  const opener = acceptAny(cursor, LISTS);
  if (opener === null) return null;
  const items = readItems(cursor);
  if (opener === '(') acceptAny(cursor, [')']);
  return items.length > 0 && isDone(cursor) ? items : null;
}

/** The nouns that are counted: "a driver takes one car"; the verb is no part of the name. */
function partiesIn(tokens: readonly Token[], isThing: IsThing): Noun[] {
  return tokens.flatMap((token, at) => {
    if (!isCounted(token)) return [];
    const verb = verbAfter(tokens, at + 1);
    const noun = readNoun(cursorOf(tokens, at + 1, verb < 0 ? tokens.length : verb));
    const head = noun?.words.at(-1) ?? '';
    const isParty = noun !== null && !noun.plural && isThing(head) && !PERIOD.has(head);
    return isParty ? [noun] : [];
  });
}

const PERIOD = words('day week month year morning evening night time hour');
