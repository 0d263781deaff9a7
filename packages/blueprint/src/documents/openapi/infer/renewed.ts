import type { Condition } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { successOf } from '../operations.ts';
import { type Draft, findMember, type Inference, keyOf } from './draft.ts';
import type { Facts } from './operation-facts.ts';

const RENEWS =
  /\b(again|twice|already|once more)\b[^.]{0,60}\b(new|another|fresh|different) (\w+ )?(token|code|key|secret|link|pin)\b/;

/** "Subscribing again gives a new token": who says the same again has the record that is there, with another secret. */
export function renewedBy(
  { root }: Inference,
  draft: Draft,
  { subject: { operation } }: Facts,
  set: readonly Condition[],
): Condition[] | null {
  const said = `${operation.text}. ${successOf(operation)?.response.description.toLowerCase() ?? ''}`;
  const hasToken = [...draft.members.values()].some(({ made }) => made === 'token');
  if (!hasToken || !RENEWS.test(said)) return null;
  // Who it is and what it is for, where there is more than that.
  const naming = set.filter(({ member, source }) => {
    const raw =
      source.in === 'body' ? operation.body?.schema.properties.get(source.name) : undefined;
    const { format, choices } = flatten(root, raw ?? {});
    const isReference = findMember(draft, member)?.refers !== undefined;
    return format === 'email' || choices !== null || isReference || source.in !== 'body';
  });
  const by = naming.length > 0 ? naming : set;
  for (const { member } of by) withoutCase(root, draft, operation, member);
  return [...by];
}

/** Addresses of mail are the same in any case of their letters. */
function withoutCase(
  root: Inference['root'],
  draft: Draft,
  { body }: Facts['subject']['operation'],
  name: string,
): void {
  const member = findMember(draft, name);
  const raw = body?.schema.properties.get(name);
  if (member?.kind === 'text' && raw !== undefined && flatten(root, raw).format === 'email')
    draft.members.set(keyOf(draft, name), { ...member, caseless: true });
}
