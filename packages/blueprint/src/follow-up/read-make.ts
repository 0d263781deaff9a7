import { acceptAny, type Cursor, cursorOf, isDone } from '../grammar/cursor.ts';
import { readQualities } from '../grammar/qualities.ts';
import type { Qualities } from '../grammar/statements.ts';
import { phrases } from '../lexicon/words.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { readListed } from './listed-values.ts';
import { readBeyond } from './read-never.ts';
import { newName } from './read-rename.ts';
import { isEndOfWish, readSaid } from './read-said.ts';
import { type Reference, readReferences } from './reference.ts';
import { wordToken } from './word-token.ts';

const MAKE = phrases(
  'make sure that | make sure | ensure that | ensure | make | turn | convert | change | set | switch',
);

/** "make the email required and unique", "change quantity to decimal", "require an email for clients". */
export function readMake(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  return (
    readRequired({ ...cursor }, known, span) ??
    readLimited({ ...cursor }, known, span) ??
    readPrevented({ ...cursor }, known, span) ??
    readMade({ ...cursor }, known, span)
  );
}

function readRequired(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const verb = acceptAny(cursor, ['require', 'always require', 'do not require', "don't require"]);
  if (verb === null) return null;
  const targets = readReferences(cursor, known);
  if (targets.length === 0 || !isDone(cursor)) return null;
  const isOptional = verb.startsWith('do');
  const qualities = isOptional ? { optional: true } : { required: true };
  return [{ kind: 'describe', targets, qualities, lacks: [], ...span }];
}

/** "limit the title to 80 characters", "allow the phone to be empty", "let the phone be optional". */
function readLimited(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const verb = acceptAny(cursor, ['limit', 'restrict', 'allow', 'let']);
  if (verb === null) return null;
  const targets = readReferences(cursor, known);
  if (targets.length === 0) return null;
  const isLimit = verb === 'limit' || verb === 'restrict';
  acceptAny(cursor, ['to be', 'to', 'be']);
  const qualities: Qualities = {};
  const isRead = isLimit
    ? readLimits(cursor, qualities)
    : acceptAny(cursor, [
        'empty',
        'missing',
        'blank',
        'left out',
        'left empty',
        'null',
        'unknown',
      ]) !== null || readQualities(cursor, qualities);
  if (!isRead) return null;
  if (!isDone(cursor)) return null;
  const said = isLimit || Object.keys(qualities).length > 0 ? qualities : { optional: true };
  return [{ kind: 'describe', targets, qualities: said, lacks: [], ...span }];
}

/** "80 characters", "10", "between 1 and 5". */
function readLimits(cursor: Cursor, into: Qualities): boolean {
  if (readQualities({ ...cursor }, {})) return readQualities(cursor, into);
  const most = cursorOf([...AT_MOST, ...cursor.tokens.slice(cursor.at, cursor.end)]);
  return readQualities(most, into);
}

const AT_MOST = [wordToken('at'), wordToken('most')];

const ENTERS = phrases(`
  can enter | may enter | should enter | enters | enter | can type | types | can put in | puts in | can set | sets | can order | orders | can give | gives
`);

/** "make sure nobody enters a price below 0": the bound that is left. */
function readPrevented(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  acceptAny(cursor, MAKE);
  if (acceptAny(cursor, ['nobody', 'no one', 'no user', 'no users']) === null) return null;
  if (acceptAny(cursor, ENTERS) === null) return null;
  for (let at = cursor.at + 1; at < cursor.end; at += 1) {
    const after = { ...cursor, at };
    const qualities = readBeyond(after);
    if (qualities === null || !isDone(after)) continue;
    const before = { ...cursor, end: at };
    const targets = readReferences(before, known);
    const isWhole = targets.length > 0 && isDone(before);
    return isWhole ? [{ kind: 'describe', targets, qualities, lacks: [], ...span }] : null;
  }
  return null;
}

/** One or more fields with what they become; the verb goes on: "make the email required and the phone optional". */
function readMade(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, MAKE) === null) return null;
  const made: Instruction[] = [];
  for (;;) {
    const next = readOneMade(cursor, known, span);
    if (next === null) return null;
    made.push(next);
    if (isDone(cursor)) return made;
    if (acceptAny(cursor, [', and', ',', 'and']) === null) return null;
  }
}

function readOneMade(cursor: Cursor, known: Known, span: Span): Instruction | null {
  const targets = readReferences(cursor, known);
  if (targets.length === 0) return null;
  acceptAny(cursor, ['to be', 'is', 'are', 'must be', 'be']);
  const isTo = acceptAny(cursor, ['into', 'to', 'as']) !== null;
  acceptAny(cursor, ['a', 'an']);
  const values = isTo ? readChoice(cursor) : null;
  if (values !== null)
    return { kind: 'describe', targets, qualities: { values }, lacks: [], ...span };
  const said = readSaid(cursor);
  if (said !== null) {
    acceptAny(cursor, ['field', 'value', 'number']);
    return isEndOfWish(cursor) ? { kind: 'describe', targets, ...said, ...span } : null;
  }
  const [target] = targets;
  return isTo && target !== undefined ? renamed(cursor, target, known, span) : null;
}

const CHOICE = phrases(`
  choice : | choice of | choice between | list : | list of | selection : | selection of | dropdown : | dropdown of | dropdown with | enum : | enum of | enum with | one of
`);

/** "turn the condition into a choice: new, good, worn", up to the end. */
function readChoice(cursor: Cursor): string[] | null {
  const list = { ...cursor };
  if (acceptAny(list, CHOICE) === null) return null;
  const values = readListed(list);
  if (values.length < 2) return null;
  cursor.at = cursor.end;
  return values;
}

/** "change client to customer": a name, where it is no type. */
function renamed(cursor: Cursor, target: Reference, known: Known, span: Span): Instruction | null {
  const to = newName(cursor);
  if (to.length === 0 || !known.isThere(target) || target.sort === 'member') return null;
  return { kind: 'rename', target, to, ...span };
}
