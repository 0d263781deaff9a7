import { acceptAny, type Cursor, cursorOf, isDone, peek } from '../grammar/cursor.ts';
import { readNumber } from '../grammar/number-words.ts';
import { phrases } from '../lexicon/words.ts';
import type { Instruction, Span, Value } from './instruction.ts';
import type { Known } from './known.ts';
import { isValueOf, joined, readListed } from './listed-values.ts';
import { linkBefore, readAddedValues, valuesOf } from './read-added-values.ts';
import { readMoreValues, readOtherValues } from './read-more-values.ts';
import { readPlacedValues } from './read-placed-values.ts';
import { readSaid } from './read-said.ts';
import { type Reference, readReference, skipArticles } from './reference.ts';
import { wordsOf } from './seed-draft.ts';

/** Values of a field: what it may be besides, what it is unless given, and what rows get that are there. */
export function readValueChange(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  return (
    readFill({ ...cursor }, known, span) ??
    readFillOfLast({ ...cursor }, known, span) ??
    readStart({ ...cursor }, known, span) ??
    readDefault({ ...cursor }, known, span) ??
    readPlacedValues({ ...cursor }, known, span) ??
    readOtherValues({ ...cursor }, known, span) ??
    readMoreValues({ ...cursor }, known, span) ??
    readAddedValues({ ...cursor }, known, span) ??
    readRemovedValues({ ...cursor }, known, span) ??
    readRemovedByName({ ...cursor }, known, span) ??
    readNoValue({ ...cursor }, known, span)
  );
}

/** "for existing clients the email is none@example.com". */
function readFill(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, ['for all existing', 'for the existing', 'for existing']) === null)
    return null;
  const owner = readReference(cursor, known);
  acceptAny(cursor, [',']);
  const target = owner === null ? null : readReference(cursor, known);
  if (owner === null || target === null || acceptAny(cursor, ['is', 'are', '=']) === null)
    return null;
  const value = readValue(cursor);
  const owned = { ...target, owners: [owner.words] };
  return value === null ? null : [{ kind: 'fill', target: owned, value, ...span }];
}

const WHERE_EMPTY = phrases(`
  where it is missing | where it is empty | where it is not there | where there is none | where none is there | where they have none |
  if it is missing | if it is empty | when it is missing | for the old ones | for the existing ones | for those without | for those without one |
  for those that are there | for all existing ones
`);

/** "put 'mixed' where it is missing": what was spoken of last. */
function readFillOfLast(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const { last } = known;
  if (last === null || acceptAny(cursor, ['put', 'use', 'set it to', 'enter', 'fill in']) === null)
    return null;
  for (const tail of WHERE_EMPTY) {
    const at = cursor.end - tail.split(' ').length;
    if (at <= cursor.at || acceptAny({ ...cursor, at }, [tail]) === null) continue;
    const value = readValue({ ...cursor, end: at });
    return value === null ? null : [{ kind: 'fill', target: last, value, ...span }];
  }
  return null;
}

const STARTS = phrases(`
  start out as | starts out as | start as | starts as | begin as | begins as | are first | is first | are initially | is initially |
  are created as | is created as | start in | starts in
`);

/** "new invoices start as draft", "by default an invoice is a draft": the field that has this value. */
function readStart(whole: Cursor, known: Known, span: Span): Instruction[] | null {
  const last = beforeByDefault(whole);
  const cursor = { ...whole, end: last ?? whole.end };
  const isDefault = last !== null || acceptAny(cursor, ['by default ,', 'by default']) !== null;
  const owner = readReference(cursor, known);
  const verbs = isDefault ? [...STARTS, 'is', 'are', 'should be'] : STARTS;
  if (owner === null || acceptAny(cursor, verbs) === null) return null;
  acceptAny(cursor, ['a', 'an']);
  const isNot = acceptAny(cursor, ['not']) !== null;
  const value = readValue(cursor);
  const flag = isNot || isDefault ? flagOf(owner, value, known) : null;
  if (flag !== null) return [{ kind: 'default', target: flag, value: !isNot, ...span }];
  const fields = isNot ? [] : known.fieldsWith(owner.words, String(value));
  const [field] = fields;
  if (field === undefined || fields.length > 1 || value === null) return null;
  const words = wordsOf(field.name);
  const target: Reference = { ...owner, words, owners: [owner.words], sort: 'member' };
  return [{ kind: 'default', target, value, ...span }];
}

/** "comments are internal by default": the yes or no of a thing that is called so. */
function flagOf(owner: Reference, value: Value | null, known: Known): Reference | null {
  const words = String(value).toLowerCase().split(' ');
  for (const name of [words, ['is', ...words]]) {
    const target: Reference = { ...owner, words: name, owners: [owner.words], sort: 'member' };
    if (known.fieldsOf(target).some(({ type }) => type === 'boolean')) return target;
  }
  return null;
}

const SET_DEFAULT = phrases(`
  set the default value of | set the default of | change the default value of | change the default of | the default value of |
  the default of | the default for | default value of | default of | default for | set the default | the default | default
`);
const DEFAULTS = phrases(`
  should default to | must default to | now defaults to | defaults to | default to | defaults now to | starts at | starts as
`);

function readDefault(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const by = acceptAny(cursor, ['by default ,', 'by default']) !== null;
  const isFirst = !by && acceptAny(cursor, SET_DEFAULT) !== null;
  const isMade = !by && !isFirst && acceptAny(cursor, ['make', 'let', 'set']) !== null;
  const target = readReference(cursor, known);
  if (target === null || known.fieldsOf(target).length === 0) return null;
  const isTold = acceptAny(cursor, DEFAULTS) !== null;
  const isLinked =
    isTold || acceptAny(cursor, ['should be', 'is now', 'is', 'are', 'to', ':', '=']);
  const end = isTold || isFirst || by ? cursor.end : beforeByDefault(cursor);
  if ((!isTold && !isFirst && !by && end === null) || (!isLinked && !isMade)) return null;
  const until = beforeMore(cursor, end ?? cursor.end);
  const value = readValue({ ...cursor, end: until });
  if (value === null) return null;
  const wish: Instruction = { kind: 'default', target, value, ...span };
  if (end === null || until === end) return [wish];
  const rest = { ...cursor, at: until + 1, end };
  const said = readSaid(rest);
  return said === null || !isDone(rest)
    ? null
    : [wish, { kind: 'describe', targets: [target], ...said, ...span }];
}

/** "defaults to 2 and is at most 6": where what is said besides begins. */
function beforeMore(cursor: Cursor, end: number): number {
  for (let at = cursor.at + 1; at < end - 1; at += 1) {
    const isJoint = ['and', ','].includes(cursor.tokens[at]?.lower ?? '');
    const next = cursor.tokens[at + 1]?.lower ?? '';
    if (isJoint && /^(is|are|must|should|can|at|optional|required|unique)$/.test(next)) return at;
  }
  return end;
}

/** "the country is Austria by default". */
function beforeByDefault(cursor: Cursor): number | null {
  for (const tail of ['by default', 'unless given', 'unless said otherwise', 'at first']) {
    const at = cursor.end - tail.split(' ').length;
    if (at > cursor.at && acceptAny({ ...cursor, at }, [tail]) !== null) return at;
  }
  return null;
}

/** A number, yes or no, or the words to the end. */
function readValue(cursor: Cursor): Value | null {
  const from = cursor.at;
  const number = readNumber(cursor);
  if (number !== null && isDone(cursor)) return number;
  cursor.at = from;
  if (peek(cursor, 1) === '' && ['true', 'yes', 'false', 'no'].includes(peek(cursor)))
    return ['true', 'yes'].includes(peek(cursor));
  return joined(cursor, cursor.end);
}

/** "remove lost from the status". */
function readRemovedValues(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, ['remove', 'drop', 'delete', 'take']) === null) return null;
  const link = linkBefore(cursor, known, ['from', 'as', 'off', 'in']);
  if (link === null) return null;
  const values = readListed({ ...cursor, end: link.at });
  const isAll = values.length > 0 && values.every((value) => isValueOf(link.target, value, known));
  return isAll ? [valuesOf(link.target, [], values, span)] : null;
}

/** "remove the screening stage", where screening is one of the stages. */
function readRemovedByName(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, ['remove', 'drop', 'delete', 'get rid of', 'we no longer need']) === null)
    return null;
  skipArticles(cursor);
  for (let at = cursor.at + 1; at < cursor.end; at += 1) {
    const after = cursorOf(cursor.tokens, at, cursor.end);
    const target = readReference(after, known);
    const value = joined(cursor, at) ?? '';
    if (target !== null && isDone(after) && isValueOf(target, value, known))
      return [valuesOf(target, [], [value], span)];
  }
  return null;
}

/** "urgent is no longer a priority". */
function readNoValue(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  for (let at = cursor.at + 1; at < cursor.end - 1; at += 1) {
    const probe = { ...cursor, at };
    if (acceptAny(probe, ['is no longer', 'are no longer', 'is not', "isn't"]) === null) continue;
    const target = readReference(probe, known);
    const values = readListed({ ...cursor, end: at });
    const isAll =
      target !== null && isDone(probe) && values.every((value) => isValueOf(target, value, known));
    return isAll && values.length > 0 ? [valuesOf(target, [], values, span)] : null;
  }
  return null;
}
