import type { Condition, ContractAnswer, Source } from '@quantumlayer/contracts';
import { hasStatus, successOf } from '../operations.ts';
import { plain } from '../words.ts';
import { schemesOf } from './accounts.ts';
import type { Draft, Inference } from './draft.ts';
import { endsAsSecret, isPasswordName, isSecretName, isTokenName } from './names.ts';
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

/** The secret that making a row returned or that was given for it, where the document asks for it. */
export function opensOf(inference: Inference, draft: Draft, facts: Facts): Condition | null {
  return opensByScheme(inference, draft, facts) ?? opensByName(inference, draft, facts);
}

/** The secret of a record around the one that an operation is about. */
export function opensParent(inference: Inference, parent: Draft, facts: Facts): Condition | null {
  return opensByScheme(inference, parent, facts) ?? secretAsked(inference, parent, facts);
}

function opensByName(inference: Inference, draft: Draft, facts: Facts): Condition | null {
  const isOfOne = !['create', 'list', 'search', 'count'].includes(facts.intent);
  return isOfOne ? secretAsked(inference, draft, facts) : null;
}

/** `X-Edit-Token`, `?token=`, a `pin` in the body: a parameter that is called like a secret that the record has. */
function secretAsked(
  { accounts }: Inference,
  draft: Draft,
  { subject: { operation } }: Facts,
): Condition | null {
  if (accounts?.draft === draft) return null;
  const secrets = [...draft.members.values()].filter(
    ({ made, kind, name }) =>
      (made === 'token' || kind === 'password') && name !== draft.key?.member,
  );
  const places = operation.parameters.filter(({ in: place }) => place !== 'path');
  const asked = [
    ...places.map(({ name, in: place }): Source => ({ in: place, name })),
    ...[...(operation.body?.schema.properties.keys() ?? [])].map(
      (name): Source => ({ in: 'body', name }),
    ),
  ];
  for (const source of asked) {
    const name = plain('name' in source ? source.name : '').replace(/^x(?=.)/, '');
    const called = 'name' in source ? source.name : '';
    const isSecret =
      isSecretName(name) || isTokenName(name) || isPasswordName(name) || endsAsSecret(called);
    const member =
      secrets.find((one) => plain(one.name) === name) ??
      secrets.find(
        (one) => isSecret && (name.endsWith(plain(one.name)) || plain(one.name).endsWith(name)),
      );
    const isOnly = isSecret && secrets.length === 1 && accounts === null;
    const found = member ?? (isOnly ? secrets[0] : undefined);
    if (found !== undefined) return { member: found.name, source };
  }
  return null;
}

/** A scheme that is called like the secret of a record. */
export function opensByScheme(
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
