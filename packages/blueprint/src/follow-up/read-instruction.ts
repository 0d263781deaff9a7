import { type Cursor, cursorOf, peek } from '../grammar/cursor.ts';
import type { Token } from '../text/tokens.ts';
import type { Instruction } from './instruction.ts';
import type { Known } from './known.ts';
import { readAddition } from './read-addition.ts';
import { readAsked } from './read-asked.ts';
import { readBehaviour } from './read-behaviour.ts';
import { readDescription } from './read-description.ts';
import { readDrop } from './read-drop.ts';
import { readMake } from './read-make.ts';
import { readMove, readReplace, readSplit, readUndo } from './read-move.ts';
import { readObservation } from './read-observation.ts';
import { readPeopleChange } from './read-people-change.ts';
import { readRename } from './read-rename.ts';
import { readValueChange } from './read-value-change.ts';
import { readVarying } from './read-varying.ts';
import { skipPoliteness, withoutTail } from './telling.ts';

/** What a clause wants, by its verb; null where it tells of data or rules in the way of a first prompt. */
export function readInstruction(clause: readonly Token[], known: Known): Instruction[] | null {
  const first = clause[0];
  const last = clause.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = cursorOf(clause);
  skipPoliteness(start);
  const from = withoutTail(start);
  if (peek(from) === '') return null;
  for (const read of READERS) {
    const made = read({ ...from }, known, { start: first.start, end: last.end });
    if (made !== null) return isConditional(from, known) && made.some(isOfAll) ? null : made;
  }
  return null;
}

/** "make the phone optional unless it rains": what would be done is done for all rows at all times. */
function isConditional({ tokens, at, end }: Cursor, known: Known): boolean {
  const said = tokens.slice(at, end);
  return said.some(
    ({ lower }, index) =>
      /^(unless|if|while|whenever|until)$/.test(lower) &&
      !/^(given|said)$/.test(said[index + 1]?.lower ?? '') &&
      !isInName(said, index, known),
  );
}

/** "drop the valid until of a pass": the word is part of what is there. */
function isInName(said: readonly Token[], index: number, known: Known): boolean {
  return said
    .slice(0, index)
    .some((_token, from) => from + known.lengthOfName(cursorOf(said, from)) > index);
}

function isOfAll({ kind }: Instruction): boolean {
  return ['describe', 'drop', 'rename', 'values'].includes(kind);
}

const READERS = [
  readObservation,
  readPeopleChange,
  readBehaviour,
  readVarying,
  readAsked,
  readUndo,
  readSplit,
  readMove,
  readReplace,
  readValueChange,
  readRename,
  readDrop,
  readAddition,
  readMake,
  readDescription,
];
