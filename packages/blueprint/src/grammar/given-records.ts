import { isValueWord } from '../lexicon/value-nouns.ts';
import { phrases } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, cursorOf, endOffset, isDone } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';

const GIVES = phrases(`
  which gives a | which gives an | which makes a | which creates a | which creates an | which results in a | which results in an |
  which leads to a | which leads to an | which produces a | which becomes a | which becomes an | which is a | which is an |
  which counts as a | which counts as an | this gives a | this gives an | this creates a | this creates an | that gives a | that gives an |
  giving a | creating a | creating an | resulting in a | resulting in an
`);
const LISTS = phrases(', each with | , with | with | having | : | ( | ,');

/** The words that tell a deed, and the record that it gives. */
export type GivenRecord = { deed: readonly Token[]; record: Noun; items: Item[]; end: number };

/** "players take a quiz, which gives an attempt with a score": the deed, and what is kept of it. */
export function splitGivenRecord(tokens: readonly Token[]): GivenRecord | null {
  for (let at = 3; at < tokens.length - 2; at += 1) {
    const before = tokens[at - 1]?.text ?? '';
    const cursor = cursorOf(tokens, at);
    if (!/^([,;-]|and)$/.test(before) || acceptAny(cursor, GIVES) === null) continue;
    const record = readNoun(cursor);
    if (record === null || record.plural || isValueWord(record.words.at(-1) ?? '')) return null;
    const isListed = acceptAny(cursor, LISTS) !== null;
    const items = isListed ? readItems(cursor) : [];
    acceptAny(cursor, [')']);
    if (isListed ? items.length === 0 : !isDone(cursor)) return null;
    return { deed: tokens.slice(0, at - 1), record, items, end: endOffset(cursor) };
  }
  return null;
}

/** "Players take a quiz, which gives an attempt": the attempt belongs to both. */
export function readGivenRecord(
  tokens: readonly Token[],
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] | null {
  const given = tokens[0]?.lower === 'as' ? null : splitGivenRecord(tokens);
  const made = given === null ? [] : readBody(given.deed, null, context, false);
  const parties = made.flatMap(partiesOf);
  if (given === null || parties.length < 2) return null;
  const rest = tokens.filter(({ start }) => start >= given.end);
  const subject = parties.slice(0, 1);
  const further =
    rest.length > 1 ? readRest(rest, { ...context, previous: subject }, readBody) : [];
  return [...recordGiven(given, parties), ...further];
}

function readRest(
  tokens: readonly Token[],
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] {
  const from = tokens.findIndex(({ kind, lower }) => kind === 'word' && lower !== 'and');
  return readBody(tokens.slice(Math.max(0, from)), null, { ...context, isFirst: false }, false);
}

/** Who does it, and to what. */
function partiesOf(statement: Statement): Noun[] {
  if (statement.kind === 'acts')
    return [...statement.subjects, ...statement.items.flatMap(withOwners)];
  if (statement.kind === 'belongs')
    return [...statement.subjects, ...statement.targets.map(({ noun }) => noun)];
  return [];
}

function withOwners({ noun, belongsTo }: Item): Noun[] {
  return [noun, ...belongsTo.map((owner) => owner.noun)];
}

/** The record, with what is kept of it, of those that take part. */
export function recordGiven(
  { record, items, end }: GivenRecord,
  parties: readonly Noun[],
): Statement[] {
  const span = { start: parties[0]?.start ?? record.start, end };
  const belongs = belonging([record], parties.map(itemOf), span);
  if (items.length === 0) return [belongs];
  return [{ kind: 'has', subjects: [record], items, optional: false, ...span }, belongs];
}
