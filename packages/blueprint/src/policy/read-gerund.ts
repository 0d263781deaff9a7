import { accept, acceptAny, type Cursor, cursorOf, isDone, peek } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import { JOINTS } from './clauses.ts';
import { readObject } from './objects.ts';
import { settleDenial } from './settle-denial.ts';
import type { Piece, Right } from './statements.ts';
import type { Deeds } from './verbs.ts';
import { type KnowsRole, readWhoElse } from './who.ts';
import { MOVING_VERBS, RIGHT_VERBS } from './words.ts';

const GERUNDS: ReadonlyMap<string, string> = new Map(
  [...RIGHT_VERBS.keys(), ...MOVING_VERBS].flatMap((verb) =>
    verb.includes(' ') ? [] : [[`${verb.replace(/([^e])e$/, '$1')}ing`, verb] as const],
  ),
);
const FOR_SOME = phrases(`
  is only for | are only for | is only allowed for | is only possible for | is reserved for | are reserved for | is restricted to | is limited to |
  is for | is up to
`);
const NOT_FOR = phrases(`
  is not for | is not allowed for | is not possible for | is forbidden for | is prohibited for | is not permitted for | is off limits for
`);

/** "Deleting orders is only for managers", "changing prices is forbidden for clerks". */
export function readGerund(cursor: Cursor, knows: KnowsRole): Piece[] | null {
  const from = cursor.at;
  const verb = GERUNDS.get(peek(cursor));
  if (verb === undefined) return null;
  cursor.at += 1;
  const index = cursor.tokens.findIndex(
    ({ lower }, at) => at >= cursor.at && /^(is|are)$/.test(lower),
  );
  const object =
    index < 0 ? null : readObject(cursorOf(cursor.tokens, cursor.at, index), () => false);
  if (object === null) return null;
  cursor.at = index;
  const isDenied = acceptAny(cursor, NOT_FOR) !== null;
  if (!isDenied && acceptAny(cursor, FOR_SOME) === null) return null;
  const named = readWhoElse(cursor, knows);
  accept(cursor, 'only');
  if (named === null || !(isDone(cursor) || JOINTS.has(peek(cursor)))) return null;
  const right: Right = settleDenial({
    kind: 'right',
    who: named.who,
    isOnly: !isDenied,
    isDenied: isDenied || named.who.kind === 'nobody',
    ...deedsOf(verb),
    what: object.what,
    isOwn: object.isOwn,
    isAll: object.isAll,
    isStory: false,
    hasModal: true,
  });
  const span = {
    start: cursor.tokens[from]?.start ?? 0,
    end: cursor.tokens[cursor.at - 1]?.end ?? 0,
  };
  return [{ statement: { ...right, ...span }, isFirm: true }];
}

function deedsOf(verb: string): Deeds {
  const actions = RIGHT_VERBS.get(verb);
  return {
    actions: [...(actions ?? [])],
    verbs: actions === undefined ? [verb] : [],
    said: [verb],
  };
}
