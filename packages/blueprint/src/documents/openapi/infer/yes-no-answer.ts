import type { ContractAnswer } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { successOf } from '../operations.ts';
import { plain } from '../words.ts';
import type { Deciding } from './deciding.ts';
import { answerSchema } from './row-schema.ts';

/** An answer that is one yes or no, named for what is there or for what is not; null for any other. */
export function yesNoAnswer(
  { inference, facts }: Deciding,
  names: { exists: RegExp; absent: RegExp },
): ContractAnswer | null {
  const { operation } = facts.subject;
  const status = successOf(operation)?.status;
  const [only, ...others] = [...(answerSchema(operation)?.properties ?? [])];
  if (only === undefined || others.length > 0 || status === undefined) return null;
  const [name, raw] = only;
  const of = (['absent', 'exists'] as const).find((each) => names[each].test(plain(name)));
  if (of === undefined || flatten(inference.root, raw).type !== 'boolean') return null;
  const value = { is: 'figure', of } as const;
  return {
    ...{ status, media: 'application/json' },
    body: { as: 'json', shape: { is: 'object', properties: [{ name, value }] } },
  };
}
