import type { Right } from './statements.ts';

/** What only its author may change or delete is there for others to read, unless that is what is told of. */
export function seenByAll(right: Right): Right[] {
  if (right.actions.length === 0 || right.actions.includes('read')) return [];
  return [{ ...right, actions: ['read'], verbs: [], isOwn: false, isAll: true, isOnly: false }];
}
