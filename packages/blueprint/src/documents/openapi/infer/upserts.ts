import type { Condition } from '@quantumlayer/contracts';
import { hasStatus, successOf } from '../operations.ts';
import { type Draft, findMember } from './draft.ts';
import type { Facts } from './operation-facts.ts';

/** A client names the record and may do so again: nothing is answered to a second time, and nothing is "created". */
export function upsertKey(
  draft: Draft,
  set: readonly Condition[],
  { subject: { operation } }: Facts,
): Condition | null {
  if (draft.key?.made !== 'client') return null;
  const isAgain = /\b(later|further|next|every|each time|again|subsequent|last|latest)\b/.test(
    operation.text,
  );
  const isMade = successOf(operation)?.status === 201 || hasStatus(operation, 409);
  const isTaken = operation.responses.some(({ description }) =>
    /\b(already|exists|taken|duplicate|in use)\b/i.test(description),
  );
  if (isMade || isTaken || !isAgain) return null;
  return set.find(({ member }) => member === draft.key?.member) ?? null;
}

/** The secret that the first request sets and that later ones have to bring: the document refuses wrong ones. */
export function givenSecret(
  draft: Draft,
  set: readonly Condition[],
  { subject: { operation } }: Facts,
): Condition | null {
  if (!hasStatus(operation, 401, 403)) return null;
  return set.find(({ member }) => findMember(draft, member)?.kind === 'password') ?? null;
}
