import { acceptAny, type Cursor, cursorOf, isDone } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { type Reference, readReference } from './reference.ts';

const OWN = phrases(`
  different | various | special | individual | custom | separate | its own | their own | his own | her own | own | a different | a special | an individual |
  a custom | a separate
`);
const GETS = phrases(`
  can have | may have | should have | could have | must have | gets | get | has | have | needs | need | pays | pay
`);
const PER = phrases(
  'per | for each | for every | for different | by | depending on the | depending on',
);
const VARIES = phrases(`
  depend on | depends on | vary by | varies by | vary per | varies per | differ by | differs by | differ per | differs per | can differ per | can vary by |
  should depend on | differ from | differs from
`);

/** "different prices per client", "each client has its own prices", "prices depend on the client". */
export function readVarying(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const said =
    readPer({ ...cursor }, known) ?? readOwned({ ...cursor }, known) ?? readDepends(cursor, known);
  return said === null ? null : [{ kind: 'vary', ...said, ...span }];
}

type Varying = { field: Reference; by: Reference };

function readPer(cursor: Cursor, known: Known): Varying | null {
  acceptAny(cursor, [
    'we need',
    'i need',
    'we want',
    'there are',
    'there should be',
    'allow',
    'add',
    'have',
    'support',
  ]);
  return acceptAny(cursor, OWN) === null ? null : pairAt(cursor, known, PER);
}

function readOwned(cursor: Cursor, known: Known): Varying | null {
  const by = readReference(cursor, known);
  if (by === null || acceptAny(cursor, GETS) === null || acceptAny(cursor, OWN) === null)
    return null;
  const field = readReference(cursor, known);
  return field !== null && isDone(cursor) ? varying(field, by, known) : null;
}

function readDepends(cursor: Cursor, known: Known): Varying | null {
  return pairAt(cursor, known, VARIES);
}

/** A field, one of the links, and a thing to the end. */
function pairAt(cursor: Cursor, known: Known, links: readonly string[]): Varying | null {
  for (let at = cursor.at + 1; at < cursor.end; at += 1) {
    const after = { ...cursor, at };
    if (acceptAny(after, links) === null) continue;
    const before = cursorOf(cursor.tokens, cursor.at, at);
    const field = readReference(before, known);
    const by = readReference(after, known);
    if (field === null || by === null || !isDone(before) || !isDone(after)) return null;
    return varying(field, by, known);
  }
  return null;
}

/** Only of what another thing has already: of anything else it is a field like any other. */
function varying(field: Reference, by: Reference, known: Known): Varying | null {
  const isOwn = known.fieldsOf({ ...field, owners: [by.words] }).length > 0;
  const isField = known.fieldsOf({ ...field, sort: 'member' }).length > 0;
  return known.isEntity(by.words) && isField && !isOwn ? { field, by } : null;
}
