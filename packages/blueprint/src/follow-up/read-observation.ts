import { acceptAny, type Cursor, cursorOf, isDone } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import type { Cure, Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { readAddition } from './read-addition.ts';
import { readSaid, type SaidOf } from './read-said.ts';
import { readReference } from './reference.ts';
import { startsReason } from './wish-frames.ts';
import { wordToken } from './word-token.ts';

const NOBODY = phrases(`
  nobody ever | nobody really | nobody | no one ever | no one really | no one | hardly anybody | hardly anyone | almost nobody | we never | they never |
  people never | users never
`);
const USES = phrases(`
  uses | use | needs | need | fills in | fill in | fills | fill | looks at | look at | reads | read | wants | cares about | care about
`);
const COMPLAINED = phrases(`
  complained that | complained about that | have complained that | complain that | are complaining that | keep complaining that |
  complained because | complain because | complained | complain | are annoyed that | are unhappy that
`);
const ASKED_FOR = phrases(`
  keep asking for | keeps asking for | asked for | have asked for | has asked for | are asking for | is asking for | requested |
  have requested
`);
const UNUSED = phrases(`
  is not used | are not used | isn't used | aren't used | is no longer used | are no longer used | is never used | are never used | is unused
`);
const NOTICED = phrases(`
  we have noticed that | we noticed that | i have noticed that | i noticed that | it turned out that | it turns out that | we found out that |
  we realised that | we realized that
`);
const LONGEST_SPEAKER = 4;

export function startsObservation(cursor: Cursor): boolean {
  const probe = { ...cursor };
  if (acceptAny(probe, NOTICED) !== null) return true;
  if (acceptAny(probe, NOBODY) !== null) return acceptAny(probe, USES) !== null;
  return afterSpeaker(cursor, COMPLAINED) !== null;
}

/** "nobody uses the fax number", "people complained that the due date is required", "because it is empty". */
export function readObservation(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (startsReason(cursor) || acceptAny({ ...cursor }, NOTICED) !== null)
    return [{ kind: 'observe', target: null, cure: null, ...span }];
  return (
    readUnused({ ...cursor }, known, span) ??
    readRequest({ ...cursor }, known, span) ??
    readComplaint({ ...cursor }, known, span)
  );
}

function readUnused(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const isNobody = acceptAny(cursor, NOBODY) !== null;
  if (isNobody && acceptAny(cursor, USES) === null) return null;
  const target = readReference(cursor, known);
  if (!isNobody && acceptAny(cursor, UNUSED) === null) return null;
  if (target === null || !isDone(cursor) || !known.isThere(target)) return null;
  return [{ kind: 'observe', target, cure: 'drop', ...span }];
}

/** "users keep asking for a delivery note on invoices". */
function readRequest(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const said = afterSpeaker(cursor, ASKED_FOR);
  if (said !== null) return readAdded(said, known, span);
  const speaker = readReference({ ...cursor }, known);
  const wanted = afterSpeaker(cursor, ['would like', 'wants', 'want', 'needs', 'need']);
  if (wanted === null || speaker === null || known.isThere(speaker)) return null;
  const made = readAdded(wanted, known, span);
  return made?.every((each) => each.kind === 'add' && each.owners.length > 0) ? made : null;
}

function readAdded({ tokens, at, end }: Cursor, known: Known, span: Span): Instruction[] | null {
  return readAddition(cursorOf([wordToken('add'), ...tokens.slice(at, end)]), known, span);
}

/** Where what somebody says begins. */
function afterSpeaker({ tokens, at, end }: Cursor, verbs: readonly string[]): Cursor | null {
  for (let verb = at + 1; verb <= at + LONGEST_SPEAKER && verb < end; verb += 1) {
    const probe = cursorOf(tokens, verb, end);
    if (acceptAny(probe, verbs) !== null) return probe;
  }
  return null;
}

const NO_PLACE = phrases(`
  there is no way to enter | there is no way to store | there is no way to record | there is no place for | there is no room for | there is no field for | there is no | they cannot enter | they can't enter | they could not enter |
  they cannot store | they can't store
`);

function readComplaint(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const said = afterSpeaker(cursor, COMPLAINED);
  if (said === null) return null;
  if (acceptAny(said, NO_PLACE) !== null) return readAdded(said, known, span);
  const target = readReference(said, known);
  acceptAny(said, ['is', 'are', 'was', 'were', 'has to be', 'must be']);
  const state = target === null ? null : readSaid(said);
  const isTold = state !== null && isDone(said);
  const isThere = target !== null && known.isThere(target);
  return [
    {
      kind: 'observe',
      target: isThere ? target : null,
      cure: isThere && isTold ? opposite(state) : null,
      ...span,
    },
  ];
}

/** Only what has one opposite: who is held up by a required field wants it to be optional. */
function opposite({ qualities, lacks }: SaidOf): Cure | null {
  const { required, optional, unique, ...others } = qualities;
  if (Object.keys(others).length > 0 || lacks.length > 0) return null;
  if (required === true && !unique) return { qualities: { optional: true }, lacks: [] };
  if (optional === true && !unique) return { qualities: { required: true }, lacks: [] };
  return unique === true && !required ? { qualities: {}, lacks: ['unique'] } : null;
}
