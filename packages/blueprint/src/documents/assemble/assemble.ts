import {
  type Blueprint,
  type DocumentFormat,
  describeField,
  describeRelation,
  type Entity,
  type Field,
} from '@quantumlayer/contracts';
import { toFieldName } from '../../names.ts';
import { DocumentInvalid } from '../document-invalid.ts';
import type { SourceEntity, SourceModel, SourceRelation } from '../source-model.ts';
import { describedBy } from './described-by.ts';
import { identifyDocument } from './identify-document.ts';
import { nameComputed } from './name-computed.ts';
import { nameEntities } from './name-entities.ts';
import { createNameRegistry, type NameRegistry } from './name-registry.ts';
import { nameRelations } from './name-relations.ts';
import { isComparable, type Member, ordersOf, uniqueTogetherOf } from './shared-rules.ts';
import { soundField } from './sound-field.ts';
import { wordsOf } from './words.ts';

/** A part of the document that has its place in the blueprint. */
export type Became = { line: number; path: string; meaning: string };
export type NamedRemark = { path: string; text: string };

export type Assembled = {
  blueprint: Blueprint;
  became: Became[];
  assumptions: NamedRemark[];
  questions: NamedRemark[];
};

const MOST_ENTITIES = 100;
const MOST_FIELDS = 100;
const MOST_RELATIONS = 50;

/** Gives a document's model the names and the shape of a blueprint; throws where a blueprint has no room for it. */
export function assemble(
  model: SourceModel,
  origin: { name: string | null; format: DocumentFormat },
): Assembled {
  expectRoom(model);
  hideWithHidden(model);
  const names = nameEntities(model);
  const registries = new Map<string, NameRegistry>();
  const fields = new Map<string, Map<string, Field>>();
  const computed = new Map<string, Map<string, Field>>();
  for (const entity of model.entities) {
    const registry = createNameRegistry(builtIn(entity));
    registries.set(entity.key, registry);
    const own = nameFields(model, entity, registry);
    fields.set(entity.key, own);
    computed.set(entity.key, nameComputed(entity, own, { registry, notes: model.notes }));
  }
  const computedOf = (key: string) => computed.get(key) ?? new Map<string, Field>();
  const { byEntity, nameOf } = nameRelations(model, names, registries);
  const entities = model.entities.map((source): Entity => {
    const own = fields.get(source.key) ?? new Map<string, Field>();
    const relations = byEntity.get(source.key) ?? [];
    if (relations.length > MOST_RELATIONS) tooLarge(source, 'relations', MOST_RELATIONS);
    const members = membersOf(model, source, own, nameOf);
    const uniqueTogether = uniqueTogetherOf(model, source, members);
    const rules = ordersOf(model, source, own);
    return {
      name: names.get(source.key)?.name ?? '',
      plural: names.get(source.key)?.plural ?? '',
      ...(source.description === undefined ? {} : describedBy(source.description)),
      fields: [...own.values(), ...computedOf(source.key).values()],
      relations,
      ...(uniqueTogether.length === 0 ? {} : { uniqueTogether }),
      ...(rules.length === 0 ? {} : { rules }),
      ...(source.optimisticLocking ? { optimisticLocking: true as const } : {}),
      ...(source.softDelete ? { softDelete: true as const } : {}),
    };
  });
  const blueprint: Blueprint = {
    version: 1,
    ...identifyDocument(model, origin, entities),
    entities,
  };
  const pathOf = ({ entity, member }: { entity: string; member?: string }) => {
    const name = names.get(entity)?.name ?? '';
    if (member === undefined) return name;
    const relation = model.relations.find((each) => each.from === entity && each.key === member);
    const found =
      fields.get(entity)?.get(member)?.name ??
      computedOf(entity).get(member)?.name ??
      (relation && nameOf.get(relation)) ??
      null;
    return found === null ? name : `${name}.${found}`;
  };
  const named = (note: { entity: string; member?: string; text: string }) => ({
    path: pathOf(note),
    text: note.text,
  });
  return {
    blueprint,
    became: becameOf(model, entities, pathOf),
    assumptions: model.notes.assumptions.map(named),
    questions: model.notes.questions.map(named),
  };
}

function expectRoom({ entities }: SourceModel): void {
  if (entities.length === 0)
    throw new DocumentInvalid(
      'document-without-data',
      'The document defines no table, entity or model.',
    );
  if (entities.length > MOST_ENTITIES)
    throw new DocumentInvalid(
      'document-too-large',
      `The document has ${entities.length} entities; an app has at most ${MOST_ENTITIES}.`,
    );
  for (const entity of entities)
    if (entity.fields.length + entity.computed.length > MOST_FIELDS)
      tooLarge(entity, 'fields', MOST_FIELDS);
}

function tooLarge({ key, line }: SourceEntity, what: string, most: number): never {
  throw new DocumentInvalid(
    'document-too-large',
    `${key.slice(0, 60)} has more than ${most} ${what}, which is what an entity can have.`,
    { line, column: 1 },
  );
}

/** What goes with a row that is only hidden is hidden as well. */
function hideWithHidden({ entities, relations, notes }: SourceModel): void {
  const byKey = new Map(entities.map((entity) => [entity.key, entity]));
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const { from, to, onDelete, kind } of relations) {
      const child = byKey.get(from);
      const goes = onDelete === 'cascade' && kind !== 'many-to-many';
      if (!goes || !child || child.softDelete || !byKey.get(to)?.softDelete) continue;
      child.softDelete = true;
      isChanged = true;
      notes.assumptions.push({
        entity: from,
        text: `${from} goes with ${to}, which is only hidden when it is deleted, so that ${from} is hidden as well.`,
      });
    }
  }
}

function builtIn({ optimisticLocking, softDelete }: SourceEntity): string[] {
  return [
    ...['id', 'createdAt', 'updatedAt'],
    ...(optimisticLocking ? ['version'] : []),
    ...(softDelete ? ['deletedAt'] : []),
  ];
}

function nameFields(
  { notes }: SourceModel,
  entity: SourceEntity,
  registry: NameRegistry,
): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const source of entity.fields) {
    const wanted = toFieldName(wordsOf(source.key));
    const name = registry.take(wanted ?? 'field');
    const { field, assumptions, questions } = soundField(source);
    const label = `${entity.key.slice(0, 60)}.${source.key.slice(0, 60)}`;
    const at = { entity: entity.key, member: source.key };
    fields.set(source.key, { name, ...field });
    for (const text of assumptions) notes.assumptions.push({ ...at, text: `${label} ${text}.` });
    for (const text of questions) notes.questions.push({ ...at, text: `${label} ${text}.` });
    if (wanted === null || name !== wanted)
      notes.assumptions.push({ ...at, text: `${label} is called ${name} in the app.` });
  }
  const isBare = [...fields.values()].every(({ type }) => type === 'file' || type === 'image');
  if (isBare) {
    const name = registry.take('name');
    fields.set('', { name, type: 'string', required: false, unique: false });
    notes.assumptions.push({
      entity: entity.key,
      member: '',
      text: `${entity.key.slice(0, 60)} has nothing of its own that could be filled in, so it got an optional ${name}.`,
    });
  }
  return fields;
}

/** Fields and keys that start at an entity, by the names of the document. */
function membersOf(
  { relations }: SourceModel,
  { key }: SourceEntity,
  fields: ReadonlyMap<string, Field>,
  nameOf: ReadonlyMap<SourceRelation, string>,
): Map<string, Member> {
  const members = new Map<string, Member>();
  for (const [source, field] of fields)
    members.set(source, {
      name: field.name,
      isUnique: field.unique,
      isComparable: isComparable(field),
    });
  for (const relation of relations) {
    const name = nameOf.get(relation);
    if (name === undefined || relation.from !== key || relation.kind === 'many-to-many') continue;
    const isUnique = relation.kind === 'one-to-one';
    members.set(relation.key, { name, isUnique, isComparable: true });
  }
  return members;
}

function describeEntity({ softDelete, optimisticLocking }: Entity): string {
  return [
    'entity',
    ...(optimisticLocking ? ['with versions'] : []),
    ...(softDelete ? ['a deletion only hides it'] : []),
  ].join(', ');
}

function becameOf(
  { entities: sources, relations, notes }: SourceModel,
  entities: readonly Entity[],
  pathOf: (place: { entity: string; member?: string }) => string,
): Became[] {
  const byPath = new Map<string, string>();
  for (const entity of entities) {
    byPath.set(entity.name, describeEntity(entity));
    for (const field of entity.fields)
      byPath.set(`${entity.name}.${field.name}`, describeField(field));
    for (const relation of entity.relations)
      byPath.set(`${entity.name}.${relation.name}`, describeRelation(relation));
  }
  const at = (line: number, path: string) => ({ line, path, meaning: byPath.get(path) ?? '' });
  return [
    ...sources.flatMap((source) => [
      at(source.line, pathOf({ entity: source.key })),
      ...[...source.fields, ...source.computed].map(({ key, line }) =>
        at(line, pathOf({ entity: source.key, member: key })),
      ),
    ]),
    ...relations.map(({ from, key, line }) => at(line, pathOf({ entity: from, member: key }))),
    ...notes.became.map((part) => ({
      line: part.line,
      path: pathOf(part),
      meaning: part.meaning,
    })),
  ].sort((a, b) => a.line - b.line);
}
