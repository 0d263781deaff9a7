import type { Blueprint, Entity, Field } from '@quantumlayer/contracts';
import { fittingTypes, isOfOtherRows, isWide, type Place, sourcesOf } from './computed-fields.ts';
import { type BlueprintProblem, repeated } from './problems.ts';

/** The computed fields of one entity: what they name exists, the types fit, and none depends on itself. */
export function checkComputed(entity: Entity, blueprint: Blueprint): BlueprintProblem[] {
  const computed = entity.fields.filter((field) => field.computed !== undefined);
  const problems = computed.flatMap((field) =>
    [
      ...checkShape(field),
      ...checkSources(blueprint, { entity, field }),
      ...checkCircle(blueprint, { entity, field }),
    ].map((message) => ({ path: `${entity.name}.${field.name}`, message })),
  );
  const isBare = computed.length > 0 && computed.length === entity.fields.length;
  return [
    ...problems,
    ...(isBare
      ? [{ path: entity.name, message: `${entity.name} needs a field that is not computed.` }]
      : []),
    ...(problems.length === 0 ? checkViews(entity, blueprint) : []),
  ];
}

function checkShape(field: Field): string[] {
  const { required, unique, min, max, minLength, maxLength } = field;
  const has = { default: field.default, values: field.values, min, max, minLength, maxLength };
  return [
    ...(required ? ['A computed field is never sent; it is not required.'] : []),
    ...(unique ? ['A computed field cannot be unique.'] : []),
    ...Object.entries(has)
      .filter(([, value]) => value !== undefined)
      .map(([name]) => `A computed field has no ${name}.`),
  ];
}

function checkSources(blueprint: Blueprint, place: Place): string[] {
  const { entity, field } = place;
  const { computed } = field;
  if (computed === undefined) return [];
  const missing = missingSource(blueprint, entity, field);
  if (missing !== null) return [missing];
  const sources = sourcesOf(blueprint, place);
  const twice = Array.isArray(computed.of) && computed.kind !== 'product' ? computed.of : [];
  const types = fittingTypes(
    computed,
    sources.map((source) => source.field),
  );
  return [
    ...repeated(twice).map((name) => `${name} is listed twice.`),
    ...(types.length === 0 ? [`There is no ${computed.kind} of ${describe(sources)}.`] : []),
    ...(types.length > 0 && !types.includes(field.type)
      ? [`The ${computed.kind} of ${describe(sources) || computed.of} is ${types.join(' or ')}.`]
      : []),
    ...checkSize(blueprint, place, sources),
  ];
}

function missingSource(blueprint: Blueprint, entity: Entity, field: Field): string | null {
  const { computed } = field;
  if (computed === undefined) return null;
  if (Array.isArray(computed.of)) {
    const names = entity.fields.map(({ name }) => name);
    const unknown = computed.of.find((name) => !names.includes(name));
    return unknown === undefined ? null : `${entity.name} has no field ${unknown}.`;
  }
  const relation = entity.relations.find(({ name }) => name === computed.of);
  const kinds = computed.kind === 'count' ? ['has-many', 'many-to-many'] : ['has-many'];
  if (relation === undefined || !kinds.includes(relation.kind)) {
    return `${entity.name} has no ${kinds.join(' or ')} ${computed.of}.`;
  }
  if (!('field' in computed) || sourcesOf(blueprint, { entity, field }).length > 0) return null;
  return `${relation.target} has no field ${computed.field}.`;
}

/** Whole numbers are exact in JSON up to 2^53, which other rows must not be able to exceed. */
function checkSize(blueprint: Blueprint, place: Place, sources: readonly Place[]): string[] {
  const { type, computed } = place.field;
  if (type !== 'integer' || computed === undefined) return [];
  const grows =
    computed.kind === 'product'
      ? sources.some((source) => isOfOtherRows(blueprint, source))
      : computed.kind === 'total' && sources.some(({ field }) => isWide(field));
  return grows ? ['It can outgrow the whole numbers of JSON; make it a decimal.'] : [];
}

function describe(sources: readonly Place[]): string {
  return sources.map(({ field }) => `${field.name} (${field.type})`).join(', ');
}

function checkCircle(blueprint: Blueprint, place: Place): string[] {
  const seen = new Set<Field>();
  const open = sourcesOf(blueprint, place);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.field === place.field) return ['It is computed of itself.'];
    if (seen.has(next.field)) continue;
    seen.add(next.field);
    open.push(...sourcesOf(blueprint, next));
  }
  return [];
}

/** What other rows decide on is in a view of the database, and views do not stand on each other in a circle. */
function checkViews(entity: Entity, blueprint: Blueprint): BlueprintProblem[] {
  const below = (each: Entity): Entity[] =>
    each.fields
      .filter(({ computed }) => computed?.kind === 'total')
      .flatMap((field) => sourcesOf(blueprint, { entity: each, field }))
      .filter((source) => isOfOtherRows(blueprint, source))
      .map((source) => source.entity);
  const seen = new Set<Entity>();
  const open = below(entity);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.name === entity.name) {
      const message = `${entity.name} has totals of totals that ${entity.name} is part of.`;
      return [{ path: entity.name, message }];
    }
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...below(next));
  }
  return [];
}
