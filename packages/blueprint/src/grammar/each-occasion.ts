import { phrases } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor, cursorOf, endOffset } from './cursor.ts';
import { readItems } from './items.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import type { Item, Noun, Statement } from './statements.ts';

const OCCASIONS = phrases(
  'each time with | each time at | each time for | every time with | every time at | every time for | in each case with | in each case at | each time on | each time in',
);

const FURTHER = phrases(
  ', and with | , and at | , and for | , and on | and with | and at | and for | and on | , with | , at | , on | , for',
);

/** "A vendor works for many weddings, each time with a price": the price is that of each time, and so of both together. */
export function readEachOccasion(
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] | null {
  const at = tokens.findIndex(
    (_token, index) => index > 2 && acceptAny(cursorOf(tokens, index), OCCASIONS) !== null,
  );
  const cursor = cursorOf(tokens, Math.max(at, 0));
  const values = at < 0 ? [] : readTold(cursor);
  const isPlain = values.every(({ children }) => children.length === 0);
  if (values.length === 0 || !isPlain) return null;
  const end = tokens[at - 1]?.text === ',' ? at - 1 : at;
  const said = readBody(tokens.slice(0, end), heading, context, false);
  const tied = said.map(tieOf).findLast((tie) => tie !== null);
  if (tied === undefined || tied === null) return null;
  const { statement, subject, target } = tied;
  const parties = [subject, target.noun];
  const verb = 'verb' in statement ? (statement.verb ?? '') : '';
  const span = { start: statement.start, end: endOffset(cursor) };
  return [
    ...said.filter((each) => each !== statement),
    ...ownOf(target),
    { kind: 'deed', verb, parties, values, ...span },
  ];
}

/** "in a role and with a fee": what is told of it, after each of its words. */
function readTold(cursor: Cursor): Item[] {
  acceptAny(cursor, OCCASIONS);
  const told = readItems(cursor);
  while (acceptAny(cursor, FURTHER) !== null) told.push(...readItems(cursor));
  return told;
}

type Tie = { statement: Statement; subject: Noun; target: Item };

/** A statement that relates two things. */
function tieOf(statement: Statement): Tie | null {
  if (statement.kind !== 'acts' && statement.kind !== 'belongs' && statement.kind !== 'has')
    return null;
  const [subject, second] = statement.subjects;
  const targets = statement.kind === 'belongs' ? statement.targets : statement.items;
  const [target, more] = targets;
  if (subject === undefined || target === undefined || second !== undefined || more !== undefined)
    return null;
  return statement.kind === 'has' && !target.noun.plural ? null : { statement, subject, target };
}

/** "rent suits (size)": what stands in brackets is the suit's. */
function ownOf({ noun, children: items, start, end }: Item): Statement[] {
  return items.length === 0
    ? []
    : [{ kind: 'has', subjects: [noun], items, optional: false, start, end }];
}
