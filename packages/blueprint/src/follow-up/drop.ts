import type { Blueprint, Entity, Rule } from '@quantumlayer/contracts';
import { changeEntity } from '@quantumlayer/contracts/edit-blueprint';

/** Without an entity, and without the relations and rules that lead to it. */
export function dropEntity(blueprint: Blueprint, name: string): Blueprint {
  const leads = blueprint.entities.flatMap((entity) =>
    entity.relations
      .filter(({ target }) => target === name)
      .map((relation) => ({ entity: entity.name, relation: relation.name })),
  );
  const left = leads.reduce((made, { entity, relation }) => {
    return changeEntity(entity, (each) => withoutMember(each, relation))(made);
  }, blueprint);
  return { ...left, entities: left.entities.filter((entity) => entity.name !== name) };
}

/** Without a field, or without both sides of a relation, and without the rules that are about it. */
export function dropMember(blueprint: Blueprint, entityName: string, name: string): Blueprint {
  const entity = blueprint.entities.find((each) => each.name === entityName);
  const relation = entity?.relations.find((each) => each.name === name);
  const left = changeEntity(entityName, (each) => withoutMember(each, name))(blueprint);
  return relation === undefined
    ? left
    : changeEntity(relation.target, (each) => withoutMember(each, relation.inverse))(left);
}

function withoutMember(entity: Entity, name: string): Entity {
  const { uniqueTogether, lifecycle, rules, ...rest } = entity;
  const groups = uniqueTogether?.filter((group) => !group.includes(name)) ?? [];
  const kept = rules?.filter((rule) => !namesOfRule(rule).includes(name)) ?? [];
  const left: Entity = {
    ...entity,
    fields: rest.fields.filter((field) => field.name !== name),
    relations: rest.relations.filter((relation) => relation.name !== name),
  };
  if (uniqueTogether !== undefined) setOrDelete(left, 'uniqueTogether', groups);
  if (rules !== undefined) setOrDelete(left, 'rules', kept);
  if (lifecycle?.field === name) delete left.lifecycle;
  return left;
}

function setOrDelete<Key extends 'uniqueTogether' | 'rules'>(
  entity: Entity,
  key: Key,
  value: NonNullable<Entity[Key]>,
): void {
  if (value.length === 0) delete entity[key];
  else entity[key] = value;
}

/** The fields and relations that a rule is about. */
function namesOfRule(rule: Rule): string[] {
  switch (rule.kind) {
    case 'delete-blocked':
      return [rule.field];
    case 'delete-blocked-by':
      return [rule.relation];
    case 'at-most':
      return [rule.per, ...(rule.where === undefined ? [] : [rule.where.field])];
    case 'no-overlap':
      return [rule.start, rule.end, ...rule.per];
    case 'order':
      return [rule.first, rule.second];
  }
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
