import { acceptAny, type Cursor, isDone, peek } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { newName } from './read-rename.ts';
import { readReference, readReferences } from './reference.ts';

/** "move the address from order to customer". */
export function readMove(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, ['move', 'shift', 'transfer']) === null) return null;
  const targets = readReferences(cursor, known);
  if (targets.length === 0 || acceptAny(cursor, ['over to', 'to', 'into', 'onto']) === null)
    return null;
  const to = readReference(cursor, known);
  return to !== null && isDone(cursor) ? [{ kind: 'move', targets, to, ...span }] : null;
}

/** "split name into first and last name". */
export function readSplit(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const verb = acceptAny(cursor, ['split up', 'split', 'divide', 'break up']);
  const merges = acceptAny(cursor, ['merge', 'combine', 'join']) !== null;
  if (merges)
    return [unsupported('two fields or tables are not put together, with the data in them', span)];
  if (verb === null) return null;
  const target = readReference(cursor, known);
  if (target === null || acceptAny(cursor, ['into', 'in', 'to']) === null) return null;
  const into: string[][] = [];
  while (!isDone(cursor)) {
    const words = newName(cursor);
    if (words.length === 0) return null;
    into.push(words);
    acceptAny(cursor, [', and', ',', 'and']);
  }
  return [{ kind: 'split', target, into: withSharedHead(into), ...span }];
}

/** "first and last name": the last word is that of both. */
function withSharedHead(names: string[][]): string[][] {
  const last = names.at(-1) ?? [];
  const head = last.at(-1);
  if (last.length < 2 || head === undefined) return names;
  return names.map((name) => (name.length < last.length ? [...name, head] : name));
}

/** "replace the floor by a building", "use a building instead of the floor", "instead of the floor use a building". */
export function readReplace(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  return readUsed({ ...cursor }, known, span) ?? readReplaced({ ...cursor }, known, span);
}

const USE = phrases(`
  use | we use | we need | we want | we would like | i need | i want | i would like | there should be | put
`);

function readUsed(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const isFreshFirst = acceptAny(cursor, ['use']) !== null;
  if (!isFreshFirst && acceptAny(cursor, ['instead of']) === null) return null;
  for (let at = cursor.at + 1; at < cursor.end - 1; at += 1) {
    const after = { ...cursor, at };
    acceptAny(after, [',']);
    if (acceptAny(after, isFreshFirst ? ['instead of'] : USE) === null) continue;
    const before = { ...cursor, end: at };
    const [old, fresh] = isFreshFirst ? [after, before] : [before, after];
    const target = readReference(old, known);
    const by = newName(fresh);
    const isWhole = target !== null && isDone(old) && isDone(fresh) && by.length > 0;
    return isWhole ? [{ kind: 'replace', target, by, ...span }] : null;
  }
  return null;
}

function readReplaced(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, ['replace', 'swap', 'exchange']) === null) return null;
  for (let at = cursor.at + 1; at < cursor.end; at += 1) {
    const after = { ...cursor, at };
    if (acceptAny(after, ['by', 'with', 'for']) === null) continue;
    const before = { ...cursor, end: at };
    const target = readReference(before, known);
    const by = newName(after);
    if (target !== null && isDone(before) && by.length > 0 && isDone(after))
      return [{ kind: 'replace', target, by, ...span }];
  }
  return null;
}

export function readUndo(cursor: Cursor, _known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, ['undo', 'revert', 'go back', 'roll back', 'restore']) === null)
    return null;
  const isWhole = ['', 'that', 'this', 'it', 'the', 'everything', 'my', 'to', 'all', 'last'];
  return isWhole.includes(peek(cursor))
    ? [unsupported('an earlier version is restored from the list of versions, with its data', span)]
    : null;
}

function unsupported(reason: string, span: Span): Instruction {
  return { kind: 'unsupported', reason, ...span };
}
