import { accept, acceptAny, type Cursor, cursorOf, isDone, peek } from '../grammar/cursor.ts';
import { JOINTS } from './clauses.ts';
import { readObject } from './objects.ts';
import { seenByAll } from './seen-by-all.ts';
import { settleDenial } from './settle-denial.ts';
import type { Piece, Right } from './statements.ts';
import type { Deeds } from './verbs.ts';
import { acceptMaker, type KnowsRole, type Named, readWhoElse } from './who.ts';
import { MOVING_VERBS, RIGHT_VERBS } from './words.ts';

const DENIED = [
  ...['cannot ever be', 'cannot be', "can't be", 'can not be', 'can never be', 'may not be'],
  ...['may never be', 'must not be', "mustn't be", 'must never be', 'should not be'],
  ...["shouldn't be", 'should never be', 'are never', 'is never', 'are not', 'is not'],
];
const PASSIVES = [
  ...DENIED,
  'can only be',
  'may only be',
  'must only be',
  'can be',
  'may be',
  'are only',
  'is only',
  'must be',
  'are',
  'is',
];
const PARTICIPLES: ReadonlyMap<string, string> = new Map(
  [...RIGHT_VERBS.keys(), ...MOVING_VERBS].flatMap((verb) =>
    verb.includes(' ') ? [] : [[participleOf(verb), verb] as const],
  ),
);

function participleOf(verb: string): string {
  const irregular: Record<string, string> = {
    see: 'seen',
    write: 'written',
    read: 'read',
    make: 'made',
    find: 'found',
    pay: 'paid',
    withdraw: 'withdrawn',
  };
  if (irregular[verb] !== undefined) return irregular[verb];
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return verb.endsWith('e') ? `${verb}d` : `${verb}ed`;
}

/** "orders can only be deleted by managers", "prices are changed by admins only", "orders must not be changed by guests". */
export function readPassive(cursor: Cursor, knows: KnowsRole): Piece[] | null {
  const from = cursor.at;
  const index = cursor.tokens.findIndex((_token, at) => {
    if (at <= from || at > from + 6) return false;
    return PASSIVES.some((phrase) => accept({ ...cursor, at }, phrase));
  });
  if (index < 0) return null;
  const object = readObject(cursorOf(cursor.tokens, from, index), () => false);
  if (object === null) return null;
  cursor.at = index;
  const said = acceptAny(cursor, PASSIVES) ?? '';
  const isOnly = said.includes('only');
  const deeds = readParticiples(cursor);
  const isBy = accept(cursor, 'only by') || accept(cursor, 'by');
  const isOnlyBy = peek(cursor, -2) === 'only' || accept(cursor, 'only');
  if (deeds === null || !isBy) return null;
  const isMaker = !DENIED.includes(said) && acceptMaker(cursor, knows);
  const named: Named | null = isMaker ? EVERYBODY : readWhoElse(cursor, knows);
  const isOnlyAfter = accept(cursor, 'only') || accept(cursor, 'alone');
  if (named === null || !isAtJoint(cursor)) return null;
  const right: Right = settleDenial({
    kind: 'right',
    who: named.who,
    isOnly: !isMaker && (isOnly || isOnlyBy || isOnlyAfter || named.isOnly === true),
    isDenied: named.who.kind === 'nobody' || DENIED.includes(said),
    ...deeds,
    what: object.what,
    isOwn: isMaker,
    isAll: object.isAll,
    isStory: false,
    hasModal: true,
  });
  const isOwnOnly = isMaker && (isOnly || isOnlyBy || isOnlyAfter);
  if (!isOwnOnly && !right.isOnly && !(right.isDenied && right.who.kind === 'roles')) return null;
  const rights = [right, ...(isOwnOnly ? seenByAll(right) : [])];
  const span = spanOf(cursor, from);
  return rights.map((each) => ({ statement: { ...each, ...span }, isFirm: true }));
}

const EVERYBODY: Named = { who: { kind: 'signed-in' }, isSignedIn: true };

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
  return { actions, verbs: verbs.filter((verb) => !RIGHT_VERBS.has(verb)), said: verbs };
}

function spanOf({ tokens, at }: Cursor, from: number): { start: number; end: number } {
  return { start: tokens[from]?.start ?? 0, end: tokens[at - 1]?.end ?? 0 };
}

function isAtJoint(cursor: Cursor): boolean {
  return isDone(cursor) || JOINTS.has(peek(cursor));
}
