import { acceptAny, type Cursor, isDone } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { readNever } from './read-never.ts';
import { readNegation, readSaid } from './read-said.ts';
import { type Reference, readReferences } from './reference.ts';

const VERBS = phrases(`
  is now | are now | is always | are always | is also | are also | should now be | must now be | must always be | must also be |
  should also be | must be | should be | has to be | have to be | needs to be | need to be | can only be | can now be | can be |
  may be | will be | becomes | become | is | are | must | should | can | needs | need | :
`);

/** "phone is optional now", "the price must be at least 0", "a title has at most 80 characters". */
export function readDescription(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const targets = readReferences(cursor, known);
  if (targets.length === 0 || !targets.every(known.isMember)) return null;
  const from = cursor.at;
  const never = readNever(cursor);
  if (never !== null && isDone(cursor))
    return [{ kind: 'describe', targets, qualities: never, lacks: [], ...span }];
  cursor.at = from;
  const negation = readNegated(cursor);
  if (negation !== null && isDone(cursor))
    return [{ kind: 'describe', targets, ...negation, ...span }];
  cursor.at = from;
  for (const isAfterVerb of [false, true]) {
    const rest = { ...cursor };
    if (isAfterVerb) acceptAny(rest, VERBS);
    const said = readSaid(rest);
    const owned = said === null ? null : ownedBy(rest, targets, known);
    if (said !== null && owned !== null)
      return [{ kind: 'describe', targets: owned, ...said, ...span }];
  }
  return null;
}

/** "company is required for customers": whose it is, said last. */
function ownedBy(cursor: Cursor, targets: Reference[], known: Known): Reference[] | null {
  if (isDone(cursor)) return targets;
  if (acceptAny(cursor, ['for', 'of', 'on', 'in', 'across']) === null) return null;
  const owners = readReferences(cursor, known).map(({ words }) => words);
  if (owners.length === 0 || !isDone(cursor) || !owners.every(known.isEntity)) return null;
  return targets.map((target) => ({ ...target, owners }));
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
