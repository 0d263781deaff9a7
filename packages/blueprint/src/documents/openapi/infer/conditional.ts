import type { Condition, ContractAnswer } from '@quantumlayer/contracts';
import { hasStatus, successOf } from '../operations.ts';
import { plain } from '../words.ts';
import { schemesOf } from './accounts.ts';
import type { Draft, Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';

/** Whether changes name the version that they are based on, by the statuses that the document has for it. */
export function ifMatchOf({ subject: { operation } }: Facts): 'required' | 'optional' | null {
  if (hasStatus(operation, 428)) return 'required';
  const names = operation.parameters.map(({ name }) => plain(name));
  return hasStatus(operation, 412) || names.includes('ifmatch') ? 'optional' : null;
}

/** An answer that shows a tag. */
export function taggedAnswer(
  { subject: { operation } }: Facts,
  answer: ContractAnswer,
): ContractAnswer {
  const headers = successOf(operation)?.response.headers ?? [];
  return headers.some(({ name }) => /^etag$/i.test(name)) ? { ...answer, tagged: true } : answer;
}

/** The secret that making a row returned, where the document asks for it by a security scheme. */
export function opensOf(
  { root, accounts }: Inference,
  draft: Draft,
  { subject: { operation } }: Facts,
): Condition | null {
  const schemes = schemesOf(root);
  for (const name of (operation.security ?? []).flat()) {
    const scheme = schemes.get(name);
    if (scheme === undefined || (scheme.kind !== 'header' && scheme.kind !== 'query')) continue;
    const tokens = [...draft.members.values()].filter(({ made }) => made === 'token');
    const isNamed = (member: string) =>
      plain(name).includes(plain(member)) || plain(scheme.name).includes(plain(member));
    const found =
      tokens.find((member) => isNamed(member.name)) ??
      (accounts === null && /creat|return|made/.test(scheme.description) ? tokens[0] : undefined);
    if (found !== undefined)
      return { member: found.name, source: { in: scheme.kind, name: scheme.name } };
  }
  return null;
}
