import { accept, acceptAny, type Cursor, cursorOf, isDone, peek } from '../grammar/cursor.ts';
import type { Token } from '../text/tokens.ts';
import { JOINTS } from './clauses.ts';
import { acceptNothing, type Object, readObject } from './objects.ts';
import type { Action, Piece, Right } from './statements.ts';
import { type KnowsRole, readWho } from './who.ts';
import { DENYING, MODALS, MOVING_VERBS, RIGHT_VERBS } from './words.ts';

type Subject = Pick<Right, 'who' | 'isOnly' | 'isStory'> & { hasModal: boolean };
type Deeds = { actions: Action[]; verbs: string[] };

/** The rights that a clause gives or denies, and the index after them; null when the clause speaks of something else. */
export function readRights(
  tokens: readonly Token[],
  at: number,
  knows: KnowsRole,
): { pieces: Piece[]; end: number } | null {
  const cursor = cursorOf(tokens, at);
  const passive = readPassive(cursor, knows);
  if (passive !== null) return { pieces: passive, end: cursor.at };
  cursor.at = at;
  const subject = readSubject(cursor, knows);
  if (subject === null) return null;
  const rights: Right[] = [];
  let start = at;
  let end = -1;
  for (;;) {
    const made = readOne(cursor, subject, rights.at(-1));
    if (made === null) break;
    rights.push(...made.map((right) => ({ ...right, ...spanOf(tokens, start, cursor.at) })));
    end = cursor.at;
    if (!goesOn(cursor, subject)) break;
    start = cursor.at;
  }
  if (rights.length === 0) return null;
  return { pieces: rights.map((right) => toPiece(right, tokens, at, end)), end };
}

function toPiece(right: Right, tokens: readonly Token[], from: number, to: number): Piece {
  const isFirm =
    right.isOnly || right.isDenied || right.isOwn || right.isAll || right.what.kind === 'everything' || !right.isStory;
  return { statement: { ...right, ...spanOf(tokens, from, to) }, isFirm };
}

function spanOf(tokens: readonly Token[], from: number, to: number): { start: number; end: number } {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** "only managers may", "as a clerk I can", "inspector:"; what follows must be a verb of rights. */
function readSubject(cursor: Cursor, knows: KnowsRole): Subject | null {
  if (accept(cursor, 'as')) {
    const named = readWho(cursor, knows);
    accept(cursor, ',');
    if (named === null || !(accept(cursor, 'i') || accept(cursor, 'we'))) return null;
    return { who: named.who, isOnly: false, isStory: true, hasModal: false };
  }
  const isOnly = accept(cursor, 'only') || accept(cursor, 'just');
  const named = readWho(cursor, knows);
  if (named === null) return null;
  if (accept(cursor, 'only') && peek(cursor) === ':') cursor.at += 1;
  else accept(cursor, ':');
  return { who: named.who, isOnly, isStory: false, hasModal: false };
}

/** The verb part after the subject: modal, denial, verbs, object. */
function readOne(cursor: Cursor, subject: Subject, previous: Right | undefined): Right[] | null {
  const from = cursor.at;
  const { isOnlyNext, isDenied } = readModal(cursor, subject);
  const special = readSpecial(cursor, subject, isDenied);
  if (special !== null) return special;
  const deeds = readDeeds(cursor);
  if (deeds === null) {
    cursor.at = from;
    return null;
  }
  const base = { kind: 'right' as const, who: subject.who, isStory: subject.isStory, ...deeds };
  if (acceptNothing(cursor)) return deniedAll(cursor, base, subject);
  const object = readObject(cursor, isVerbNext) ?? sameAs(previous, cursor);
  if (object === null || !isAtJoint(cursor)) {
    cursor.at = from;
    return null;
  }
  return [
    {
      ...base,
      isOnly: subject.isOnly,
      isDenied: isDenied || subject.who.kind === 'nobody',
      what: object.what,
      isOwn: object.isOwn,
      isAll: object.isAll && object.what.kind !== 'everything',
      ...((isOnlyNext || object.isOnly) && !object.isOwn && { isOnly: subject.isOnly }),
    },
  ];
}

function readModal(cursor: Cursor, subject: Subject): { isOnlyNext: boolean; isDenied: boolean } {
  let isOnlyNext = accept(cursor, 'only');
  const modal = acceptAny(cursor, MODALS);
  if (modal !== null) subject.hasModal = true;
  acceptAny(cursor, ['also', 'then', 'always']);
  const isDenied = DENYING.test(modal ?? '') || acceptAny(cursor, ['not', 'never']) !== null;
  isOnlyNext = accept(cursor, 'only') || isOnlyNext;
  acceptAny(cursor, ['also', 'be able to']);
  return { isOnlyNext, isDenied };
}

/** "read only", "look but not touch", "do everything". */
function readSpecial(cursor: Cursor, subject: Subject, isDenied: boolean): Right[] | null {
  const right = (actions: Action[], denied: boolean): Right => ({
    kind: 'right',
    who: subject.who,
    isOnly: subject.isOnly,
    isDenied: denied,
    actions,
    verbs: [],
    what: { kind: 'everything' },
    isOwn: false,
    isAll: false,
    isStory: subject.isStory,
  });
  const writes: Action[] = ['create', 'update', 'delete'];
  const isReadOnly = acceptAny(cursor, ['read only', 'read-only', 'have read-only access', 'has read-only access', 'only read', 'only look']);
  if (isReadOnly !== null) return [right(['read'], false), right(writes, true)];
  if (acceptAny(cursor, ['look but not touch', 'read but not change', 'read but not write', 'look but cannot touch']) !== null)
    return [right(['read'], false), right(writes, true)];
  const isEverything = acceptAny(cursor, ['do everything', 'do anything', 'have full access', 'has full access', 'do it all']);
  if (isEverything === null || !isAtJoint(cursor)) return null;
  return [right(['create', 'read', 'update', 'delete'], isDenied)];
}

/** "change nothing except classes": nothing of the rest, and these. */
function deniedAll(
  cursor: Cursor,
  base: Pick<Right, 'kind' | 'who' | 'isStory' | 'actions' | 'verbs'>,
  subject: Subject,
): Right[] {
  const rest = { ...base, isOnly: subject.isOnly, isOwn: false, isAll: false };
  const denied: Right = { ...rest, actions: ['create', 'update', 'delete'], isDenied: true, what: { kind: 'everything' } };
  if (acceptAny(cursor, ['except for', 'except', 'but']) === null) return [denied];
  const object = readObject(cursor, isVerbNext);
  return object === null ? [denied] : [denied, { ...rest, isDenied: false, what: object.what }];
}

/** "approve or reject", "plan, change and cancel", "add and edit". */
function readDeeds(cursor: Cursor): Deeds | null {
  const actions: Action[] = [];
  const verbs: string[] = [];
  for (;;) {
    const verb = acceptVerb(cursor);
    if (verb === null) break;
    verbs.push(verb);
    for (const action of RIGHT_VERBS.get(verb) ?? []) if (!actions.includes(action)) actions.push(action);
    const at = cursor.at;
    if (acceptAny(cursor, [', and', ', or', ',', 'and', 'or', '/', '&']) === null) break;
    if (!isVerbNext(cursor)) {
      cursor.at = at;
      break;
    }
  }
  return verbs.length === 0 ? null : { actions, verbs: verbs.filter((verb) => !RIGHT_VERBS.has(verb)) };
}

const VERBS = [...RIGHT_VERBS.keys()].sort((a, b) => b.length - a.length);

function acceptVerb(cursor: Cursor): string | null {
  const known = acceptAny(cursor, VERBS);
  if (known !== null) return known;
  const word = peek(cursor).replace(/e?s$/, (end) => (MOVING_VERBS.has(peek(cursor).slice(0, -1)) ? '' : end === 'es' ? '' : end));
  const verb = [peek(cursor), peek(cursor).slice(0, -1), word].find((each) => MOVING_VERBS.has(each));
  if (verb === undefined) return null;
  cursor.at += 1;
  return verb;
}

function isVerbNext(cursor: Cursor): boolean {
  const at = cursor.at;
  acceptAny(cursor, ['also', 'only', 'then']);
  const found = acceptAny(cursor, MODALS) !== null || acceptVerb(cursor) !== null;
  cursor.at = at;
  return found;
}

/** "managers approve": the object is that of the right before; "look but not touch" has none. */
function sameAs(previous: Right | undefined, cursor: Cursor): Object | null {
  if (previous === undefined || !isAtJoint(cursor)) return null;
  return { what: previous.what, isOwn: false, isAll: false, isOnly: false };
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

const PASSIVES = ['can only be', 'may only be', 'must only be', 'can be', 'may be', 'are only', 'is only', 'must be', 'are', 'is'];
const PARTICIPLES: ReadonlyMap<string, string> = new Map(
  [...RIGHT_VERBS.keys(), ...MOVING_VERBS].flatMap((verb) =>
    verb.includes(' ') ? [] : [[participleOf(verb), verb] as const],
  ),
);

function participleOf(verb: string): string {
  const irregular: Record<string, string> = { see: 'seen', write: 'written', read: 'read', make: 'made', find: 'found', pay: 'paid', withdraw: 'withdrawn' };
  if (irregular[verb] !== undefined) return irregular[verb];
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return verb.endsWith('e') ? `${verb}d` : `${verb}ed`;
}

/** "orders can only be deleted by managers", "prices are changed by admins only". */
function readPassive(cursor: Cursor, knows: KnowsRole): Piece[] | null {
  const from = cursor.at;
  const object = readObject(cursor, () => false);
  if (object === null || object.what.kind !== 'things') return readPassiveOf(cursor, from, null, knows);
  return readPassiveOf(cursor, from, object, knows);
}

function readPassiveOf(
  cursor: Cursor,
  from: number,
  _object: Object | null,
  knows: KnowsRole,
): Piece[] | null {
  cursor.at = from;
  const index = cursor.tokens.findIndex((_token, at) => {
    if (at <= from || at > from + 6) return false;
    return PASSIVES.some((phrase) => accept({ ...cursor, at }, phrase));
  });
  if (index < 0) return null;
  const object = readObject(cursorOf(cursor.tokens, from, index), () => false);
  if (object === null) return null;
  cursor.at = index;
  const isOnly = (acceptAny(cursor, PASSIVES) ?? '').includes('only');
  const deeds = readParticiples(cursor);
  const isBy = accept(cursor, 'only by') || accept(cursor, 'by');
  const isOnlyBy = peek(cursor, -2) === 'only' || accept(cursor, 'only');
  if (deeds === null || !isBy) return null;
  const named = readWho(cursor, knows);
  const isOnlyAfter = accept(cursor, 'only') || accept(cursor, 'alone');
  if (named === null || !isAtJoint(cursor)) return null;
  const right: Right = {
    kind: 'right',
    who: named.who,
    isOnly: isOnly || isOnlyBy || isOnlyAfter,
    isDenied: named.who.kind === 'nobody',
    ...deeds,
    what: object.what,
    isOwn: false,
    isAll: object.isAll,
    isStory: false,
  };
  if (!right.isOnly) return null;
  return [{ statement: { ...right, ...spanOf(cursor.tokens, from, cursor.at) }, isFirm: true }];
}

function readParticiples(cursor: Cursor): Deeds | null {
  const verbs: string[] = [];
  for (;;) {
    const verb = PARTICIPLES.get(peek(cursor));
    if (verb === undefined) break;
    verbs.push(verb);
    cursor.at += 1;
    const at = cursor.at;
    if (acceptAny(cursor, [', and', ', or', ',', 'and', 'or']) === null) break;
    if (!PARTICIPLES.has(peek(cursor))) {
      cursor.at = at;
      break;
    }
  }
  if (verbs.length === 0) return null;
  const actions = [...new Set(verbs.flatMap((verb) => RIGHT_VERBS.get(verb) ?? []))];
  return { actions, verbs: verbs.filter((verb) => !RIGHT_VERBS.has(verb)) };
}
