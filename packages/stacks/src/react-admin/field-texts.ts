import { RATING_MAX } from '@quantumlayer/contracts';
import {
  filtersOf,
  type Part,
  partsOf,
  sortsOf,
} from '../typescript-fastify/files/entity-parts.ts';
import { sentence, upperFirst } from '../typescript-fastify/identifiers.ts';
import { scaleOf } from '../typescript-fastify/kinds/decimal-kinds.ts';
import { enumValues } from '../typescript-fastify/kinds/enum-values.ts';
import {
  type AppModel,
  type EntityModel,
  entityNamed,
  type ReferenceModel,
  type UploadModel,
} from '../typescript-fastify/model.ts';
import { tsString } from '../typescript-fastify/text.ts';
import { listText, type Member, objectText } from './object-text.ts';

/** Where the members of a field begin in a description. */
const COLUMN = 4;

/** Every member of a record as its description has it. */
export function fieldTexts(app: AppModel, entity: EntityModel): string[] {
  return [
    ...partsOf(entity).map((part) => partMembers(entity, part)),
    ...entity.references.map((reference) => referenceMembers(app, entity, reference)),
    ...entity.uploads.map(uploadMembers),
  ].map((members) => objectText(members, COLUMN + 1));
}

export const labelText = (name: string): string => tsString(upperFirst(sentence(name)));

function partMembers(entity: EntityModel, part: Part): Member[] {
  const { model, kind } = part;
  const { field, name, computed } = model;
  const isState = name === entity.lifecycle?.member;
  return [
    ['name', tsString(name)],
    ['label', labelText(field.name)],
    ['type', tsString(field.type)],
    ...optional('hint', computed === null && field.description && tsString(field.description)),
    ...optional('required', field.required && computed === null && !isState && 'true'),
    ...optional('readOnly', (computed !== null || isState) && 'true'),
    ...initialMember(part, isState),
    ...valueMembers(entity, part),
    ...optional('sortable', sortsOf(entity).includes(name) && 'true'),
    ...filterMember(entity, name, kind.filter),
  ];
}

function optional(name: string, code: string | false | undefined | null): Member[] {
  return code ? [[name, code]] : [];
}

function initialMember({ model, kind }: Part, isState: boolean): Member[] {
  const value = model.field.default;
  if (value === undefined || kind.defaultValue === null || isState) return [];
  if (value === 'today' || value === 'now') return [['initial', tsString(value)]];
  return [['initial', kind.defaultValue.typescript]];
}

function valueMembers(entity: EntityModel, { model }: Part): Member[] {
  const { field } = model;
  switch (field.type) {
    case 'enum':
    case 'multi-choice': {
      const values = enumValues(field, `${entity.name}.${field.name}`).map(tsString);
      return [['values', listText(values, COLUMN + 'values: ,'.length + 2)]];
    }
    case 'rating':
      return [['max', String(field.max ?? RATING_MAX)]];
    case 'money':
      return [['scale', String(scaleOf(field))]];
    default:
      return [];
  }
}

function filterMember(entity: EntityModel, member: string, filter: string): Member[] {
  const found = filtersOf(entity).find((one) => one.member === member);
  // A list cannot be narrowed to a circle from here, and one of its own parameters has this name.
  if (found === undefined || filter === 'near' || found.parameter.endsWith('.eq')) return [];
  // Text is searched for.
  if (found.part?.kind.searchable || found.part?.model.field.type === 'uuid') return [];
  return [['filter', tsString(filter)]];
}

function referenceMembers(
  app: AppModel,
  entity: EntityModel,
  { name, target, required, relation }: ReferenceModel,
): Member[] {
  return [
    ['name', tsString(name)],
    ['label', labelText(relation.name)],
    ['type', "'reference'"],
    ['target', tsString(entityNamed(app, target).path)],
    ...optional('required', required && 'true'),
    ...filterMember(entity, name, 'equals'),
  ];
}

function uploadMembers({ name, field, nested, maxBytes, mediaTypes }: UploadModel): Member[] {
  const bytes = String(maxBytes).replace(/\B(?=(\d{3})+$)/g, maxBytes >= 10_000 ? '_' : '');
  return [
    ['name', tsString(name)],
    ['label', labelText(field.name)],
    ['type', tsString(field.type)],
    ...optional('hint', field.description && tsString(field.description)),
    ['segment', tsString(nested.segment)],
    ['accept', tsString(mediaTypes.join(','))],
    ['maxBytes', bytes],
  ];
}
