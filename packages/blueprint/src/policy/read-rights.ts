import { accept, acceptAny, type Cursor, cursorOf, isDone, peek } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { JOINTS } from './clauses.ts';
import { type Aim, acceptNothing, readObject } from './objects.ts';
import { readGerund } from './read-gerund.ts';
import { readPassive } from './read-passive.ts';
import { seenByAll } from './seen-by-all.ts';
import { settleDenial } from './settle-denial.ts';
import type { Action, Piece, Right, What, Who } from './statements.ts';
import { type Deeds, isVerbNext, readDeeds } from './verbs.ts';
import { acceptMaker, type KnowsRole, readLateException, readWho, readWhoElse } from './who.ts';
import { DENYING, MODALS } from './words.ts';

type Subject = Pick<Right, 'who' | 'isOnly' | 'isStory'> & {
  hasModal: boolean;
  knows: KnowsRole;
  /** "no clerk", "neither clerks nor customers". */
  isNone?: boolean;
  /** "only the author may ...": of each row who made it. */
  isMaker?: boolean;
  /** "clerks, but not trainees, may ...". */
  without?: Who | null;
};
type Read = { pieces: Piece[]; end: number } | null;

/** The rights that a clause gives or denies, and the index after them; null when the clause speaks of something else. */
export function readRights(tokens: readonly Token[], at: number, knows: KnowsRole): Read {
  const cursor = cursorOf(tokens, at);
  for (const read of [readPassive, readGerund]) {
    const pieces = read(cursor, knows);
    if (pieces !== null) return { pieces, end: cursor.at };
    cursor.at = at;
  }
  const subject = readSubject(cursor, knows);
  return subject === null ? null : readDeedsOf(cursor, at, subject);
}

/** "customers sign up and see only their own orders": what who signs in does besides, from the joint on. */
export function readFurtherRights(
  tokens: readonly Token[],
  at: number,
  who: Who,
  knows: KnowsRole,
): Read {
  const cursor = cursorOf(tokens, at);
  const subject: Subject = { who, isOnly: false, isStory: false, hasModal: true, knows };
  return goesOn(cursor, subject) ? readDeedsOf(cursor, at, subject) : null;
}

function readDeedsOf(cursor: Cursor, at: number, subject: Subject): Read {
  const { tokens } = cursor;
  const rights: Right[] = [];
  let end = -1;
  let isPlain = true;
  for (;;) {
    const made = readOne(cursor, subject, rights.at(-1));
    if (made === null) break;
    rights.push(...made);
    end = cursor.at;
    if (!isAtJoint(cursor)) {
      isPlain = false;
      end = tokens.length;
      break;
    }
    if (!goesOn(cursor, subject)) break;
  }
  if (rights.length === 0) return null;
  const span = { start: tokens[at]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
  return {
    pieces: rights.map((right) => ({ statement: { ...right, ...span }, isFirm: isPlain })),
    end,
  };
}

/** "only managers may", "as a clerk I can", "inspector:"; what follows must be a verb of rights. */
function readSubject(cursor: Cursor, knows: KnowsRole): Subject | null {
  if (accept(cursor, 'as')) {
    const named = readWho(cursor, knows);
    accept(cursor, ',');
    if (named === null || !(accept(cursor, 'i') || accept(cursor, 'we'))) return null;
    return { who: named.who, isOnly: false, isStory: true, hasModal: false, knows };
  }
  const forbidden = acceptAny(cursor, FORBIDDEN_FOR) !== null;
  const isOnly = accept(cursor, 'only') || accept(cursor, 'just');
  const isNone = forbidden || (peek(cursor, 1) !== 'one' && acceptAny(cursor, NONE) !== null);
  if (isOnly && acceptMaker(cursor, knows))
    return {
      who: { kind: 'signed-in' },
      isOnly: false,
      isStory: false,
      hasModal: false,
      knows,
      isMaker: true,
    };
  const named = readWhoElse(cursor, knows);
  if (named === null || (isNone && named.who.kind !== 'roles')) return null;
  if (forbidden && !accept(cursor, 'to')) return null;
  const without = named.who.kind === 'roles' ? readWithout(cursor, knows) : null;
  const isAlone = !isNone && accept(cursor, 'alone');
  if (accept(cursor, 'only') && peek(cursor) === ':') cursor.at += 1;
  else accept(cursor, ':');
  return {
    who: named.who,
    isOnly: isOnly || isAlone || named.isOnly === true,
    isStory: false,
    hasModal: isNone,
    knows,
    isNone,
    without,
  };
}

const NONE = ['neither the', 'neither', 'none of the', 'no'];
const FORBIDDEN_FOR = phrases(`
  it is forbidden for | it's forbidden for | it is not allowed for | it's not allowed for | it is prohibited for | it is not permitted for
`);

/** "clerks and managers, but not customers, may ...". */
function readWithout(cursor: Cursor, knows: KnowsRole): Who | null {
  const at = cursor.at;
  const joint = acceptAny(cursor, [', but not', 'but not', ', not', ', except', 'except']);
  const named = joint === null ? null : readWho(cursor, knows);
  if (named?.who.kind === 'roles') {
    accept(cursor, ',');
    if (isVerbNext(cursor)) return named.who;
  }
  cursor.at = at;
  return null;
}

/** The verb part after the subject: modal, denial, verbs, object. */
function readOne(cursor: Cursor, subject: Subject, previous: Right | undefined): Right[] | null {
  const from = cursor.at;
  const modal = readModal(cursor, subject);
  const isDenied = modal.isDenied || subject.isNone === true;
  const afterModal = cursor.at;
  const special = readSpecial(cursor, subject, isDenied);
  if (special !== null) return special;
  cursor.at = afterModal;
  if (isDenied && isAtJoint(cursor)) return [deniedTheSame(subject)];
  const deeds = readDeeds(cursor);
  if (deeds === null) {
    cursor.at = from;
    return null;
  }
  const base = {
    kind: 'right' as const,
    who: subject.who,
    isStory: subject.isStory,
    hasModal: subject.hasModal,
    ...deeds,
  };
  if (acceptNothing(cursor)) return deniedAll(cursor, base, subject);
  const object =
    readObject(cursor, (next) => isVerbNext(next) || isSubjectNext(next, subject)) ??
    sameAs(previous, cursor);
  if (object === null) {
    cursor.at = from;
    return null;
  }
  const late = readLateException(cursor, subject.who, subject.knows);
  const who = late ?? subject.who;
  const right: Right = settleDenial({
    ...base,
    who,
    isOnly: subject.isOnly || late !== null,
    isDenied: isDenied || who.kind === 'nobody',
    what: object.what,
    isOwn:
      (object.isOwn || subject.isMaker === true) &&
      deeds.actions.some((action) => action !== 'create'),
    isAll: object.isAll && object.what.kind !== 'everything',
  });
  const denied = readExceptedThings(cursor, right);
  if (denied === null || !(isAtJoint(cursor) || isAtDetail(cursor))) {
    cursor.at = from;
    return null;
  }
  const { without } = subject;
  const others: Right[] = without
    ? [{ ...right, who: without, isOnly: false, isDenied: true }]
    : [];
  const isNothingElse = modal.isNothingElse && !subject.isOnly && !object.isOnly;
  const readable = subject.isMaker === true ? seenByAll(right) : [];
  return [right, ...readable, ...denied, ...others, ...nothingElse(right, isNothingElse)];
}

/** "edit everything except orders": these are denied. Null when what is excepted is not read. */
function readExceptedThings(cursor: Cursor, right: Right): Right[] | null {
  const at = cursor.at;
  if (right.what.kind !== 'everything' || acceptAny(cursor, EXCEPT_THINGS) === null) return [];
  if (isVerbNext(cursor)) {
    cursor.at = at;
    return [];
  }
  const object = readObject(cursor, isVerbNext);
  if (object === null || object.what.kind !== 'things' || right.isDenied) return null;
  return [{ ...right, isOnly: false, isDenied: true, what: object.what }];
}

const EXCEPT_THINGS = phrases('except for | except | apart from | other than | but not');

/** "can", "may only", "must not": whether it denies, and whether nothing else is allowed. */
function readModal(
  cursor: Cursor,
  subject: Subject,
): { isDenied: boolean; isNothingElse: boolean } {
  const isBefore = accept(cursor, 'only');
  const modal = acceptAny(cursor, MODALS);
  if (modal !== null) subject.hasModal = true;
  acceptAny(cursor, ['also', 'then', 'always']);
  const isDenied = DENYING.test(modal ?? '') || acceptAny(cursor, ['not', 'never']) !== null;
  const isAfter = accept(cursor, 'only') || accept(cursor, 'just');
  acceptAny(cursor, ['also', 'be able to']);
  const isOnly = isBefore || isAfter || /\bonly\b/.test(modal ?? '');
  return { isDenied, isNothingElse: isOnly && !isDenied };
}

/** "students can only see courses": they do nothing else to them. */
function nothingElse(right: Right, isNothingElse: boolean): Right[] {
  const others = (['create', 'update', 'delete'] as const).filter(
    (action) => !right.actions.includes(action),
  );
  if (!isNothingElse || right.isOwn || right.who.kind !== 'roles' || others.length === 0) return [];
  if (right.actions.length === 0) return [];
  return [{ ...right, isOnly: false, isDenied: true, actions: [...others], verbs: [] }];
}

const READ_ONLY = phrases(`
  read only | read-only | have read-only access | has read-only access | only read | only look | look but not touch | look but cannot touch |
  read but not change | read but not write
`);
const EVERYTHING = phrases(
  'do everything | do anything | have full access | has full access | do it all',
);

/** "read only", "look but not touch", "do everything". */
function readSpecial(cursor: Cursor, subject: Subject, isDenied: boolean): Right[] | null {
  const found = acceptAny(cursor, READ_ONLY) ?? acceptAny(cursor, EVERYTHING);
  if (found === null) return null;
  const excepted = EVERYTHING.includes(found) && !isDenied ? readExceptedDeeds(cursor) : null;
  if (!isAtJoint(cursor)) return null;
  const { who, isOnly, isStory } = subject;
  const right = (actions: Action[], denied: boolean): Right => ({
    kind: 'right',
    who,
    isOnly,
    isStory,
    isDenied: denied,
    actions,
    verbs: [],
    said: [found],
    what: { kind: 'everything' },
    isOwn: false,
    isAll: false,
    hasModal: true,
  });
  if (excepted !== null) {
    const { deeds, what } = excepted;
    const all = {
      ...right(['create', 'read', 'update', 'delete'], false),
      isPartial: true as const,
    };
    return [all, { ...all, ...deeds, isOnly: false, isDenied: true, what }];
  }
  if (EVERYTHING.includes(found)) return [right(['create', 'read', 'update', 'delete'], isDenied)];
  return [right(['read'], false), right(['create', 'update', 'delete'], true)];
}

/** "do everything except delete orders". */
function readExceptedDeeds(cursor: Cursor): { deeds: Deeds; what: What } | null {
  const at = cursor.at;
  const isExcept = acceptAny(cursor, ['except for', 'except', 'but', 'other than', 'apart from']);
  const deeds = isExcept === null ? null : readDeeds(cursor);
  const object = deeds === null ? null : readObject(cursor, isVerbNext);
  if (deeds !== null && object !== null) return { deeds, what: object.what };
  cursor.at = at;
  return null;
}

/** "..., researchers can't": what was just said of others. */
function deniedTheSame({ who, isOnly, isStory }: Subject): Right {
  const same = { actions: [], verbs: [], said: [], what: { kind: 'them' as const } };
  const none = { isOwn: false, isAll: false };
  return { kind: 'right', who, isOnly, isStory, hasModal: true, isDenied: true, ...none, ...same };
}

/** "change nothing except classes": nothing of the rest, and these. */
function deniedAll(
  cursor: Cursor,
  base: Pick<Right, 'kind' | 'who' | 'isStory' | 'hasModal' | 'actions' | 'verbs' | 'said'>,
  subject: Subject,
): Right[] {
  const rest = { ...base, isOnly: subject.isOnly, isOwn: false, isAll: false };
  const denied: Right = {
    ...rest,
    actions: ['create', 'update', 'delete'],
    isDenied: true,
    what: { kind: 'everything' },
    said: [...base.said, 'nothing', 'except'],
  };
  if (acceptAny(cursor, ['except for', 'except', 'but']) === null) return [denied];
  const object = readObject(cursor, isVerbNext);
  return object === null ? [denied] : [denied, { ...rest, isDenied: false, what: object.what }];
}

/** "registrars may add and edit": of what was spoken of before, or of everything. */
function sameAs(previous: Right | undefined, cursor: Cursor): Aim | null {
  if (!isAtJoint(cursor)) return null;
  const what = previous?.what ?? { kind: 'everything' as const };
  return { what, isOwn: false, isAll: false, isOnly: false };
}

/** "..., managers see all": somebody else does something. */
function isSubjectNext(cursor: Cursor, { knows }: Subject): boolean {
  const at = cursor.at;
  accept(cursor, 'only');
  const found = readWhoElse(cursor, knows) !== null && isVerbNext(cursor);
  cursor.at = at;
  return found;
}

/** "add books with a title", "... so that I know": the reader of data takes it from here. */
function isAtDetail(cursor: Cursor): boolean {
  return /^(with|so|including|giving|that)$/.test(peek(cursor));
}

/** Whether the same subject does something else after this: "and can update them", "but cannot delete". */
function goesOn(cursor: Cursor, subject: Subject): boolean {
  const at = cursor.at;
  const joint = acceptAny(cursor, [', and', ', but', ', or', 'and', 'but', ',', ';']);
  accept(cursor, 'they');
  if (subject.isStory) accept(cursor, 'i');
  if (joint !== null && isVerbNext(cursor)) return true;
  if (joint !== null && peek(cursor) === 'not') return true;
  cursor.at = at;
  return false;
}

function isAtJoint(cursor: Cursor): boolean {
  return isDone(cursor) || JOINTS.has(peek(cursor));
}
