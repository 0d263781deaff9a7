import { acceptAny, type Cursor, isDone } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { readNegation, readSaid } from './read-said.ts';
import { readReferences } from './reference.ts';

const VERBS = phrases(`
  is now | are now | is always | are always | is also | are also | should now be | must now be | must always be | must also be |
  should also be | must be | should be | has to be | have to be | needs to be | need to be | can only be | can now be | can be |
  may be | will be | becomes | become | is | are | must | should | can | needs | need | :
`);

/** "phone is optional now", "the price must be at least 0", "a title has at most 80 characters". */
export function readDescription(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const targets = readReferences(cursor, known);
  if (targets.length === 0 || !targets.every(known.isThere)) return null;
  if (!targets.every((target) => known.fieldsOf(target).length > 0 || isTie(target.owners)))
    return null;
  const from = cursor.at;
  const negation = readNegated(cursor);
  if (negation !== null && isDone(cursor))
    return [{ kind: 'describe', targets, ...negation, ...span }];
  cursor.at = from;
  acceptAny(cursor, VERBS);
  const said = readSaid(cursor);
  return said !== null && isDone(cursor) ? [{ kind: 'describe', targets, ...said, ...span }] : null;
}

function isTie(owners: readonly string[][]): boolean {
  return owners.length > 0;
}

function readNegated(cursor: Cursor): ReturnType<typeof readNegation> {
  acceptAny(cursor, ['is', 'are', 'need', 'needs', 'does', 'do', 'must', 'should']);
  if (acceptAny(cursor, ["isn't", "aren't", "needn't"]) !== null) {
    if (acceptAny(cursor, ['unique', 'to be unique']) !== null)
      return { qualities: {}, lacks: ['unique'] };
    if (acceptAny(cursor, ['required', 'mandatory', 'be given']) !== null)
      return { qualities: { optional: true }, lacks: [] };
  }
  acceptAny(cursor, ['not need to be', 'not have to be', 'need not be']);
  return readNegation(cursor);
}
