import type { Blueprint, Entity, Field } from '#lib/blueprint.ts';

type Change = (blueprint: Blueprint) => Blueprint;
type Computed = NonNullable<Field['computed']>;
type Rule = NonNullable<Entity['rules']>[number];

/** Changes of a blueprint that leave the one they are given as it is. */
function changeFields(entityName: string, change: (fields: Field[]) => Field[]): Change {
  return (blueprint) => ({
    ...blueprint,
    entities: blueprint.entities.map((entity) =>
      entity.name === entityName ? { ...entity, fields: change(entity.fields) } : entity,
    ),
  });
}

export function addField(entityName: string, name: string): Change {
  const field: Field = { name, type: 'string', required: false, unique: false };
  return changeFields(entityName, (fields) => [...fields, field]);
}

export function removeField(entityName: string, name: string): Change {
  return changeFields(entityName, (fields) => fields.filter((field) => field.name !== name));
}

export function changeField(entityName: string, name: string, next: Field): Change {
  return changeFields(entityName, (fields) =>
    fields.map((field) => (field.name === name ? next : field)),
  );
}

/** Whatever speaks of the field follows it. A name that is taken changes nothing. */
export function renameField(entityName: string, name: string, next: string): Change {
  return (blueprint) => {
    const entity = blueprint.entities.find((each) => each.name === entityName);
    const isTaken = entity?.fields.some((field) => field.name === next) ?? true;
    if (isTaken) return blueprint;
    const entities = blueprint.entities.map((each) =>
      each.name === entityName
        ? renameInEntity(each, name, next)
        : { ...each, fields: each.fields.map((field) => renameTotal(each, field)) },
    );
    return { ...blueprint, entities };
  };

  /** A total is of a field of other rows. */
  function renameTotal({ relations }: Entity, field: Field): Field {
    const { computed } = field;
    if (computed?.kind !== 'total' || computed.field !== name) return field;
    const isOfThese = relations.some(
      (relation) => relation.name === computed.of && relation.target === entityName,
    );
    return isOfThese ? { ...field, computed: { ...computed, field: next } } : field;
  }
}

function renameInEntity(entity: Entity, name: string, next: string): Entity {
  const renamed = (each: string) => (each === name ? next : each);
  const { uniqueTogether, lifecycle, rules } = entity;
  return {
    ...entity,
    fields: entity.fields.map((field) => ({
      ...field,
      name: renamed(field.name),
      ...(field.computed && { computed: renameOperands(field.computed, renamed) }),
    })),
    ...(uniqueTogether && { uniqueTogether: uniqueTogether.map((group) => group.map(renamed)) }),
    ...(lifecycle && { lifecycle: { ...lifecycle, field: renamed(lifecycle.field) } }),
    ...(rules && { rules: rules.map((rule) => renameInRule(rule, renamed)) }),
  };
}

type Renamed = (name: string) => string;

function renameOperands(computed: Computed, renamed: Renamed): Computed {
  return computed.kind === 'total' || computed.kind === 'count'
    ? computed
    : { ...computed, of: computed.of.map(renamed) };
}

function renameInRule(rule: Rule, renamed: Renamed): Rule {
  switch (rule.kind) {
    case 'delete-blocked':
      return { ...rule, field: renamed(rule.field) };
    case 'at-most':
      return rule.where === undefined
        ? rule
        : { ...rule, where: { ...rule.where, field: renamed(rule.where.field) } };
    case 'no-overlap': {
      const { start, end, per } = rule;
      return { ...rule, start: renamed(start), end: renamed(end), per: per.map(renamed) };
    }
    case 'order':
      return { ...rule, first: renamed(rule.first), second: renamed(rule.second) };
    default:
      return rule;
  }
}
