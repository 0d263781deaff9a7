import { isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS, phrases } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, cursorOf, endOffset, isDone, peek } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import { belonging, itemOf, type Noun, type Statement } from './statements.ts';

const LOGGING =
  /^(log|logs|record|records|book|books|track|tracks|note|notes|enter|enters|report|reports|write|register)$/;
const LISTS = phrases('( | : | , each with | each with | , with | with | ,');

/** "Lawyers record time on matters: date, minutes", "I log my hours against a project (date, hours)": each entry of it. */
export function readTimeLog(tokens: readonly Token[]): Statement[] | null {
  const [first] = tokens;
  const verb = tokens.findIndex(({ lower }, at) => at > 0 && at < 5 && LOGGING.test(lower));
  const cursor = cursorOf(tokens, verb + 1);
  if (first === undefined || verb < 1 || /^(can|to)$/.test(tokens[verb - 1]?.lower ?? ''))
    return null;
  acceptAny(cursor, ['down']);
  acceptAny(cursor, ['their', 'my', 'our', 'the', 'working']);
  if (acceptAny(cursor, ['working time', 'work hours', 'working hours', 'time', 'hours']) === null)
    return null;
  const actor = actorIn(tokens.slice(0, verb));
  const isLinked = acceptAny(cursor, ['on', 'against', 'for', 'per', 'to']) !== null;
  while (DETERMINERS.has(peek(cursor))) cursor.at += 1;
  const object = isLinked ? readNoun(cursor) : null;
  const parties = [actor, object].filter((noun) => noun !== null);
  const opener =
    parties.length === 0 || (isLinked && object === null) ? null : acceptAny(cursor, LISTS);
  if (opener === null || isValueWord(object?.words.at(-1) ?? '')) return null;
  const close = tokens.findIndex(({ text }, at) => at > cursor.at && text === ')');
  const list = { ...cursor, end: opener === '(' && close > 0 ? close : cursor.end };
  const items = readItems(list);
  if (items.length === 0 || !isDone(list)) return null;
  const span = { start: first.start, end: endOffset(list) };
  const entry: Noun = { words: ['time', 'entry'], plural: false, ...span };
  return [
    { kind: 'has', subjects: [entry], items, optional: false, ...span },
    belonging([entry], parties.map(itemOf), span),
  ];
}

/** "Lawyers", "each employee"; null for whoever speaks. */
function actorIn(tokens: readonly Token[]): Noun | null {
  const cursor = cursorOf(tokens);
  while (DETERMINERS.has(peek(cursor))) cursor.at += 1;
  return /^(we|i|you|they)$/.test(peek(cursor)) ? null : readNoun(cursor);
}
