import { isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS, phrases, words } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor, cursorOf, endOffset, isDone, peek } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import type { SegmentContext } from './segment-context.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';
import { baseForm } from './verbs.ts';

const OCCASIONS = words('for after when whenever once if at on before during with');
const MAKING = words(
  'record log enter note create make write issue open print prepare draft produce generate send raise fill complete add get receive submit draw deliver transmit report',
);
const RECORDING = words('record log enter note');
const COUNTS = phrases('a | an | one or more | one or several | several | multiple | many | one');
const OWNER_LINKS = phrases(
  'for each | for every | for the | for a | for an | for our | per | to each | to the | to a | of each | of the | of a | about the | about a | about each',
);
const LISTS = phrases(
  '( | : | that has | which has | , each with | each with | , with | with | stating | containing | ,',
);

/**
 * "For each wedding we create a quote with a number", "after each meeting the volunteer fills in a report, date, hours",
 * "we create an invoice for each member with a total": what is made belongs to what it is made for and to who makes it.
 */
export function readMaking(
  tokens: readonly Token[],
  { budget }: SegmentContext,
): Statement[] | null {
  const [first] = tokens;
  const isThing = (word: string) => budget.things.has(word) && !isValueWord(word);
  const verb = first === undefined ? -1 : findMaking(tokens);
  if (first === undefined || verb < 0) return null;
  const actor = actorBefore(tokens, verb);
  if (actor === null) return null;
  const isOccasion = OCCASIONS.has(first.lower) && actor.from > 1;
  const colon = tokens.findIndex(({ text }) => text === ':');
  const isListed = colon > verb && colon < verb + 5 && actor.noun !== null;
  if (!isOccasion && !actor.isSpeaker && !isListed) return null;
  const cursor = cursorOf(tokens, verb + 1);
  acceptAny(cursor, ['in', 'out', 'up', 'down']);
  if (acceptAny(cursor, COUNTS) === null) return null;
  acceptAny(cursor, ['short', 'new', 'small', 'written']);
  const made = readNoun(cursor);
  const head = made?.words.at(-1) ?? '';
  const isNote = isTold(cursor, head, actor);
  if (made === null || (isValueWord(head) && !isListed && !isNote)) return null;
  const owners = readMadeFor(cursor, isThing);
  // "For each course we record a teacher, a room" lists; only what comes with its values is made.
  const isPlainList = RECORDING.has(baseForm(tokens[verb]?.lower ?? '')) && peek(cursor) === ',';
  const list = isPlainList ? null : readList(cursor);
  if (list === null || (isValueWord(head) && !isNote && list.items.length < 2)) return null;
  const occasion = isOccasion ? thingsIn(tokens.slice(1, actor.from), isThing) : [];
  const others = [actor.noun, actor.object].filter((noun) => noun != null);
  const parties = [...occasion, ...owners, ...others].filter(
    ({ words: named }) => singular(named.at(-1) ?? '') !== singular(head),
  );
  if (parties.length === 0) return null;
  const record = { ...made, words: [...made.words.slice(0, -1), singular(head)], plural: false };
  const span = { start: first.start, end: endOffset(list.cursor) };
  return [
    { kind: 'has', subjects: [record], items: list.items, optional: false, ...span },
    belonging([record], parties.map(itemOf), span),
  ];
}

/** "The nurse writes a note, with a severity": what comes with values of its own is no value. */
function isTold(cursor: Cursor, head: string, { noun }: Actor): boolean {
  const isWith = acceptAny({ ...cursor }, [', with', 'with', '(']) !== null;
  return isWith && noun !== null && /^(note|report|comment|remark|message|review)$/.test(head);
}

function findMaking(tokens: readonly Token[]): number {
  return tokens.findIndex(
    ({ lower, kind }, at) => kind === 'word' && at > 0 && MAKING.has(baseForm(lower)),
  );
}

type Actor = { from: number; noun: Noun | null; isSpeaker: boolean; object?: Noun };

/** "we", "the volunteer", "each owner": who stands right before the verb. */
function actorBefore(tokens: readonly Token[], verb: number): Actor | null {
  const before = tokens[verb - 1]?.lower ?? '';
  if (/^(we|i|they|he|she)$/.test(before)) return { from: verb - 1, noun: null, isSpeaker: true };
  if (before === 'and') return actorOfFirst(tokens, verb);
  for (const length of [1, 2]) {
    const from = verb - length - 1;
    if (from < 0 || !DETERMINERS.has(tokens[from]?.lower ?? '')) continue;
    const cursor = cursorOf(tokens, from + 1, verb);
    const noun = readNoun(cursor);
    const isPlain = noun !== null && isDone(cursor) && !isValueWord(noun.words.at(-1) ?? '');
    return isPlain ? { from, noun, isSpeaker: false } : null;
  }
  return null;
}

/** "a cleaner cleans the cottage and fills in a checklist": who does both. */
function actorOfFirst(tokens: readonly Token[], and: number): Actor | null {
  const first = tokens.findIndex(
    ({ lower }, at) =>
      at > 2 &&
      at < and - 2 &&
      /[a-z]{2}s$/.test(lower) &&
      DETERMINERS.has(tokens[at + 1]?.lower ?? ''),
  );
  const actor = first < 0 ? null : actorBefore(tokens, first);
  const object = first < 0 ? null : readNoun(cursorOf(tokens, first + 2, and - 1));
  return actor === null || object === null || actor.isSpeaker ? null : { ...actor, object };
}

/** The known things of what comes before: "once a job is done", "after each meeting with a family". */
function thingsIn(tokens: readonly Token[], isThing: (word: string) => boolean): Noun[] {
  return tokens
    .filter(({ lower }, at) => isThing(lower) && DETERMINERS.has(tokens[at - 1]?.lower ?? ''))
    .slice(0, 2)
    .map(({ lower, start, end }) => ({ words: [singular(lower)], plural: false, start, end }));
}

function readMadeFor(cursor: Cursor, isThing: (word: string) => boolean): Noun[] {
  const found: Noun[] = [];
  for (;;) {
    const from = cursor.at;
    const noun = acceptAny(cursor, OWNER_LINKS) === null ? null : readNoun(cursor);
    if (noun === null || !isThing(noun.words.at(-1) ?? '')) {
      cursor.at = from;
      return found;
    }
    found.push(noun);
  }
}

/** The values of what is made; null where none are told, or more than they. */
function readList(cursor: Cursor): { items: Item[]; cursor: Cursor } | null {
  const opener = acceptAny(cursor, LISTS);
  if (opener === null) return null;
  const close = cursor.tokens.findIndex(({ text }, at) => at > cursor.at && text === ')');
  const list = { ...cursor, end: opener === '(' && close > 0 ? close : cursor.end };
  const items = readItems(list);
  const values = items.filter(
    ({ noun, qualities, children }) =>
      isValueWord(noun.words.at(-1) ?? '') ||
      qualities.type !== undefined ||
      qualities.values !== undefined ||
      (noun.plural && children.length > 0),
  );
  // What stands in brackets is told of it, whatever it is called.
  const isBracket = opener === '(' && values.length > 0 && items.length > 1;
  const isTold = items.length > 0 && (isBracket || values.length * 2 >= items.length);
  return isTold && isDone(list) && !/^(we|i|it)$/.test(peek(cursor))
    ? { items, cursor: list }
    : null;
}
