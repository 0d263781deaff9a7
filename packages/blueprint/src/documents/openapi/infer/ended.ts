import type { ContractGuard, ContractLimit, Member } from '@quantumlayer/contracts';
import type { Response } from '../operations.ts';
import { plain } from '../words.ts';
import type { Deciding } from './deciding.ts';
import { statesAfter } from './deeds.ts';
import type { Draft } from './draft.ts';
import type { Facts } from './operation-facts.ts';
import { REFUSALS } from './refusals.ts';

/** `returned_at` of `POST /loans/{id}/return`: when it was done, and nothing before that. */
export function momentOfDeed(draft: Draft, { subject }: Facts): Member | null {
  const { own, action, operation } = subject;
  if (own === null || operation.method === 'delete') return null;
  const names = action
    .flatMap((word) => statesAfter(word))
    .flatMap((state) => ['at', 'on', 'date', 'time'].map((end) => `${state}${end}`));
  const found = [...draft.members.values()].find(
    ({ name, kind, made, nullable }) =>
      kind === 'text' && made === undefined && nullable && names.includes(plain(name)),
  );
  return found ?? null;
}

/** "It was returned before": what has happened does not happen again. */
export function onceGuards({ subject: { operation } }: Facts, { name }: Member): ContractGuard[] {
  const once = ({ status, description }: Response) =>
    REFUSALS[status] !== undefined &&
    /\b(already|before|twice|again|not (out|open|lent))\b/i.test(description);
  return operation.responses
    .filter(once)
    .slice(0, 1)
    .map(({ status, description }) => ({
      ...{ member: name, value: null, not: true as const }, // a literal
      refusal: REFUSALS[status] ?? 'conflict',
      says: `${description.replace(/\.$/, '')}.`.slice(0, 300),
    }));
}

/** Loans that are over take no copy any more: those of which nothing ended are what counts. */
export function notOver({ all }: Deciding, draft: Draft): ContractLimit['when'] {
  for (const { facts } of all) {
    if (facts.subject.noun !== draft.noun || !ENDS.test(facts.subject.action.join(' '))) continue;
    const moment = momentOfDeed(draft, facts);
    if (moment !== null) return [{ member: moment.name, value: null }];
  }
  return [];
}

const ENDS =
  /\b(return|release|check ?in|checkout|check out|close|end|finish|cancel|leave|complete|vacate)\b/;
