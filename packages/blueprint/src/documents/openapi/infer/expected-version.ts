import type { ExpectedVersion } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';
import { hasStatus, type Operation } from '../operations.ts';
import { plain } from '../words.ts';
import type { Draft, Inference } from './draft.ts';
import { itemOf } from './item-of.ts';
import type { Facts } from './operation-facts.ts';

const BASED =
  /^(base|based|basedon|expected|current|known|previous|last|original|old|from|if|read)(version|revision|rev)(number)?$/;
const ITSELF = /^(version|revision|rev|versionnumber)$/;

/** The member of a body that says on which version a change is based, where the document refuses a change of another one. */
export function versionNamed(root: JsonObject, operation: Operation): string | null {
  const { body, method } = operation;
  if (body === null || !['put', 'patch', 'post'].includes(method)) return null;
  if (!hasStatus(operation, 409) && !hasStatus(operation, 412)) return null;
  const names = [...itemOf(root, body.schema).properties].flatMap(([name, raw]) =>
    flatten(root, raw).type === 'integer' ? [name] : [],
  );
  return (
    names.find((name) => BASED.test(plain(name))) ??
    names.find((name) => ITSELF.test(plain(name)) && method !== 'post') ??
    null
  );
}

/** Changes of a version that is there no more are refused. */
export function expectedVersion(
  { root }: Inference,
  draft: Draft,
  { subject: { operation } }: Facts,
): { expects?: ExpectedVersion } {
  const name = versionNamed(root, operation);
  const counted = [...draft.members.values()].find(({ made }) => made === 'version');
  if (name === null || counted === undefined) return {};
  const refusal = hasStatus(operation, 409) ? 'conflict' : 'outdated';
  return { expects: { member: counted.name, source: { in: 'body', name }, refusal } };
}
