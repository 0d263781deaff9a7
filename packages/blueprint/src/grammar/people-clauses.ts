import { REMARK_ACTIONS } from '../lexicon/action-verbs.ts';
import { isActorWord } from '../lexicon/people.ts';
import {
  GENERIC_ACTORS,
  MANY_TO_MANY_VERBS,
  ONE_TO_MANY_VERBS,
  SCREEN_VERBS,
} from '../lexicon/predicates.ts';
import { isPlural, plural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { closingIndex, cursorOf, isOpener } from './cursor.ts';
import { readItems } from './items.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';
import { ACTING } from './verbs.ts';

/**
 * "Employees request leave, managers approve it", "people create a poll, others vote": clauses of people that the grammar took
 * for names of things. Each is read by itself; who does what is never a value. Null when `made` holds no such name.
 */
export function readPeopleClauses(
  tokens: readonly Token[],
  made: readonly Statement[],
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] | null {
  if (!made.flatMap(nounsOf).some(tellsDeed)) return null;
  const colon = tokens.findIndex(({ text }) => text === ':');
  const isTitled = colon > 0 && colon < 8 && colon < tokens.length - 1;
  const title = isTitled ? readBody(tokens.slice(0, colon), null, context, false) : [];
  const read: Statement[] = [];
  for (const part of partsOf(tokens.slice(isTitled ? colon + 1 : 0))) {
    const deed = readDeed(part, read);
    read.push(...(deed ?? readBody(part, null, { ...context, isFirst: false }, false)));
  }
  return [...title, ...read];
}

function nounsOf(statement: Statement): Noun[] {
  if (statement.kind === 'has' || statement.kind === 'topic' || statement.kind === 'acts')
    return statement.items.flatMap(within);
  return [];
}

function within({ noun, children }: Item): Noun[] {
  return [noun, ...children.flatMap(within)];
}

/** "employees request leave", "others vote": people in the plural, and what they do. */
function tellsDeed({ words }: Noun): boolean {
  return words.some(
    (word, at) =>
      isPeople(word) &&
      (isDeed(words[at + 1] ?? '', words.length - at) || (at === 0 && opensSentence(words))),
  );
}

/** "backers pledge money": who, a verb that no table knows, and with what. Names begin with one of a kind ("member list"). */
const opensSentence = ([, verb = '', object]: readonly string[]) =>
  object !== undefined && !isPlural(verb) && !verb.endsWith('ing');

function isPeople(word: string): boolean {
  return (
    word === 'others' ||
    (isPlural(word) && (GENERIC_ACTORS.has(word) || isActorWord(singular(word))))
  );
}

/** The last word of a name may be a noun too ("members list"), unless nothing but people do it. */
function isDeed(word: string, length: number): boolean {
  if (isPlural(word)) return false;
  if (length === 2) return DECIDING.test(word) || REMARK_ACTIONS.has(word);
  return [ONE_TO_MANY_VERBS, MANY_TO_MANY_VERBS, SCREEN_VERBS, ACTING].some((verbs) =>
    verbs.has(word),
  );
}

const DECIDING =
  /^(approve|reject|accept|decline|confirm|cancel|verify|review|join|participate|apply|vote)$/;

/** The clauses and lists of a sentence: people after a comma or "and" open another. */
function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isOpener(token.text)) {
      const close = closingIndex(tokens, at, tokens.length);
      parts.at(-1)?.push(...tokens.slice(at, close + 1));
      at = close;
      continue;
    }
    const isJoint = /^(,|;|and|where|while|but)$/.test(token.lower);
    const next = tokens[at + 1]?.lower === 'and' ? at + 2 : at + 1;
    if (isJoint && opensDeed(tokens, next)) {
      parts.push([]);
      at = next - 1;
    } else parts.at(-1)?.push(token);
  }
  return parts.filter(({ length }) => length > 0);
}

function opensDeed(tokens: readonly Token[], at: number): boolean {
  const [people, verb, object] = tokens.slice(at, at + 3);
  if (!isPeople(people?.lower ?? '')) return false;
  const words = [people, verb, object].flatMap((token) =>
    token?.kind === 'word' ? token.lower : [],
  );
  return isDeed(verb?.lower ?? '', 3) || (words.length === 3 && opensSentence(words));
}

/** What one clause of people says is kept; null when it is none, empty when nothing is. */
function readDeed(part: readonly Token[], before: readonly Statement[]): Statement[] | null {
  const [people, verb] = part;
  if (people === undefined || verb === undefined || !opensDeed(part, 0)) return null;
  const start = people.start;
  const end = part.at(-1)?.end ?? verb.end;
  const items = readItems(cursorOf(part, 2));
  const [object] = items;
  const isNamed = people.lower !== 'others' && !GENERIC_ACTORS.has(people.lower);
  const who: Noun = { words: [singular(people.lower)], plural: false, start, end: people.end };
  if (verb.lower === 'request' && object !== undefined && !object.noun.plural) {
    const noun = { ...object.noun, words: [...object.noun.words, 'requests'], plural: true };
    const belongsTo = isNamed ? [itemOf(who)] : [];
    const people: Item[] = isNamed
      ? [itemOf({ ...who, words: [plural(who.words[0] ?? '')], plural: true })]
      : [];
    const request: Item = { ...itemOf(noun), start, end, belongsTo };
    return [{ kind: 'topic', items: [...people, request], announced: true, start, end }];
  }
  const remark = REMARK_ACTIONS.get(verb.lower);
  const about = object === undefined ? lastThing(before) : undefined;
  if (remark !== undefined && about !== undefined) {
    const noun: Noun = { words: [plural(remark)], plural: true, start, end: verb.end };
    const item: Item = { ...itemOf(noun), quantity: 'many' };
    const topic: Statement = { kind: 'topic', items: [item], announced: true, start, end };
    return [topic, belonging([noun], [itemOf({ ...about, plural: false })], { start, end })];
  }
  return DECIDING.test(verb.lower) || people.lower === 'others' ? [] : null;
}

/** What a vote is for: the last of the things that were told. */
function lastThing(before: readonly Statement[]): Noun | undefined {
  const told = before.findLast(({ kind }) => kind === 'topic' || kind === 'has');
  if (told?.kind !== 'topic' && told?.kind !== 'has') return undefined;
  return told.items.flatMap(within).findLast(({ plural }) => plural) ?? told.items.at(-1)?.noun;
}
