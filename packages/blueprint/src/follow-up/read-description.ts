import { acceptAny, type Cursor, isDone } from '../grammar/cursor.ts';
import { phrases, words } from '../lexicon/words.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { readNever } from './read-never.ts';
import { readNegation, readSaid } from './read-said.ts';
import { type Reference, readReferences } from './reference.ts';

const VERBS = phrases(`
  is now | are now | is always | are always | is also | are also | should now be | must now be | must always be | must also be |
  should also be | must be | should be | has to be | have to be | needs to be | need to be | can only be | can now be | can be |
  may be | will be | becomes | become | is | are | was | were | must | should | can | needs | need | of | as a | as an | as | :
`);

const CONDITIONS = words('while when whenever if unless until');

/** "phone is optional now", "the price must be at least 0", "a title has at most 80 characters". */
export function readDescription(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const targets = readReferences(cursor, known);
  if (targets.length === 0 || !targets.every(known.isMember)) return null;
  if (cursor.tokens.slice(cursor.at, cursor.end).some(({ lower }) => CONDITIONS.has(lower)))
    return null;
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
    if (said?.qualities.values !== undefined && targets.some(isThing(known))) return null;
    if (said !== null && owned !== null)
      return [{ kind: 'describe', targets: owned, ...said, ...span }];
  }
  return null;
}

/** "a product can be active or inactive": the thing itself, and not the product of a line item. */
function isThing(known: Known): (target: Reference) => boolean {
  return ({ words, owners, sort }) =>
    owners.length === 0 && sort !== 'member' && known.isEntity(words);
}

/** "company is required for customers": whose it is, said last. */
function ownedBy(cursor: Cursor, targets: Reference[], known: Known): Reference[] | null {
  if (isDone(cursor)) return targets;
  if (acceptAny(cursor, ['for', 'of', 'on', 'in', 'across']) === null) return null;
  const owners = readReferences(cursor, known).map(({ words }) => words);
  if (owners.length === 0 || !isDone(cursor) || !owners.every(known.isEntity)) return null;
  return targets.map((target) => ({ ...target, owners }));
}

const NOT = phrases(`
  isn't | aren't | needn't | can't be | cannot be | shouldn't be | mustn't be | doesn't have to be | don't have to be | doesn't need to be | don't need to be |
  not be | no longer be | not have to be | not need to be
`);

function readNegated(cursor: Cursor): ReturnType<typeof readNegation> {
  acceptAny(cursor, ['is', 'are', 'need', 'needs', 'does', 'do', 'must', 'should']);
  if (acceptAny(cursor, NOT) !== null) {
    if (acceptAny(cursor, ['unique', 'to be unique']) !== null)
      return { qualities: {}, lacks: ['unique'] };
    if (acceptAny(cursor, ['optional', 'be optional']) !== null)
      return { qualities: { required: true }, lacks: [] };
    if (acceptAny(cursor, ['required', 'mandatory', 'be given']) !== null)
      return { qualities: { optional: true }, lacks: [] };
  }
  acceptAny(cursor, ['need not be']);
  return readNegation(cursor);
}
