import { acceptAny, type Cursor, cursorOf, isDone, peek, tokenAt } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import { subwords } from '../text/tokens.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { joined } from './listed-values.ts';
import { readDescription } from './read-description.ts';
import { readSaid } from './read-said.ts';
import { type Reference, readReference } from './reference.ts';
import { wordsOf } from './seed-draft.ts';

const LINKS = ['to', 'as', 'into', '- >', '= >', '→'];

/** "rename client to customer", "call the client a customer", "clients are now called customers". */
export function readRename(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  return (
    readNamedApp({ ...cursor }, span) ??
    readRenamedValue({ ...cursor }, known, span) ??
    readTo({ ...cursor }, known, span) ??
    readCall({ ...cursor }, known, span) ??
    readCalled({ ...cursor }, known, span)
  );
}

/** "rename the app to Ledger", "call the app Ledger". */
function readNamedApp(cursor: Cursor, span: Span): Instruction[] | null {
  const isRename = acceptAny(cursor, ['rename', 'call', 'name']) !== null;
  const app = acceptAny(cursor, ['the app', 'the application', 'the whole app', 'this app', 'app']);
  if (app === null) return null;
  if (!isRename && acceptAny(cursor, ['is now called', 'is called', 'should be called']) === null)
    return null;
  acceptAny(cursor, LINKS);
  const words = newName(cursor);
  return words.length > 0 && isDone(cursor) ? [{ kind: 'name-app', words, ...span }] : null;
}

const NEW_NAME = phrases(`
  should now be called | should be called | must be called | is now called | should be named | is renamed to | becomes | to | as | into
`);

/** "rename retired to disposed", "the status in repair should be called being repaired": no name, but what rows have. */
function readRenamedValue(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const isRename = acceptAny(cursor, ['rename', 'change the name of', 'call']) !== null;
  const named = readReference({ ...cursor }, known);
  for (let at = cursor.at + 1; at < cursor.end - 1; at += 1) {
    const after = { ...cursor, at };
    const link = acceptAny(after, NEW_NAME);
    if (link === null || (!isRename && !/called|named|renamed/.test(link))) continue;
    const before = { ...cursor, end: at };
    acceptAny(before, ['the status', 'the state', 'the stage', 'the value', 'the option', 'the']);
    const from = joined(before, at) ?? '';
    const [field, other] = known.fieldsOfValue(from);
    const isName = named !== null && known.isThere(named);
    if (
      field === undefined ||
      other !== undefined ||
      (isName && field.field.name !== named.words.at(-1))
    )
      return null;
    const to = joined(after, after.end);
    const target: Reference = {
      ...{ words: wordsOf(field.field.name), owners: [wordsOf(field.entity)], sort: 'member' },
      ...{ plural: false, start: span.start, end: span.end },
    };
    return to === null ? null : [{ kind: 'rename-value', target, from, to, ...span }];
  }
  return null;
}

/** Pairs of an old and a new name. */
function readTo(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const isName = acceptAny(cursor, ['change the name of', 'rename']);
  if (isName === null) return null;
  const made: Instruction[] = [];
  for (;;) {
    const link = linkAt(cursor);
    const before = { ...cursor, end: link };
    const target = readReference(before, known);
    if (target === null || !isDone(before) || link >= cursor.end) return null;
    cursor.at = link;
    acceptAny(cursor, LINKS);
    const to = newName(cursor);
    if (to.length === 0) return null;
    made.push({ kind: 'rename', target, to, ...span });
    if (isDone(cursor)) return made;
    if (acceptAny(cursor, [', and', ',', 'and']) === null || linkAt(cursor) >= cursor.end)
      return null;
  }
}

function linkAt(cursor: Cursor): number {
  for (let at = cursor.at + 1; at < cursor.end; at += 1)
    if (acceptAny({ ...cursor, at }, LINKS) !== null) return at;
  return cursor.end;
}

/** Where the old name ends and the new one begins is told by what is there. */
function readCall(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, ['call', 'name']) === null) return null;
  for (let at = cursor.end - 1; at > cursor.at; at -= 1) {
    const target = targetBefore(cursor, at, known);
    const name = { ...cursor, at };
    const to = target === null ? [] : newName(name);
    if (target !== null && to.length > 0 && isDone(name))
      return [{ kind: 'rename', target, to, ...span }];
  }
  return null;
}

function targetBefore(cursor: Cursor, end: number, known: Known): Reference | null {
  const before = cursorOf(cursor.tokens, cursor.at, end);
  const target = readReference(before, known);
  return target !== null && isDone(before) && known.isThere(target) ? target : null;
}

const CALLED = [
  ...[
    'should now be called',
    'should be called',
    'must be called',
    'is now called',
    'are now called',
  ],
  ...['is called', 'are called', 'will be called', 'should be named', 'is renamed to', 'becomes'],
  ...['are renamed to', 'is to be called', 'become'],
];

function readCalled(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const from = cursor.at;
  const target = readReference(cursor, known);
  const subject = cursor.tokens.slice(from, cursor.at);
  if (target === null || acceptAny(cursor, CALLED) === null) return null;
  const isQuality = readSaid({ ...cursor }) !== null;
  if (isQuality) return null;
  const to = newName(cursor);
  if (to.length === 0 || !known.isThere(target)) return null;
  const rename: Instruction = { kind: 'rename', target, to, ...span };
  if (isDone(cursor)) return [rename];
  acceptAny(cursor, [', and', ',', 'and']);
  const rest = cursorOf([...subject, ...cursor.tokens.slice(cursor.at, cursor.end)]);
  const said = readDescription(rest, known, span);
  return said === null ? null : [...said, rename];
}

/** Words up to a comma; of a name that is written as one, the words in it. */
export function newName(cursor: Cursor): string[] {
  acceptAny(cursor, ['a', 'an', 'the']);
  const words: string[] = [];
  while (tokenAt(cursor)?.kind === 'word' && words.length < 5 && peek(cursor) !== 'and') {
    const token = tokenAt(cursor);
    if (token !== undefined) words.push(...subwords(token));
    cursor.at += 1;
  }
  const isWhole = isDone(cursor) || [',', 'and', ';'].includes(peek(cursor));
  return isWhole ? words : [];
}
