import type { ContractFilter } from '@quantumlayer/contracts';
import type { Parameter } from '../operations.ts';
import { plain } from '../words.ts';
import { type Draft, findMember } from './draft.ts';

/** "Measured before": the bound itself is left out. */
export function strictly(
  match: 'at-least' | 'at-most',
  description: string,
): ContractFilter['match'] {
  if (/\b(at or|inclusive|included|including|on or|or (equal|later|earlier))\b/.test(description))
    return match;
  const isStrict = /\b(exclusive|excluded|excluding|not included)\b/.test(description);
  if (match === 'at-most')
    return isStrict || /\b(before|earlier than|less than|below|smaller than)\b/.test(description)
      ? 'before'
      : match;
  return isStrict || /\b(later than|more than|greater than|above)\b/.test(description)
    ? 'after'
    : match;
}

/** `prefix` of keys, `name_prefix`. */
export function beginsWith(draft: Draft, name: string): ContractFilter | null {
  const stem = /^(.*?)(prefix|startswith|beginswith)$/.exec(plain(name))?.[1];
  if (stem === undefined) return null;
  const key = draft.key?.made === 'client' ? draft.key.member : 'name';
  const member = findMember(draft, stem === '' ? key : stem);
  return member?.kind === 'text'
    ? { parameter: name, member: member.name, match: 'starts-with' }
    : null;
}

/** `in_stock`, `has_seats`, `with_credit`: a switch that is called like a number of which there is some or none. */
export function anyLeft(
  draft: Draft,
  { name, schema }: Pick<Parameter, 'name' | 'schema'>,
): ContractFilter | null {
  const stem = /^(?:is|only)?(?:in|has|have|with)(.+?)(?:left|only)?$/.exec(plain(name))?.[1];
  if (schema.type !== 'boolean' || stem === undefined) return null;
  const member = findMember(draft, stem);
  return member?.kind === 'integer' || member?.kind === 'number'
    ? { parameter: name, member: member.name, match: 'any-left' }
    : null;
}

/** `before`, "only messages with a smaller id". */
export function beyond(draft: Draft, name: string, description: string): ContractFilter | null {
  const [, size = '', of = ''] =
    /\b(smaller|lower|lesser|greater|larger|higher|bigger) ([a-z]+)\b/.exec(description) ?? [];
  const member = of === 'id' ? findMember(draft, draft.key?.member ?? '') : findMember(draft, of);
  if (member === undefined || (member.kind !== 'integer' && member.kind !== 'number')) return null;
  const match = /^(smaller|lower|lesser)$/.test(size) ? 'before' : 'after';
  return { parameter: name, member: member.name, match };
}

/** "Cards that are associated with all of the given phones": one of them is not all of them. */
export function allOf(
  { members, key, owner }: Draft,
  { name, member }: { name: string; member: string },
): ContractFilter | null {
  const [of, ...others] = [...members.values()].filter(
    ({ name: own, kind, made }) =>
      kind === 'text' && made === undefined && ![member, key?.member, owner].includes(own),
  );
  return of === undefined || others.length > 0
    ? null
    : { parameter: name, member, match: 'all-of', of: of.name };
}
