import { acceptAny, cursorOf, isOpener, peek } from '../grammar/cursor.ts';
import { BE, words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { readReference } from './reference.ts';
import { isTelling } from './telling.ts';

/** Words that begin a wish: what is to be done with the blueprint. */
export const EDIT_VERBS = words(`
  add include insert append introduce create put give drop remove delete discard eliminate erase rename call make change
  set turn convert move split merge combine undo revert restore allow let limit require get take throw store track record keep
  replace use extend kill lose ditch
`);

/** Verbs that people also do with rows, so that they may go on with a right. */
const DEEDS = words('add create delete remove change move set keep store record track give');

const JOINTS = words(', ; and but then plus – — -');
const FILLERS = words('also then please now just and but instead finally next');

/** The wishes of a sentence, each with its own verb: "add a discount to the invoice, drop the fax number". */
export function splitClauses(tokens: readonly Token[]): Token[][] {
  const starts = [afterLabel(tokens)];
  let depth = 0;
  for (let at = starts[0] ?? 0; at < tokens.length; at += 1) {
    const text = tokens[at]?.text ?? '';
    if (isOpener(text)) depth += 1;
    if (/^[)\]}]$/.test(text)) depth -= 1;
    if (depth > 0 || !JOINTS.has(tokens[at]?.lower ?? '')) continue;
    const next = skipJoints(tokens, at);
    const from = starts.at(-1) ?? 0;
    if (next > at && next < tokens.length && startsClause(tokens, from, at, next))
      starts.push(next);
    at = Math.max(at, next - 1);
  }
  return starts.map((start, index) => withoutJoints(tokens.slice(start, starts[index + 1])));
}

/** "Sort out: drop the table Suppliers": the wish comes after the label. */
function afterLabel(tokens: readonly Token[]): number {
  const colon = tokens.findIndex(({ text }) => text === ':');
  const next = tokens[colon + 1]?.lower ?? '';
  return colon > 0 && colon < 5 && EDIT_VERBS.has(next) ? colon + 1 : 0;
}

function skipJoints(tokens: readonly Token[], at: number): number {
  let next = at;
  while (JOINTS.has(tokens[next]?.lower ?? '') || FILLERS.has(tokens[next]?.lower ?? '')) next += 1;
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
  if (EDIT_VERBS.has(word)) {
    return !(DEEDS.has(word) && saysWhoMay(tokens, from, joint)) && !isNounHere(tokens, next);
  }
  if (/^no$/.test(word) && tokens[next + 1]?.lower === 'longer') return false;
  if (opensNewSentence(tokens, next)) return true;
  if (isConditional(tokens, from) || isSubject(tokens, from, joint)) return false;
  const cursor = cursorOf(tokens, next);
  const subject = readReference(cursor, NO_NAMES);
  return subject !== null && cursor.at < tokens.length && isTelling(cursor);
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

/** "we no longer need the fax", "there is a discount too". */
function opensNewSentence(tokens: readonly Token[], at: number): boolean {
  const cursor = cursorOf(tokens, at);
  if (acceptAny(cursor, ['only', 'nobody', 'everybody', 'everyone', 'no one']) !== null)
    return /^(can|may|must|a|an|the|[a-z]+s)$/.test(peek(cursor));
  return (
    acceptAny(cursor, ['we', 'i', 'there should be', 'there is', 'there are', 'it', 'they']) !==
    null
  );
}
