import { ASSIGNING } from '../lexicon/predicates.ts';
import { isFlagWord, isMeasureWord, isValueWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import { COUNTS, readTargets } from './clause-targets.ts';
import { acceptAny, type Cursor, endOffset, isDone, peek } from './cursor.ts';
import { readGiven } from './deed-parts.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import { readPredicateQualities } from './predicate-qualities.ts';
import { readQuality } from './qualities.ts';
import {
  belonging,
  type Item,
  itemOf,
  type Noun,
  type Qualities,
  type Statement,
} from './statements.ts';
import type { Subject } from './subjects.ts';

/** "students get a grade for each enrolment": the grade is the enrolment's. */
export function readPerThing(cursor: Cursor, items: Item[], start: number): Statement[] | null {
  const from = cursor.at;
  const intro = acceptAny(cursor, ['for each', 'for every', 'in each', 'on each', 'per']);
  const owner = intro === null ? null : readNoun(cursor);
  if (owner !== null && isDone(cursor) && items.every((item) => !item.noun.plural))
    return [{ kind: 'has', subjects: [owner], items, optional: false, start, end: owner.end }];
  cursor.at = from;
  return null;
}

/** How much of something, and never a thing. */
const SIZES = words('quantity qty weight volume length percentage share');

/** Where the targets of "belongs to" end and a list of fields begins: no article, or one after "to students", and the name of a value. */
export function fieldsFrom(items: readonly Item[], verb: string): number {
  const [first] = items;
  if (first === undefined) return 0;
  const isBare = first.determiner === null && first.quantity === null;
  // "assigned to projects with a role": the role is of each assignment.
  if (isBare && (!first.noun.plural || ASSIGNING.has(verb))) return items.length;
  const at = items.findIndex(
    (item, index) => index > 0 && (!isBare || item.determiner !== null) && isFieldAfterTarget(item),
  );
  return at < 0 ? items.length : at;
}

function isFieldAfterTarget({ noun, qualities, quantity, determiner, refersTo }: Item): boolean {
  if (quantity === 'many' || refersTo !== null) return false;
  const last = noun.words.at(-1) ?? '';
  const isMoment = /^(date time|at|on|from|until|since|till)$/.test(last);
  const isValue =
    isValueWord(last) || isMoment || qualities.type !== undefined || qualities.values !== undefined;
  return determiner === null ? isValue : isMoment || isMeasureWord(last) || SIZES.has(last);
}

/** What is done to a record, and not to what it is about. */
export const RECORDING = words(
  'logged recorded noted reported filed issued raised registered entered written',
);
const OF_RECORD = words('note notes comment remark reason description text message summary');

/** "are logged against a deal with notes and a due date": they are of the log, since a deal has its own. */
export function takeMeasures(target: Item | undefined): Item[] {
  const children = target?.children ?? [];
  const isOfRecord = ({ noun, children }: Item) => {
    const head = noun.words.at(-1) ?? '';
    return children.length === 0 && (isMeasureWord(head) || OF_RECORD.has(head));
  };
  return children.every(isOfRecord) ? children.splice(0) : [];
}

const OWN_FIELDS = [
  ':',
  ', each with',
  ', with',
  ', plus',
  ', having',
  ', at',
  ', on',
  ', and with',
  ', in a given',
  ', on a given',
  ', at a given',
  ', for a given',
  'with',
];

/** "..., at a date and time, with a reason": not a place, but a value. */
function startsOwnField(cursor: Cursor): boolean {
  const probe = { ...cursor };
  const intro = acceptAny(probe, OWN_FIELDS);
  if (intro === null) return false;
  if (intro !== ', at' && intro !== ', on') return true;
  const [first] = readItems(probe);
  return first !== undefined && isMeasureWord(first.noun.words.at(-1) ?? '');
}

/** "Reservations reference a room and a guest, with a date": the fields are the subject's. */
export function readOwnFields(cursor: Cursor, subjects: Noun[], start: number): Statement[] {
  const items: Item[] = [];
  while (subjects.length > 0) {
    const timed = readUntil(cursor);
    if (timed.length === 0 && !startsOwnField(cursor)) break;
    if (timed.length === 0) acceptAny(cursor, OWN_FIELDS);
    items.push(...(timed.length > 0 ? timed : readItems(cursor)));
  }
  if (items.length === 0) return [];
  return [{ kind: 'has', subjects, items, optional: false, start, end: endOffset(cursor) }];
}

/** "is translated by one translator, until a deadline", "on a date from a start time to an end time": when it is done. */
function readUntil(cursor: Cursor): Item[] {
  const probe = { ...cursor };
  const isTimed = acceptAny(probe, [', until', 'until', ', from', 'from', ', by', ', between']);
  if (isTimed === null || !/^(a|an|the)$/.test(peek(probe))) return [];
  return readGiven(cursor);
}

/** "passwords must have at least 8 characters" says something about a value; it lists no fields. */
export function readConstraintOnly(
  cursor: Cursor,
  subject: Subject,
  start: number,
): Statement | null {
  const from = cursor.at;
  const qualities: Qualities = {};
  const isTold = readQualitiesOnly(cursor, qualities);
  // "a plan includes weeks": a unit alone bounds nothing.
  const isUnit = Object.keys(qualities).join() === 'unit';
  if (isTold && !isUnit)
    return {
      kind: 'constraint',
      subjects: subject.nouns,
      owner: subject.owner,
      qualities,
      start,
      end: endOffset(cursor),
    };
  cursor.at = from;
  return null;
}

function readQualitiesOnly(cursor: Cursor, qualities: Qualities): boolean {
  let found = false;
  while (!isDone(cursor)) {
    if (readQuality(cursor, qualities)) found = true;
    else if (acceptAny(cursor, ['a', 'an', 'and', ',']) === null) return false;
  }
  return found;
}

export function readConstraint(
  cursor: Cursor,
  subject: Subject,
  isOwnSubject: boolean,
  start: number,
): Statement[] {
  const qualities: Qualities = {};
  const from = cursor.at;
  // "Only one offer per property can be accepted" bounds how many; it tells nothing of each.
  const opening = cursor.tokens.slice(Math.max(0, subject.from - 5), subject.from + 2);
  const isOfNumber = /\b(only one|at most|no more)\b/.test(
    opening.map(({ lower }) => lower).join(' '),
  );
  if (isOfNumber && /^(can|may|be)$/.test(peek(cursor, -1))) return [];
  const flag = readPossible(cursor);
  if (flag !== null) {
    const { nouns: subjects, owner } = subject;
    return [{ kind: 'constraint', subjects, owner, qualities, flag, start, end: flag.end }];
  }
  const rated = readRated(cursor, subject, start);
  if (rated !== null) return [rated];
  const isRead = readPredicateQualities(cursor, qualities);
  if (!isOwnSubject && qualities.values === undefined) return [];
  if (!isRead) {
    cursor.at = from;
    return (
      readOwnRoles(cursor, subject, start) ??
      readKindOf(cursor, subject.nouns, start) ??
      readDefinition(cursor, subject.nouns, start)
    );
  }
  const made: Statement[] = [
    {
      kind: 'constraint',
      subjects: subject.nouns,
      owner: subject.owner,
      qualities,
      start,
      end: endOffset(cursor),
    },
  ];
  return made;
}

/** "it is rated from 1 to 5": a rating of the subject. */
function readRated(cursor: Cursor, { nouns }: Subject, start: number): Statement | null {
  const from = cursor.at;
  const isRated = acceptAny(cursor, ['is rated', 'are rated', 'is scored', 'are scored']) !== null;
  const at = cursor.tokens[cursor.at - 1];
  const qualities: Qualities = {};
  if (!isRated || at === undefined || nouns.length === 0 || !readQuality(cursor, qualities)) {
    cursor.at = from;
    return null;
  }
  const word = at.lower === 'rated' ? 'rating' : 'score';
  const noun: Noun = { words: [word], plural: false, start: at.start, end: at.end };
  const items = [{ ...itemOf(noun), qualities, end: endOffset(cursor) }];
  return { kind: 'has', subjects: nouns, items, optional: false, start, end: endOffset(cursor) };
}

/** "can be valid, used or refunded": one of several states. */
function isOneOf(cursor: Cursor): boolean {
  const or = cursor.tokens.findIndex(({ lower }, at) => at >= cursor.at && lower === 'or');
  const inner = cursor.tokens.slice(cursor.at, Math.max(or, cursor.at));
  return (
    peek(cursor) === ',' &&
    or > 0 &&
    inner.every(({ kind, text }) => kind === 'word' || text === ',')
  );
}

/** "may be anonymous", "can be archived or not": true of some and not of others. */
function readPossible(cursor: Cursor): Noun | null {
  const from = cursor.at;
  const modal = peek(cursor, -1);
  const intro = acceptAny(cursor, ['be', 'is either', 'is', 'are either', 'are']);
  const token = cursor.tokens[cursor.at];
  const isFlag =
    token?.kind === 'word' &&
    cursor.at < cursor.end &&
    (isFlagWord(token.lower) || (peek(cursor, 1) === 'or' && peek(cursor, 2) === 'not'));
  if (intro !== null && isFlag) {
    cursor.at += 1;
    const isChoice = acceptAny(cursor, [`or not ${token.lower}`, 'or not']) !== null;
    const isOpen = isChoice || (intro === 'be' && ['may', 'can', 'might', 'could'].includes(modal));
    if (isOpen && !isOneOf(cursor) && (isDone(cursor) || /^([,;.]|and)$/.test(peek(cursor))))
      return { words: [token.lower], plural: false, start: token.start, end: endOffset(cursor) };
  }
  cursor.at = from;
  return null;
}

/** "Its mother and its father are dogs too": roles that others play for what was spoken of. */
function readOwnRoles(
  cursor: Cursor,
  { nouns, from, spokenOf = [], owner: whose }: Subject,
  start: number,
): Statement[] | null {
  const before = cursor.tokens.slice(Math.max(0, from - 3), from + 1).map(({ lower }) => lower);
  const isTheirs = before.some((word) => /^(its|their|his|her)$/.test(word));
  const [owner, second] = isTheirs || whose === null ? spokenOf : [whose];
  const isOfOne = isTheirs || (whose !== null && nouns.every(({ plural }) => !plural));
  if (!isOfOne || owner === undefined || second !== undefined) return null;
  const [kind] = readKindOf(cursor, nouns, start) ?? [];
  if (kind?.kind !== 'is-a') return null;
  const isUnknown = acceptAny(cursor, [', if known', 'if known', ', if any', 'if any']) !== null;
  const refersTo = { ...kind.target, plural: false };
  const items = nouns.map((noun) => ({
    ...itemOf(noun),
    refersTo,
    ...(isUnknown && { qualities: { optional: true } }),
  }));
  return [
    { kind: 'has', subjects: [owner], items, optional: false, start, end: endOffset(cursor) },
  ];
}

/** "the assignee is a user", "managers are employees as well": one kind of thing is or plays another. */
function readKindOf(cursor: Cursor, subjects: Noun[], start: number): Statement[] | null {
  const from = cursor.at;
  const intro = acceptAny(cursor, [
    'is also a',
    'is also an',
    'is a',
    'is an',
    'are also',
    'are both',
    'are',
  ]);
  const target = intro === null ? null : readNoun(cursor);
  acceptAny(cursor, ['as well', 'too', 'also']);
  const isTold = intro === 'are' && subjects.length > 1 && peek(cursor) === 'with';
  const isWhole = isTold || isDone(cursor) || [',', ';', '.'].includes(peek(cursor));
  const isPlain = target !== null && !isValueWord(target.words.at(-1) ?? '');
  if (target === null || !isPlain || !isWhole || (intro?.startsWith('are') && !target.plural)) {
    cursor.at = from;
    return null;
  }
  const made: Statement = { kind: 'is-a', subjects, target, start, end: target.end };
  acceptAny(cursor, [',', ';', 'with']);
  const items = readItems(cursor);
  const [first] = items;
  if (first === undefined) return [made];
  const end = endOffset(cursor);
  if (isTold)
    return [
      { ...made, end },
      { kind: 'has', subjects: [target], items, optional: false, start, end },
    ];
  return [made, { kind: 'topic', items, start: first.start, end: endOffset(cursor) }];
}

/** "..., for one student and one assignment" after the fields of a thing. */
export function readOwnTargets(cursor: Cursor, subjects: Noun[]): Statement[] {
  const at = cursor.at;
  const intro = acceptAny(cursor, [', for', ', by', ', in', 'for']);
  const token = cursor.tokens[cursor.at];
  if (intro === null || token === undefined || !COUNTS.has(token.lower)) {
    cursor.at = at;
    return [];
  }
  const targets = readTargets(cursor);
  return [belonging(subjects, targets, { start: token.start, end: endOffset(cursor) })];
}

/** "A grade is a score between 0 and 100 with feedback": the definition holds the fields. */
function readDefinition(cursor: Cursor, subjects: Noun[], start: number): Statement[] {
  if (acceptAny(cursor, ['is a', 'is an', 'are']) === null) return [];
  const [item] = readItems(cursor);
  if (item === undefined || item.children.length === 0) return [];
  const isValue = Object.keys(item.qualities).length > 0;
  const items = isValue ? [{ ...item, children: [] }, ...item.children] : item.children;
  return [
    { kind: 'has', subjects, items, optional: false, start, end: endOffset(cursor) },
    ...readOwnTargets(cursor, subjects),
  ];
}

const MOVING = words('take lead guide walk drive bring run show fly go ship send carry accompany');

/** "Students enroll in courses through enrollments": the joining thing belongs to both. */
export function readThrough(
  cursor: Cursor,
  verb: string,
  subjects: Noun[],
  objects: Item[],
): Statement[] {
  if (acceptAny(cursor, ['through', 'via', 'by means of']) === null) return [];
  const [join] = readItems(cursor);
  if (join === undefined || !join.noun.plural) return [];
  // "Guides take groups through caves": where they go joins nothing.
  if (MOVING.has(verb)) objects.at(-1)?.belongsTo.push(join);
  if (MOVING.has(verb)) return [];
  const { start, end } = join;
  const targets = [...subjects.map(itemOf), ...objects];
  return [
    { kind: 'has', subjects: [join.noun], items: join.children, optional: false, start, end },
    belonging([join.noun], targets, { start, end }),
  ];
}

/** "A flat is rented to a tenant through a lease with a deposit": the lease belongs to both. */
export function readThroughOne(
  cursor: Cursor,
  subjects: Noun[],
  targets: readonly Item[],
): Statement[] | null {
  const from = cursor.at;
  const link = acceptAny(cursor, [
    'through a',
    'through an',
    'via a',
    'via an',
    'under a',
    'by means of a',
  ]);
  const [join, more] = link === null ? [] : readItems(cursor);
  const isThing =
    join !== undefined && more === undefined && !isValueWord(join.noun.words.at(-1) ?? '');
  if (!isThing || targets.length === 0 || subjects.length === 0) {
    cursor.at = from;
    return null;
  }
  const { noun, children, start, end } = join;
  const belongs = belonging([noun], [...subjects.map(itemOf), ...targets], { start, end });
  if (children.length === 0) return [belongs];
  return [belongs, { kind: 'has', subjects: [noun], items: children, optional: false, start, end }];
}
