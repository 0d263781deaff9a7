import { acceptAny, type Cursor, peek } from '../grammar/cursor.ts';
import type { Action, Right } from './statements.ts';
import { MODALS, MOVING_VERBS, RIGHT_VERBS } from './words.ts';

export type Deeds = Pick<Right, 'actions' | 'verbs' | 'said'>;

/** "approve or reject", "plan, change and cancel", "add and edit". */
export function readDeeds(cursor: Cursor): Deeds | null {
  const actions: Action[] = [];
  const verbs: string[] = [];
  for (;;) {
    const verb = acceptVerb(cursor);
    if (verb === null) break;
    verbs.push(verb);
    for (const action of RIGHT_VERBS.get(verb) ?? [])
      if (!actions.includes(action)) actions.push(action);
    const at = cursor.at;
    if (acceptAny(cursor, [', and', ', or', ',', 'and', 'or', '/', '&']) === null) break;
    if (!isVerbNext(cursor)) {
      cursor.at = at;
      break;
    }
  }
  return verbs.length === 0
    ? null
    : { actions, verbs: verbs.filter((verb) => !RIGHT_VERBS.has(verb)), said: verbs };
}

const VERBS = [...RIGHT_VERBS.keys()].sort((a, b) => b.length - a.length);

function acceptVerb(cursor: Cursor): string | null {
  const known = acceptAny(cursor, VERBS);
  if (known !== null) return known;
  const word = peek(cursor).replace(/e?s$/, (end) =>
    MOVING_VERBS.has(peek(cursor).slice(0, -1)) ? '' : end === 'es' ? '' : end,
  );
  const verb = [peek(cursor), peek(cursor).slice(0, -1), word].find((each) =>
    MOVING_VERBS.has(each),
  );
  if (verb === undefined) return null;
  cursor.at += 1;
  return verb;
}

export function isVerbNext(cursor: Cursor): boolean {
  const at = cursor.at;
  acceptAny(cursor, ['also', 'only', 'then']);
  const found = acceptAny(cursor, MODALS) !== null || acceptVerb(cursor) !== null;
  cursor.at = at;
  return found;
}
