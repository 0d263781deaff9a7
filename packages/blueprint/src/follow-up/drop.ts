import type { Blueprint } from '@quantumlayer/contracts';
import { removeField, removeRelation } from '@quantumlayer/contracts/remove-from-blueprint';

/** Without a field, or without both sides of a relation, and without what is about it. */
export function dropMember(blueprint: Blueprint, entityName: string, name: string): Blueprint {
  const entity = blueprint.entities.find((each) => each.name === entityName);
  const isRelation = entity?.relations.some((each) => each.name === name) ?? false;
  return (isRelation ? removeRelation : removeField)(entityName, name)(blueprint);
}

/** What is worked out from a member, so that it cannot go alone: `Invoice.total`. */
export function workedOutFrom(
  { entities }: Blueprint,
  entityName: string,
  name: string,
): string | null {
  for (const entity of entities)
    for (const { name: field, computed } of entity.fields) {
      if (computed === undefined) continue;
      const isOwn =
        entity.name === entityName && computed.of.includes(name) && isNamed(computed.of);
      const leads = entity.relations.find((each) => each.name === computed.of)?.target;
      const isTotal = computed.kind === 'total' && leads === entityName && computed.field === name;
      if (isOwn || isTotal) return `${entity.name}.${field}`;
    }
  return null;

  function isNamed(of: string | string[]): boolean {
    return Array.isArray(of) || of === name;
  }
}
