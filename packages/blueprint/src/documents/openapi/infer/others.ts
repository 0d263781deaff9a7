import type { ParentLookup } from '@quantumlayer/contracts';
import type { Facts } from './operation-facts.ts';

const NOT_ONES_OWN =
  /\b(nobody|no one|no user|can ?not|can['’]t|may not|must not|not allowed to|never|users? (?:can|may) not)\b[^.;]*\b(own|yourself|themselves|oneself)\b/i;
const REFUSALS: Readonly<Record<string, NonNullable<ParentLookup['others']>>> = {
  '403': 'forbidden',
  '409': 'conflict',
  '400': 'invalid',
  '422': 'invalid',
};

/** "Nobody rates a recipe of their own": what is for all but the owner of the record around; null where nothing says so. */
export function othersOf({
  subject: { operation },
}: Facts): NonNullable<ParentLookup['others']> | null {
  for (const { status, description } of operation.responses)
    if (NOT_ONES_OWN.test(description)) return REFUSALS[status] ?? null;
  if (!NOT_ONES_OWN.test(operation.text)) return null;
  const refusal = operation.responses.find(({ status }) => REFUSALS[status] !== undefined);
  return REFUSALS[refusal?.status ?? '403'] ?? 'forbidden';
}
