import type { Condition } from '@quantumlayer/contracts';
import { scopeOfParent } from './access.ts';
import type { Deciding } from './deciding.ts';
import type { Draft } from './draft.ts';
import { ownCondition, placeOf } from './places.ts';
import { singletonOf } from './singletons.ts';

/** The records that an operation names on the way to its own. */
export function placeIn({ inference, facts, access, all }: Deciding, draft: Draft) {
  return placeOf(inference, draft, facts, (parent) => scopeOfParent(parent, facts, access, all));
}

/** How the one record of an operation is found; null when the document does not tell. */
export function findOne(deciding: Deciding, draft: Draft) {
  const { inference, facts, access } = deciding;
  const place = placeIn(deciding, draft);
  if (place === null) return null;
  const own = ownCondition(draft, facts);
  if (own !== null) return { ...place, where: [...place.where, own], single: false };
  if (facts.subject.own !== null) return null;
  const { accounts } = inference;
  const key = draft.key?.member ?? 'id';
  if (accounts?.draft === draft && access.for === 'session')
    return { ...place, where: [ownAccount(key)], single: false };
  const one = singletonOf(deciding, draft);
  return one === null ? null : { ...place, where: [...place.where, ...one.where], single: true };
}

function ownAccount(key: string): Condition {
  return { member: key, source: { in: 'account', name: key } };
}
