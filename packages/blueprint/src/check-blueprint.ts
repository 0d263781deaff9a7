import {
  type Blueprint,
  blueprintSchema,
  type Entity,
  type Field,
  type FieldType,
  fieldLegality,
  imageTypes,
  LEAST_FILE_BYTES,
  RATING_MAX,
  type Relation,
} from '@quantumlayer/contracts';
import { checkComputed } from './check-computed.ts';
import { checkNested } from './check-nested.ts';
import { checkPeople } from './check-people.ts';
import { checkRules } from './check-rules.ts';
import { checkTeams } from './check-teams.ts';
import { type BlueprintProblem, repeated } from './problems.ts';

export type { BlueprintProblem } from './problems.ts';
export type BlueprintCheck =
  | { ok: true; blueprint: Blueprint }
  | { ok: false; problems: BlueprintProblem[] };

/** Judges a blueprint from outside (a modified checkpoint, a model): its shape, then what the shape cannot say. */
export function checkBlueprint(value: unknown): BlueprintCheck {
  const parsed = blueprintSchema.safeParse(value);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues
        .slice(0, 100)
        .map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    };
  }
  const blueprint = parsed.data;
  const entities = new Map(blueprint.entities.map((entity) => [entity.name, entity]));
  const problems = [
    ...checkNames(blueprint),
    ...checkPeople(blueprint),
    ...checkTeams(blueprint),
    ...blueprint.entities.flatMap((entity) => checkEntity(entity, entities)),
    ...blueprint.entities.flatMap((entity) => checkRules(entity, blueprint)),
    ...blueprint.entities.flatMap((entity) => checkComputed(entity, blueprint)),
    ...blueprint.entities.flatMap((entity) => checkNested(entity, blueprint)),
  ];
  return problems.length === 0 ? { ok: true, blueprint } : { ok: false, problems };
}

function checkNames(blueprint: Blueprint): BlueprintProblem[] {
  return [
    ...repeated(blueprint.entities.map((entity) => entity.name.toLowerCase())).map((name) => ({
      path: 'entities',
      message: `Two entities are called ${name}; give each its own name.`,
    })),
    ...repeated(blueprint.entities.map((entity) => entity.plural.toLowerCase())).map((name) => ({
      path: 'entities',
      message: `Two entities have the plural ${name}; give each its own.`,
    })),
  ];
}

/** What every row has, and what the rows of this entity have besides. */
function builtIn({ optimisticLocking, softDelete, audited }: Entity): string[] {
  return [
    ...['id', 'createdAt', 'updatedAt'],
    ...(optimisticLocking ? ['version'] : []),
    ...(softDelete ? ['deletedAt'] : []),
    ...(audited ? ['createdBy', 'updatedBy'] : []),
  ];
}

const DANGEROUS = new Set([
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toLocaleString',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toJSON',
  'then',
]);

function checkEntity(entity: Entity, entities: ReadonlyMap<string, Entity>): BlueprintProblem[] {
  const keys = entity.relations
    .filter((relation) => relation.kind === 'belongs-to')
    .map((relation) => `${relation.name}Id`);
  const names = [
    ...builtIn(entity),
    ...entity.fields.map((field) => field.name),
    ...entity.relations.map((relation) => relation.name),
    ...keys,
  ];
  return [
    ...repeated(names.map((name) => name.toLowerCase())).map((name) => ({
      path: entity.name,
      message: `${name} is used twice in ${entity.name} (${builtIn(entity).join(', ')} and the keys of relations count).`,
    })),
    ...names
      .filter((name) => DANGEROUS.has(name))
      .map((name) => ({
        path: `${entity.name}.${name}`,
        message: `${name} is a property of every object; choose another name.`,
      })),
    ...entity.fields.flatMap((field) => checkField(`${entity.name}.${field.name}`, field)),
    ...checkValues(entity),
    ...entity.relations.flatMap((relation) => checkRelation(entity, relation, entities)),
  ];
}

function checkField(path: string, field: Field): BlueprintProblem[] {
  const { bounds, leastValues, canBeUnique } = fieldLegality[field.type];
  const problems: string[] = [];
  if ((leastValues !== null) !== (field.values !== undefined))
    problems.push('An enum or multi-choice needs values, and nothing else has them.');
  if (leastValues !== null && field.values !== undefined && field.values.length < leastValues)
    problems.push('A multi-choice needs at least two values.');
  if (field.values && repeated(field.values).length > 0) problems.push('A value is listed twice.');
  if ((field.min !== undefined || field.max !== undefined) && !isNumber(field.type))
    problems.push('min and max bound numbers only.');
  if ((field.minLength !== undefined || field.maxLength !== undefined) && bounds !== 'lengths')
    problems.push('minLength and maxLength bound text only.');
  if (field.min !== undefined && field.max !== undefined && field.min > field.max)
    problems.push('min is greater than max.');
  if (
    field.minLength !== undefined &&
    field.maxLength !== undefined &&
    field.minLength > field.maxLength
  )
    problems.push('minLength is greater than maxLength.');
  problems.push(...checkFile(field));
  if (bounds === 'scale' && !isRatingScale(field))
    problems.push('A rating goes from 1 to a whole number from 2 to 100; only max can be given.');
  if (field.unique && !canBeUnique)
    problems.push(`What is of the type ${field.type} cannot be unique.`);
  if (field.default !== undefined && !fits(field, field.default))
    problems.push('The default does not fit the type.');
  return problems.map((message) => ({ path, message }));
}

function isNumber(type: FieldType): boolean {
  return ['numbers', 'scale'].includes(fieldLegality[type].bounds ?? '');
}

/** Files come after the record, which has to be made of something. */
function checkValues({ name, fields }: Entity): BlueprintProblem[] {
  return fields.every(({ type }) => type === 'file' || type === 'image')
    ? [{ path: name, message: `${name} has nothing but files; give it another field.` }]
    : [];
}

function checkFile({ type, required, maxBytes, mediaTypes: types }: Field): string[] {
  const isFile = fieldLegality[type].bounds === 'bytes';
  if (!isFile) {
    return maxBytes === undefined && types === undefined
      ? []
      : ['maxBytes and mediaTypes are for a file or an image only.'];
  }
  const isOther = (one: string) => !imageTypes.some((image) => image === one);
  return [
    ...(required ? [`A ${type} is put after its record was made; it cannot be required.`] : []),
    ...(type === 'image' && (types ?? []).some(isOther)
      ? [`The media types of an image are ${imageTypes.join(', ')}.`]
      : []),
    ...(maxBytes !== undefined && maxBytes < LEAST_FILE_BYTES
      ? [`No file has fewer than ${LEAST_FILE_BYTES} bytes; let it have more, or make it a text.`]
      : []),
    ...(types !== undefined && repeated(types).length > 0 ? ['A media type is listed twice.'] : []),
  ];
}

function isRatingScale({ min, max = RATING_MAX }: Field): boolean {
  return min === undefined && Number.isInteger(max) && max >= 2 && max <= 100;
}

function fits(field: Field, value: string | number | boolean): boolean {
  const { defaultOf, bounds } = fieldLegality[field.type];
  if (defaultOf === null) return false;
  if (defaultOf === 'boolean') return typeof value === 'boolean';
  if (defaultOf === 'text') return typeof value === 'string';
  if (defaultOf === 'value')
    return typeof value === 'string' && (field.values ?? []).includes(value);
  const isScale = bounds === 'scale';
  const { min = isScale ? 1 : -Infinity, max = isScale ? RATING_MAX : Infinity } = field;
  return (
    typeof value === 'number' &&
    value >= min &&
    value <= max &&
    (defaultOf === 'number' || Number.isInteger(value))
  );
}

const INVERSES: Record<Relation['kind'], readonly Relation['kind'][]> = {
  'belongs-to': ['has-many', 'has-one'],
  'has-many': ['belongs-to'],
  'has-one': ['belongs-to'],
  'many-to-many': ['many-to-many'],
};

function checkRelation(
  entity: Entity,
  relation: Relation,
  entities: ReadonlyMap<string, Entity>,
): BlueprintProblem[] {
  const path = `${entity.name}.${relation.name}`;
  const target = entities.get(relation.target);
  if (target === undefined) return [{ path, message: `There is no entity ${relation.target}.` }];
  const inverse = target.relations.find((each) => each.name === relation.inverse);
  if (inverse === undefined)
    return [
      {
        path,
        message: `${relation.target} has no relation ${relation.inverse}; every relation stands on both sides.`,
      },
    ];
  const agrees =
    inverse.target === entity.name &&
    inverse.inverse === relation.name &&
    INVERSES[relation.kind].includes(inverse.kind);
  return agrees
    ? []
    : [
        {
          path,
          message: `${relation.target}.${relation.inverse} is not the other side of this ${relation.kind} relation.`,
        },
      ];
}
