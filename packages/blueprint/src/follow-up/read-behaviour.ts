import { acceptAny, type Cursor, cursorOf, peek } from '../grammar/cursor.ts';
import { phrases, words } from '../lexicon/words.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { readReference } from './reference.ts';

const DOING = words(`
  show display send email notify remind alert export import print download upload calculate generate sync search filter sort list
  visualise visualize summarise summarize
`);
const BRINGS = phrases(`
  give me | give us | show me | show us | send me | send us | i need | we need | i want | we want | add | create | include | make |
  set up | introduce | put | have | see | get | build
`);
const WHOM = /^(a|an|the|all|me|us|each|every|my|our|their|it|them|everything|everyone)$/;
/** What a program makes of data, and no data of its own. */
const MADE = words(`
  dashboard dashboards chart charts graph graphs export exports import imports button buttons notification notifications
  widget widgets popup popups
`);
/** Things of their own too, unless it is said of what they are. */
const TOLD_OF = words(
  'report reports overview overviews summary summaries statistics stats breakdown',
);

/** "a report of unpaid invoices", "export invoices as PDF": what an app does, which no blueprint says yet. */
export function readBehaviour(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (!doesSomething({ ...cursor }, known) && !bringsSomething({ ...cursor })) return null;
  const reason =
    'reports, screens, messages and other behaviour are not compiled; data, rules and rights are';
  return [{ kind: 'unsupported', reason, ...span }];
}

function doesSomething(cursor: Cursor, known: Known): boolean {
  if (!DOING.has(peek(cursor)) || peek(cursor, 1) === 'of') return false;
  const object = readReference(cursorOf(cursor.tokens, cursor.at + 1, cursor.end), known);
  return WHOM.test(peek(cursor, 1)) || (object !== null && known.isEntity(object.words));
}

const FURTHEST = 3;

function bringsSomething(cursor: Cursor): boolean {
  if (acceptAny(cursor, BRINGS) === null) return false;
  acceptAny(cursor, ['a', 'an', 'the', 'some', 'another', 'one']);
  for (let ahead = 0; ahead < FURTHEST; ahead += 1) {
    const [word, next] = [peek(cursor, ahead), peek(cursor, ahead + 1)];
    if (MADE.has(word))
      return next === '' || /^(to|of|on|about|for|showing|by|per|when)$/.test(next);
    if (TOLD_OF.has(word)) return /^(of|on|about|showing|by|per|over)$/.test(next);
  }
  return false;
}
