import { acceptAny, cursorOf, isOpener, peek } from '../grammar/cursor.ts';
import { BE, words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { EDIT_VERBS } from './edit-verbs.ts';
import { startsObservation } from './read-observation.ts';
import { readReference } from './reference.ts';
import { isTelling } from './telling.ts';

/** Verbs that people also do with rows, so that they may go on with a right. */
const DEEDS = words('add create delete remove change move set keep store record track give');

const JOINTS = words(', ; and but then plus – — -');
const FILLERS = words('also then please now just and but instead finally next so therefore');

/** The wishes of a sentence, each with its own verb: "add a discount to the invoice, drop the fax number". */
export function splitClauses(tokens: readonly Token[]): Token[][] {
  const starts = [0];
  const ends: number[] = [];
  let depth = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const text = tokens[at]?.text ?? '';
    if (isOpener(text)) depth += 1;
    if (/^[)\]}]$/.test(text)) depth -= 1;
    if (depth === 0 && isInsteadOf(tokens, starts.at(-1) ?? 0, at)) {
      starts.push(at);
      ends.push(at);
    }
    if (depth > 0 || !JOINTS.has(tokens[at]?.lower ?? '')) continue;
    const next = skipJoints(tokens, at);
    const from = starts.at(-1) ?? 0;
    if (next > at && next < tokens.length && startsClause(tokens, from, at, next)) {
      starts.push(next);
      ends.push(at);
    }
    at = Math.max(at, next - 1);
  }
  return starts.map((start, index) => withoutJoints(tokens.slice(start, ends[index])));
}

/** "add a first name to clients instead of the name": the second half takes away. */
function isInsteadOf(tokens: readonly Token[], from: number, at: number): boolean {
  const isOf = tokens[at]?.lower === 'instead' && tokens[at + 1]?.lower === 'of';
  if (!isOf || at <= from || /^(use|call|rename|name)$/.test(tokens[from]?.lower ?? ''))
    return false;
  const said = tokens.slice(from, at);
  return said.some(({ lower }) =>
    /^(add|give|store|track|record|have|has|gets?|needs?)$/.test(lower),
  );
}

function skipJoints(tokens: readonly Token[], at: number): number {
  let next = at;
  const isPassed = (word: string) => JOINTS.has(word) || FILLERS.has(word);
  const isOfOther = () => tokens[next]?.lower === 'instead' && tokens[next + 1]?.lower === 'of';
  while (isPassed(tokens[next]?.lower ?? '') && !isOfOther()) next += 1;
  return next;
}

function withoutJoints(tokens: readonly Token[]): Token[] {
  let end = tokens.length;
  while (end > 0 && JOINTS.has(tokens[end - 1]?.lower ?? '')) end -= 1;
  return tokens.slice(0, end);
}

function startsClause(
  tokens: readonly Token[],
  from: number,
  joint: number,
  next: number,
): boolean {
  const word = tokens[next]?.lower ?? '';
  if (tokens[from]?.lower === 'instead' && /^(use|we|i)$/.test(word)) return false;
  if (EDIT_VERBS.has(word)) {
    return !(DEEDS.has(word) && saysWhoMay(tokens, from, joint)) && !isNounHere(tokens, next);
  }
  if (/^no$/.test(word) && tokens[next + 1]?.lower === 'longer') return false;
  if (word === 'default' && isDefaulted(tokens, next)) return true;
  if (marksIt(tokens, next) || becomesOther(tokens, next)) return true;
  if (opensNewSentence(tokens, next) || startsObservation(cursorOf(tokens, next))) return true;
  if (isConditional(tokens, from)) return false;
  if (tokens[from]?.lower !== 'instead' && isSubject(tokens, from, joint)) return false;
  const cursor = cursorOf(tokens, next);
  const subject = readReference(cursor, NO_NAMES);
  return subject !== null && cursor.at < tokens.length && isTelling(cursor);
}

/** "default it to open", "default status to open", and not the default of something. */
function isDefaulted(tokens: readonly Token[], at: number): boolean {
  const said = tokens.slice(at + 1, at + 1 + LONGEST_NAME).map(({ lower }) => lower);
  return /^(it|them)$/.test(said[0] ?? '') || (!said.includes('of') && said.indexOf('to') > 0);
}

/** "mark them as reminded", and not the mark of a pupil. */
function marksIt(tokens: readonly Token[], at: number): boolean {
  const [verb, what] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
  return /^(mark|flag)$/.test(verb) && /^(it|them|a|an|the|each|every)$/.test(what);
}

const LONGEST_NAME = 4;

/** "stock becomes quantity": a name that a reader of nouns would go on with. */
function becomesOther(tokens: readonly Token[], at: number): boolean {
  const said = tokens.slice(at, at + LONGEST_NAME + 1);
  const verb = said.findIndex(({ lower }) => /^becomes?$/.test(lower));
  return verb > 0 && said.slice(0, verb).every(({ kind }) => kind === 'word');
}

const NO_NAMES = { isEntity: () => true, last: null, lengthOfName: () => 0 };

/** "when a book is deleted, its loans are deleted too" is one rule. */
function isConditional(tokens: readonly Token[], from: number): boolean {
  return /^(when|whenever|if|once|after|before|unless|while|as)$/.test(tokens[from]?.lower ?? '');
}

/** "min salary and max salary are optional": what stands before is the first half of the subject. */
function isSubject(tokens: readonly Token[], from: number, to: number): boolean {
  const cursor = cursorOf(tokens, from, to);
  return readReference(cursor, NO_NAMES) !== null && cursor.at >= to;
}

/** "rename it to set" and "a record": no verb after an article, nor at the end of everything. */
function isNounHere(tokens: readonly Token[], at: number): boolean {
  return at + 1 >= tokens.length && tokens[at]?.lower !== 'undo';
}

/** "managers may edit and delete invoices": the second verb is what they do as well. */
function saysWhoMay(tokens: readonly Token[], from: number, to: number): boolean {
  const clause = tokens.slice(from, to).map(({ lower }) => lower);
  const [first = ''] = clause;
  if (EDIT_VERBS.has(first)) return false;
  return clause.some(
    (word, index) =>
      /^(can|cannot|may|must|could|should|might|only|never)$/.test(word) &&
      !BE.has(clause[index + 1] ?? '') &&
      !/^(be|have|also|now)$/.test(clause[index + 1] ?? ''),
  );
}

const OPENERS = [
  ...['we', 'i', 'there should be', 'there is', 'there are', 'it', 'they'],
  ...["let's", 'let us', 'lets'],
];

/** "we no longer need the fax", "there is a discount too". */
function opensNewSentence(tokens: readonly Token[], at: number): boolean {
  const cursor = cursorOf(tokens, at);
  if (acceptAny(cursor, ['only', 'nobody', 'everybody', 'everyone', 'no one']) !== null)
    return /^(can|may|must|a|an|the|[a-z]+s)$/.test(peek(cursor));
  return acceptAny(cursor, OPENERS) !== null;
}
