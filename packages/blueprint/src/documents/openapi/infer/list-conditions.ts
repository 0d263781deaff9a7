import type { Condition, ContractFilter, ParentLookup } from '@quantumlayer/contracts';
import { hasStatus } from '../operations.ts';
import { type Draft, findMember, resourceName } from './draft.ts';
import { readFilter } from './lists.ts';
import type { Facts } from './operation-facts.ts';

/** "404: unknown card" of `GET /phones?card=`: one row at least has the value that the list is of. */
export function knownBy(
  draft: Draft,
  { subject: { operation, parents } }: Facts,
  filters: readonly ContractFilter[],
): ParentLookup[] {
  if (!hasStatus(operation, 404) || parents.length > 0) return [];
  const isRequired = (name: string) =>
    operation.parameters.some((one) => one.name === name && one.in === 'query' && one.required);
  const [only, ...others] = filters.filter(
    ({ parameter, match }) => match === 'equals' && isRequired(parameter),
  );
  if (only === undefined || others.length > 0) return [];
  const where: Condition[] = [
    { member: only.member, source: { in: 'query', name: only.parameter } },
  ];
  return [{ resource: resourceName(draft), where, scope: 'all' }];
}

/** Rows that show those below them are listed from the top. */
export function rootsOf(draft: Draft, { row }: Facts): Condition[] {
  const below = draft.gathered.find(
    ({ by, resource }) => by === draft.tree && resource === resourceName(draft),
  );
  if (draft.tree === null || below === undefined || row?.schema.properties.has(below.name) !== true)
    return [];
  return [{ member: draft.tree, source: { in: 'constant', value: null } }];
}

/** Which rows a removal of several is about: those with the values of its parameters, or before them; never more than was meant. */
export function narrowedBy(
  draft: Draft,
  { parameters, text }: Facts['subject']['operation'],
): { where: Condition[]; filters: ContractFilter[]; unknown: string[] } {
  const where: Condition[] = [];
  const filters: ContractFilter[] = [];
  const unknown: string[] = [];
  for (const parameter of parameters.filter(({ in: place }) => place === 'query')) {
    const { name, required } = parameter;
    const member = required ? findMember(draft, name) : undefined;
    const filter = required && member === undefined ? readFilter(draft, parameter, text) : null;
    if (member !== undefined) where.push({ member: member.name, source: { in: 'query', name } });
    else if (filter !== null && isBound(filter)) filters.push(filter);
    else unknown.push(name);
  }
  return { where, filters, unknown };
}

/** "Older than", "before": what takes in more by a typing error is for nobody to guess. */
function isBound({ match }: ContractFilter): boolean {
  return ['at-most', 'before', 'at-least', 'after', 'on-day'].includes(match);
}
