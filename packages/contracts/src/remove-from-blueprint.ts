// Without zod, so that a browser can have these without it. All of them leave the blueprint that they are given as it is.

import type { Blueprint, Entity, Field } from './blueprint.ts';
import { type BlueprintEdit, changeEntity } from './edit-blueprint.ts';
import type { Rule } from './rules.ts';

/** A field goes with whatever speaks of it: what is worked out from it, what it made unique, its states and rules. */
export function removeField(entityName: string, name: string): BlueprintEdit {
  return (blueprint) => {
    const dependents = blueprint.entities.flatMap((entity) =>
      entity.fields
        .filter((field) => isWorkedOutFrom(field, entity, entityName, name))
        .map((field) => ({ entity: entity.name, name: field.name })),
    );
    const without = changeEntity(entityName, (entity) => ({
      ...forget(entity, name),
      fields: entity.fields.filter((field) => field.name !== name),
    }))(blueprint);
    return dependents.reduce((left, each) => removeField(each.entity, each.name)(left), without);
  };
}

/** A relation goes in both directions, with whatever speaks of either. */
export function removeRelation(entityName: string, name: string): BlueprintEdit {
  return (blueprint) => {
    const entity = blueprint.entities.find((each) => each.name === entityName);
    const relation = entity?.relations.find((each) => each.name === name);
    if (relation === undefined) return blueprint;
    const oneWay = removeDirection(entityName, name)(blueprint);
    return removeDirection(relation.target, relation.inverse)(oneWay);
  };
}

/** An entity goes with its relations; when accounts belonged to it, they belong to nothing. */
export function removeEntity(name: string): BlueprintEdit {
  return (blueprint) => {
    const own = blueprint.entities.find((each) => each.name === name)?.relations ?? [];
    const alone = own.reduce(
      (left, relation) => removeRelation(name, relation.name)(left),
      blueprint.people?.memberOf === name ? withoutTeam(blueprint) : blueprint,
    );
    return { ...alone, entities: alone.entities.filter((each) => each.name !== name) };
  };
}

/** Accounts belong to nothing; what was of a team is shared. */
export function withoutTeam(blueprint: Blueprint): Blueprint {
  const { people } = blueprint;
  if (people === undefined) return blueprint;
  const { memberOf: _before, ...others } = people;
  return {
    ...blueprint,
    people: others,
    entities: blueprint.entities.map((entity) =>
      entity.access?.rows === 'team' ? { ...entity, access: sharedOf(entity.access) } : entity,
    ),
  };
}

function sharedOf({ readsAll: _reads, ...access }: NonNullable<Entity['access']>) {
  return { ...access, rows: 'shared' as const, seesAll: [] };
}

function removeDirection(entityName: string, name: string): BlueprintEdit {
  return (blueprint) => {
    const entity = blueprint.entities.find((each) => each.name === entityName);
    const worked = (entity?.fields ?? []).filter(({ computed }) => speaksOf(computed, name));
    const without = changeEntity(entityName, (each) => ({
      ...forget(each, name),
      relations: each.relations.filter((relation) => relation.name !== name),
    }))(blueprint);
    return worked.reduce((left, field) => removeField(entityName, field.name)(left), without);
  };
}

function isWorkedOutFrom({ computed }: Field, entity: Entity, of: string, name: string): boolean {
  if (entity.name === of && speaksOf(computed, name)) return true;
  if (computed?.kind !== 'total' || computed.field !== name) return false;
  return entity.relations.some(
    (relation) => relation.name === computed.of && relation.target === of,
  );
}

function speaksOf(computed: Field['computed'], name: string): boolean {
  return computed !== undefined && [computed.of].flat().includes(name);
}

/** What of the entity itself speaks of the member is left out; what stays keeps its order. */
function forget(entity: Entity, name: string): Entity {
  const left = { ...entity };
  const groups = left.uniqueTogether?.filter((group) => !group.includes(name)) ?? [];
  const rules = left.rules?.filter((rule) => !membersOf(rule).includes(name)) ?? [];
  if (groups.length === 0) delete left.uniqueTogether;
  else left.uniqueTogether = groups;
  if (rules.length === 0) delete left.rules;
  else left.rules = rules;
  if (left.lifecycle?.field === name) delete left.lifecycle;
  return left;
}

/** The fields and relations that a rule is about. */
function membersOf(rule: Rule): string[] {
  switch (rule.kind) {
    case 'delete-blocked':
    case 'change-blocked':
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
