import { infinitiveOf } from '../lexicon/infinitive.ts';
import { isRecorded } from '../lexicon/kept-deeds.ts';
import { isPersonWord } from '../lexicon/people.ts';
import { isMeasureWord, isValueWord } from '../lexicon/value-nouns.ts';
import { BE, words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor, cursorOf, endOffset, isDone, peek } from './cursor.ts';
import { readItems } from './items.ts';
import { nounOf } from './noun-of.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import { type Item, itemOf, type Noun, type Statement } from './statements.ts';

const ASKING = words('see know note track record store keep remember document log tell');
const ASKERS = words('which what who whom');
/** Verbs of being there, which name no deed of their own. */
const BEING = words('came come was were took joined participated showed');
const SLOTS = ['for', 'in', 'at', 'on', 'to', 'by', 'from', 'with', 'of', 'under', 'into'];

/**
 * "We want to see who attended which class", "what game was played at which table on what day": each time somebody does it
 * is kept, with the things that are asked for and the values told beside them.
 */
export function readWhoWhich(
  tokens: readonly Token[],
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] | null {
  const at = askedAt(tokens);
  if (at < 0) return null;
  const asked = readQuestion(tokens, at, context);
  if (asked === null) return null;
  const before = leading(tokens, at);
  const said = before.length === 0 ? [] : readBody(before, null, context, false);
  const verb = isRecorded(asked.verb) ? asked.verb : deedIn(said)?.verb;
  const parties = withSpoken(asked, said, context);
  if (verb === undefined || parties.length < 2 || !isRecorded(verb)) return null;
  const replaced = said.find((each) => each.kind === 'acts' && each.verb === verb);
  const start = replaced?.start ?? tokens[at]?.start ?? 0;
  const record: Statement = {
    kind: 'deed',
    verb,
    parties,
    values: asked.values,
    ...{ start, end: asked.end },
  };
  // What is asked of a deed that was told just before stands in its place.
  return [...said.filter((each) => each !== replaced), record];
}

/** Where "which", "what" or "who" opens what is to be known. */
function askedAt(tokens: readonly Token[]): number {
  const first = tokens[0]?.lower ?? '';
  if (/^(which|what)$/.test(first)) return 0;
  return tokens.findIndex(
    ({ lower }, at) =>
      at > 1 &&
      ASKERS.has(lower) &&
      ASKING.has(tokens[at - 1]?.lower ?? '') &&
      tokens.slice(0, at).some((token) => /^(we|i|to|is)$/.test(token.lower)),
  );
}

/** What stands before "and we can see who". */
function leading(tokens: readonly Token[], at: number): readonly Token[] {
  const border = tokens.findLastIndex(
    ({ lower }, index) => index < at && /^(,|;|and|so|-)$/.test(lower),
  );
  let end = Math.max(border, 0);
  while (end > 0 && /^(,|;|and|so|-)$/.test(tokens[end - 1]?.lower ?? '')) end -= 1;
  return tokens.slice(0, end);
}

type Asked = {
  verb: string;
  nouns: Noun[];
  values: Item[];
  isWho: boolean;
  isBeing: boolean;
  end: number;
};

function readQuestion(
  tokens: readonly Token[],
  at: number,
  { budget }: SegmentContext,
): Asked | null {
  const dash = tokens.findIndex(({ text }, index) => index > at && /^[–—;-]$/.test(text));
  const cursor = cursorOf(tokens, at, dash < 0 ? tokens.length : dash);
  const isWho = /^(who|whom)$/.test(peek(cursor));
  const asked: Asked = { verb: '', nouns: [], values: [], isWho, isBeing: false, end: 0 };
  cursor.at += 1;
  if (!isWho && !readSlot(cursor, asked, budget.things)) return null;
  if (BE.has(peek(cursor))) cursor.at += 1;
  const verb = peek(cursor);
  if (!/^[a-z]{3,}$/.test(verb) || budget.things.has(verb)) return null;
  cursor.at += 1;
  asked.verb = infinitiveOf(verb);
  asked.isBeing = BEING.has(verb);
  acceptAny(cursor, ['part', 'part in', 'up', 'out', 'there']);
  while (!isDone(cursor)) if (!readFurther(cursor, asked, budget.things)) return null;
  asked.end = endOffset(cursor);
  return asked.nouns.length === 0 ? null : asked;
}

/** A noun after "which": a thing, or a value that is kept of each time. */
function readSlot(cursor: Cursor, asked: Asked, things: ReadonlySet<string>): boolean {
  const start = cursor.at;
  const token = cursor.tokens[start];
  const [one, two] = [1, 2].map((length) => cursor.tokens.slice(start, start + length));
  const isTwo = things.has(two?.[1]?.lower ?? '') && two?.every(({ kind }) => kind === 'word');
  const taken = isTwo ? two : one;
  const last = taken?.at(-1);
  if (token === undefined || taken === undefined || last === undefined || last.kind !== 'word')
    return false;
  const noun = nounOf([...taken], token.start, last.end);
  cursor.at += taken.length;
  if (/^(day|date)$/.test(last.lower)) asked.values.push(itemOf({ ...noun, words: ['date'] }));
  else if (things.has(last.lower)) asked.nouns.push(noun);
  else if (isMeasureWord(last.lower) || isValueWord(last.lower)) asked.values.push(itemOf(noun));
  else return false;
  return true;
}

/** "at which table", "on what day", "since when", "for how many hours", "and if they gave it back". */
function readFurther(cursor: Cursor, asked: Asked, things: ReadonlySet<string>): boolean {
  const token = cursor.tokens[cursor.at];
  if (acceptAny(cursor, [', and', 'and', ',', 'or', 'also']) !== null) return true;
  const moment = acceptAny(cursor, ['since when', 'from when', 'when', 'at what time']);
  if (moment !== null && token !== undefined) {
    const name = moment === 'since when' ? 'since' : moment === 'at what time' ? 'time' : 'date';
    const noun: Noun = { words: [name], plural: false, start: token.start, end: endOffset(cursor) };
    asked.values.push({ ...itemOf(noun), qualities: name === 'since' ? { type: 'date' } : {} });
    return true;
  }
  const from = cursor.at;
  const isSlot = acceptAny(cursor, SLOTS) !== null || cursor.at === from;
  if (isSlot && /^(which|what|whom)$/.test(peek(cursor))) {
    cursor.at += 1;
    if (peek(cursor, -1) === 'whom') return true;
    return readSlot(cursor, asked, things);
  }
  if (peek(cursor) === 'how' || /^(if|whether)$/.test(peek(cursor)))
    return readValues(cursor, asked);
  cursor.at = from;
  return false;
}

function readValues(cursor: Cursor, asked: Asked): boolean {
  const from = cursor.at;
  if (/^(if|whether)$/.test(peek(cursor))) {
    const returned = cursor.tokens
      .slice(cursor.at + 1, cursor.end)
      .map(({ lower }) => lower)
      .join(' ');
    const isReturned =
      /^(they|it|he|she) (was|were|is|has been )?(gave|brought|returned|came|given|brought)( it| them)?( back)?$/;
    const start = cursor.tokens[from]?.start ?? 0;
    if (isReturned.test(returned)) {
      cursor.at = cursor.end;
      const noun: Noun = { words: ['returned'], plural: false, start, end: endOffset(cursor) };
      asked.values.push({ ...itemOf(noun), qualities: { type: 'boolean' } });
      return true;
    }
  }
  const items = readItems(cursor);
  const isPlain = items.length > 0 && items.every(({ children }) => children.length === 0);
  if (isPlain) asked.values.push(...items);
  return isPlain && cursor.at > from;
}

type Acts = Extract<Statement, { kind: 'acts' }>;

function deedIn(said: readonly Statement[]): Acts | undefined {
  return said.findLast((each): each is Acts => each.kind === 'acts');
}

/** "who": whoever does such things; with "which members came", what they came to was spoken of before. */
function withSpoken(
  { nouns, isWho, isBeing }: Asked,
  said: readonly Statement[],
  { previous, before, budget }: SegmentContext,
): Noun[] {
  const told = said.flatMap(nounsOf);
  if (isWho) {
    const earlier = before === undefined ? [] : nounsOf(before);
    const who = [...told, ...earlier, ...previous].find(
      ({ words: name, plural }) => plural && isPersonWord(singular(name.at(-1) ?? '')),
    );
    const [first] = nouns;
    const somebody = first === undefined ? null : onlyPeople(budget.things, first);
    const meant = who ?? somebody;
    return meant === null ? nouns : [meant, ...nouns];
  }
  const [noun, second] = nouns;
  if (!isBeing || noun === undefined || second !== undefined) return nouns;
  const place = [...previous, ...told].findLast((each) => !isSame(each, noun));
  return place === undefined ? nouns : [noun, place];
}

function nounsOf(statement: Statement): Noun[] {
  const subjects = 'subjects' in statement ? statement.subjects : [];
  if (statement.kind === 'acts') return [...subjects, ...statement.items.map(({ noun }) => noun)];
  if (statement.kind === 'belongs')
    return [...subjects, ...statement.targets.map(({ noun }) => noun)];
  return subjects;
}

/** The one kind of people that the prompt tells of. */
function onlyPeople(things: ReadonlySet<string>, { start, end }: Noun): Noun | null {
  const people = [...things].filter((word) => isPlural(word) && isPersonWord(singular(word)));
  const [only, more] = people;
  return only === undefined || more !== undefined
    ? null
    : { words: [only], plural: true, start, end };
}

function isSame(left: Noun, right: Noun): boolean {
  return singular(left.words.at(-1) ?? '') === singular(right.words.at(-1) ?? '');
}
