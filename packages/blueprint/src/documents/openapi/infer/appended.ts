import type { Condition } from '@quantumlayer/contracts';
import { type Draft, findMember } from './draft.ts';
import type { Facts } from './operation-facts.ts';

/** `POST /notes/{id}/append`: the one text that is given comes behind what is there; null where nothing is put anywhere. */
export function appendedBy(
  draft: Draft,
  { subject }: Facts,
  set: readonly Condition[],
): string | 'unknown' | null {
  const [verb = ''] = subject.action;
  if (/^(prepend|concatenate)$/.test(verb)) return 'unknown';
  if (verb !== 'append') return null;
  const [only, ...others] = set.filter(
    ({ source }) => source.in === 'body' || source.in === 'whole-body',
  );
  const member = only === undefined ? undefined : findMember(draft, only.member);
  return member?.kind === 'text' && others.length === 0 ? member.name : 'unknown';
}
