import { type Flat, flatten } from '../flatten.ts';
import { plain } from '../words.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';

const PROTECTED =
  /^(is|has|needs|requires)?(password|passphrase|pin|passcode|secret)?(protected|locked|secured|required|needed|set)?$/;

/** `protected`, `has_password`: whether there is a secret without which nobody gets at the record. */
export function addProtection({ root }: Inference, draft: Draft, facts: readonly Facts[]): void {
  const secrets = [...draft.members.values()].filter(({ kind }) => kind === 'password');
  const [secret, ...others] = secrets;
  if (secret === undefined || others.length > 0) return;
  for (const { row, subject } of facts) {
    if (subject.noun !== draft.noun) continue;
    for (const [name, raw] of row?.schema.properties ?? []) {
      const schema = flatten(root, raw);
      const isKnown = findMember(draft, name) ?? draft.derived.find((one) => one.name === name);
      if (isKnown === undefined && isSaid(name, schema, secret.name))
        draft.derived.push({ name, take: 'present', of: secret.name });
    }
  }
}

function isSaid(name: string, { type, description }: Flat, secret: string): boolean {
  if (type !== 'boolean') return false;
  const own = plain(name);
  const speaks = new RegExp(
    `\\b(${plain(secret)}|password|passphrase|pin|passcode|secret)\\b`,
    'i',
  );
  const isNamed =
    PROTECTED.test(own) && /protect|lock|secur|password|passphrase|pin|passcode|secret/.test(own);
  return isNamed || (/^whether\b/i.test(description) && speaks.test(description));
}
