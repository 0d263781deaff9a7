import { acceptAny, type Cursor, cursorOf, isDone, peek, tokenAt } from '../grammar/cursor.ts';
import { readNoun } from '../grammar/noun.ts';
import { type Item, itemOf, type Noun } from '../grammar/statements.ts';
import { BE, phrases } from '../lexicon/words.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { type Reference, readReference, skipArticles } from './reference.ts';

const KNOW = phrases(`
  keep track of | keep a record of | keep a note of | keep | track | record | store | save | note down | note | log | remember | know | see |
  register | capture
`);
const WHEN = phrases(`
  the date on which | the date when | the date that | the date | the day on which | the day when | the day | when
`);
const WAS = phrases('was | were | is | are | has been | have been | gets | got');

/** What is to be known of a thing, as a question: "when a client was last contacted", "which employee sold the invoice". */
export function readAsked(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, KNOW) === null)
    return readMarked({ ...cursor }, known, span) ?? readLinked({ ...cursor }, known, span);
  return readWhen({ ...cursor }, known, span) ?? readWhich({ ...cursor }, known, span);
}

function readWhen(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const from = tokenAt(cursor)?.start ?? 0;
  const asked = acceptAny(cursor, WHEN);
  if (asked === null) return null;
  const owner = ownerBefore(cursor, known, WAS);
  if (owner === null) return null;
  const adverb = acceptAny(cursor, ['last', 'first', 'finally', 'actually']);
  const deed = participleAt(cursor);
  if (deed === null || !isDone(cursor)) return null;
  const isOrder = adverb === 'last' || adverb === 'first';
  const words = [...(isOrder ? [adverb] : []), deed, asked === 'when' ? 'at' : 'on'];
  const type = asked === 'when' ? ('datetime' as const) : ('date' as const);
  const item = fieldItem(words, { type }, { start: from, end: span.end });
  return [{ kind: 'add', items: [item], owners: [owner], qualities: {}, ...span }];
}

/** The thing that is there, and one of the verbs after it. */
function ownerBefore(cursor: Cursor, known: Known, verbs: readonly string[]): Reference | null {
  for (let at = cursor.at + 1; at < cursor.end; at += 1) {
    const after = cursorOf(cursor.tokens, at, cursor.end);
    if (acceptAny(after, verbs) === null) continue;
    const before = cursorOf(cursor.tokens, cursor.at, at);
    const owner = readReference(before, known);
    cursor.at = after.at;
    return owner !== null && isDone(before) && known.isEntity(owner.words) ? owner : null;
  }
  return null;
}

function participleAt(cursor: Cursor): string | null {
  const word = peek(cursor);
  if (!/(ed|en|wn|ld|id|nt|ade|ought|aught|ost|et|ut|un|one)$/.test(word) || BE.has(word))
    return null;
  cursor.at += 1;
  return word;
}

/** A person or a place is a thing of its own: its name is seldom all that is known of it. */
function readWhich(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, ['which', 'what']) === null) return null;
  for (let at = cursor.at + 1; at < cursor.end; at += 1) {
    const before = cursorOf(cursor.tokens, cursor.at, at);
    const noun = readNoun(before);
    const after = cursorOf(cursor.tokens, at, cursor.end);
    if (noun === null || !isDone(before) || participleAt(after) === null) continue;
    const subject = readReference(after, known);
    if (subject === null || !isDone(after) || !known.isEntity(subject.words)) continue;
    return [{ kind: 'belong', subject, target: itemOf(noun), ...span }];
  }
  return null;
}

/** "link assets to a supplier": whom each of them belongs to. */
function readLinked(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, ['link', 'connect', 'associate']) === null) return null;
  for (let at = cursor.at + 1; at < cursor.end; at += 1) {
    const after = { ...cursor, at };
    if (acceptAny(after, ['to', 'with']) === null) continue;
    const before = { ...cursor, end: at };
    const subject = readReference(before, known);
    const last = known.last !== null && acceptAny(after, ['it', 'them']) !== null;
    const noun = last ? nounOf(known.last, span) : readNoun(after);
    if (subject === null || !isDone(before) || !known.isEntity(subject.words)) return null;
    if (noun === null || !isDone(after)) return null;
    return [{ kind: 'belong', subject, target: itemOf(noun), ...span }];
  }
  return null;
}

function nounOf(reference: Reference | null, { start, end }: Span): Noun | null {
  if (reference === null) return null;
  const words = reference.owners[0] ?? reference.words;
  return { words, plural: false, start, end };
}

/** "mark a product as discontinued": yes or no, or one more of a list of values. */
function readMarked(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, ['mark', 'flag']) === null) return null;
  const owner = ownerBefore(cursor, known, ['as being', 'as']);
  const start = tokenAt(cursor)?.start ?? 0;
  skipArticles(cursor);
  const word = peek(cursor);
  cursor.at += 1;
  if (owner === null || !isDone(cursor) || tokenAt(cursor, -1)?.kind !== 'word') return null;
  if (known.fieldsWith(owner.words, word).length > 0) return null;
  const fields = known.choicesOf(owner.words).map(({ name }) => name);
  if (fields.length > 0) return [{ kind: 'values-among', owner, fields, added: [word], ...span }];
  const item = fieldItem([word], { type: 'boolean' }, { start, end: span.end });
  return [{ kind: 'add', items: [item], owners: [owner], qualities: {}, ...span }];
}

function fieldItem(words: string[], qualities: Item['qualities'], { start, end }: Span): Item {
  return { ...itemOf({ words, plural: false, start, end }), qualities };
}
