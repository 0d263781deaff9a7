// Without zod, so that a browser can have these without it. All of them leave the blueprint that they are given as it is.

import type { Blueprint, Entity, Field, Relation } from './blueprint.ts';
import type { Computed } from './computed.ts';
import type { Rule } from './rules.ts';

export type BlueprintEdit = (blueprint: Blueprint) => Blueprint;

/** One entity as `change` makes it; the others stay the same objects. */
export function changeEntity(name: string, change: (entity: Entity) => Entity): BlueprintEdit {
  return (blueprint) => ({
    ...blueprint,
    entities: blueprint.entities.map((entity) => (entity.name === name ? change(entity) : entity)),
  });
}

function changeFields(entityName: string, change: (fields: Field[]) => Field[]): BlueprintEdit {
  return changeEntity(entityName, (entity) => ({ ...entity, fields: change(entity.fields) }));
}

export function changeField(entityName: string, name: string, next: Field): BlueprintEdit {
  return changeFields(entityName, (fields) =>
    fields.map((field) => (field.name === name ? next : field)),
  );
}

export function changeRelation(entityName: string, name: string, next: Relation): BlueprintEdit {
  return changeEntity(entityName, (entity) => ({
    ...entity,
    relations: entity.relations.map((each) => (each.name === name ? next : each)),
  }));
}

/** Whatever speaks of the field follows it. A name that is taken changes nothing. */
export function renameField(entityName: string, name: string, next: string): BlueprintEdit {
  return (blueprint) => {
    const entity = blueprint.entities.find((each) => each.name === entityName);
    const isTaken = entity?.fields.some((field) => field.name === next) ?? true;
    return isTaken ? blueprint : renameMember(entityName, name, next)(blueprint);
  };
}

/** A field or a relation, wherever something speaks of it. */
export function renameMember(entityName: string, name: string, next: string): BlueprintEdit {
  const renamed = (each: string) => (each === name ? next : each);
  return (blueprint) => ({
    ...blueprint,
    entities: blueprint.entities.map((entity) => {
      const own = entity.name === entityName ? renameInEntity(entity, renamed) : entity;
      return renameFromOutside(own, entityName, renamed);
    }),
  });
}

type Renamed = (name: string) => string;

function renameInEntity(entity: Entity, renamed: Renamed): Entity {
  const { uniqueTogether, lifecycle, rules } = entity;
  return {
    ...entity,
    fields: entity.fields.map((field) => ({
      ...field,
      name: renamed(field.name),
      ...(field.computed && { computed: renameOperands(field.computed, renamed) }),
    })),
    relations: entity.relations.map((each) => ({ ...each, name: renamed(each.name) })),
    ...(uniqueTogether && { uniqueTogether: uniqueTogether.map((group) => group.map(renamed)) }),
    ...(lifecycle && { lifecycle: { ...lifecycle, field: renamed(lifecycle.field) } }),
    ...(rules && { rules: rules.map((rule) => renameInRule(rule, renamed)) }),
  };
}

/** The other sides of its relations, and totals of its fields. */
function renameFromOutside(entity: Entity, of: string, renamed: Renamed): Entity {
  const isOfThese = (relation: string) =>
    entity.relations.some(({ name, target }) => name === relation && target === of);
  const field = (each: Field): Field => {
    const { computed } = each;
    if (computed?.kind !== 'total' || !isOfThese(computed.of)) return each;
    return { ...each, computed: { ...computed, field: renamed(computed.field) } };
  };
  return entity.relations.some(({ target }) => target === of)
    ? {
        ...entity,
        fields: entity.fields.map(field),
        relations: entity.relations.map((each) =>
          each.target === of ? { ...each, inverse: renamed(each.inverse) } : each,
        ),
      }
    : entity;
}

function renameOperands(computed: Computed, renamed: Renamed): Computed {
  return computed.kind === 'total' || computed.kind === 'count'
    ? { ...computed, of: renamed(computed.of) }
    : { ...computed, of: computed.of.map(renamed) };
}

function renameInRule(rule: Rule, renamed: Renamed): Rule {
  switch (rule.kind) {
    case 'delete-blocked':
    case 'change-blocked':
      return { ...rule, field: renamed(rule.field) };
    case 'delete-blocked-by':
      return { ...rule, relation: renamed(rule.relation) };
    case 'at-most': {
      const { where, per } = rule;
      const named = where && { where: { ...where, field: renamed(where.field) } };
      return { ...rule, per: renamed(per), ...named };
    }
    case 'no-overlap': {
      const { start, end, per } = rule;
      return { ...rule, start: renamed(start), end: renamed(end), per: per.map(renamed) };
    }
    case 'order':
      return { ...rule, first: renamed(rule.first), second: renamed(rule.second) };
  }
}
