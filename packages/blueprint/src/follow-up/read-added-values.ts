import { acceptAny, type Cursor, cursorOf, isDone } from '../grammar/cursor.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { readListed } from './listed-values.ts';
import { type Reference, readReference, skipArticles } from './reference.ts';

/** "add cancelled to the status", "add the status cancelled", "add cancelled as a status". */
export function readAddedValues(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, ['add', 'allow', 'include', 'introduce']) === null) return null;
  const link = linkBefore(cursor, known, ['to', 'as', 'for', 'in']);
  if (link !== null) {
    const values = readListed({ ...cursor, end: link.at });
    return values.length === 0 ? null : [valuesOf(link.target, values, [], span)];
  }
  skipArticles(cursor);
  for (let end = cursor.end - 1; end > cursor.at; end -= 1) {
    const before = cursorOf(cursor.tokens, cursor.at, end);
    const target = readReference(before, known);
    if (target === null || !isDone(before) || !hasValues(target, known)) continue;
    const rest = { ...cursor, at: end };
    const owned = withOwnerAfter(rest, target, known);
    const values = readListed(owned.rest);
    return values.length === 0 || !hasValues(owned.target, known)
      ? null
      : [valuesOf(owned.target, values, [], span)];
  }
  return null;
}

/** "the status archived to invoices": whose it is, said last. */
function withOwnerAfter(
  rest: Cursor,
  target: Reference,
  known: Known,
): { rest: Cursor; target: Reference } {
  for (let at = rest.at; at < rest.end - 1; at += 1) {
    const after = { ...rest, at };
    if (acceptAny(after, ['to', 'for', 'on', 'of']) === null) continue;
    const owner = readReference(after, known);
    if (owner !== null && isDone(after) && known.isEntity(owner.words))
      return { rest: { ...rest, end: at }, target: { ...target, owners: [owner.words] } };
  }
  return { rest, target };
}

/** The field with values that the words end with. */
export function linkBefore(
  cursor: Cursor,
  known: Known,
  links: readonly string[],
): { at: number; target: Reference } | null {
  for (let at = cursor.end - 1; at > cursor.at; at -= 1) {
    const probe = cursorOf(cursor.tokens, at, cursor.end);
    if (acceptAny(probe, links) === null) continue;
    acceptAny(probe, ['the values of', 'the list of']);
    const target = readReference(probe, known);
    if (target !== null && isDone(probe) && hasValues(target, known)) return { at, target };
  }
  return null;
}

export function valuesOf(
  target: Reference,
  added: string[],
  removed: string[],
  span: Span,
): Instruction {
  return { kind: 'values', target, added, removed, ...span };
}

function hasValues(target: Reference, known: Known): boolean {
  return known.fieldsOf(target).some(({ values }) => values !== undefined);
}
