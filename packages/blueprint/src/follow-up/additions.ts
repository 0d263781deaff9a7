import type { Blueprint, Entity, Field, Relation, Remark } from '@quantumlayer/contracts';
import type { Statement } from '../grammar/statements.ts';
import { buildBlueprint } from '../model/blueprint.ts';
import type { Draft } from '../model/draft.ts';
import { interpret } from '../model/interpret.ts';
import { lowerFirst, toPluralName, uniqueName } from '../names.ts';
import { checked } from './apply-edit.ts';
import type { Value } from './instruction.ts';
import { optionalRemark } from './remarks.ts';
import { seedDraft } from './seed-draft.ts';

export type Added = {
  blueprint: Blueprint;
  draft: Draft;
  values: Record<string, Value>;
  /** Said to be required, without a value for the rows that are there. */
  required: string[];
  assumptions: Remark[];
  questions: Remark[];
  /** What does not fit, with the reason. */
  refused: { path: string; reason: string }[];
  /** What is there already, as it is said. */
  there: string[];
};

/** Reads what is told beside a blueprint as a first prompt is read, and takes over what is new in it. */
export function addTold(base: Blueprint, told: readonly Statement[], decidedFrom: number): Added {
  const draft = seedDraft(base, decidedFrom);
  interpret(draft, told);
  const alone = new Set(draft.entities.keys());
  const { name, title, description } = base;
  const built = buildBlueprint(draft, alone, { name, title, description });
  const added: Added = {
    ...{ blueprint: base, draft, values: {}, required: [], refused: [], there: [] },
    assumptions: draft.assumptions.filter(({ path }) => isNew(base, path)),
    questions: draft.questions.filter(({ path }) => isNew(base, path)),
  };
  const isFresh = (entity: Entity) => entityOf(base, entity.name) === undefined;
  for (const entity of built.entities) if (isFresh(entity)) addEntity(added, entity);
  for (const entity of built.entities)
    if (!isFresh(entity)) for (const field of entity.fields) addField(added, entity, field);
  for (const entity of built.entities)
    for (const relation of entity.relations) addRelation(added, built, entity, relation);
  return added;
}

function entityOf({ entities }: Blueprint, name: string): Entity | undefined {
  return entities.find((entity) => entity.name === name);
}

/** What the reader remarks on things that are there already is not new. */
function isNew(base: Blueprint, path: string): boolean {
  const [name = '', member] = path.split('.');
  const entity = entityOf(base, name);
  if (entity === undefined) return /^[A-Z]/.test(name);
  return (
    member !== undefined &&
    ![...entity.fields, ...entity.relations].some((each) => each.name === member)
  );
}

function take(added: Added, path: string, next: Blueprint): boolean {
  const outcome = checked(next);
  if ('reason' in outcome) added.refused.push({ path, reason: outcome.reason });
  else added.blueprint = outcome.blueprint;
  return 'blueprint' in outcome;
}

function addEntity(added: Added, { name, plural, fields }: Entity): void {
  const plurals = new Set(added.blueprint.entities.map((entity) => entity.plural));
  const entity = { name, plural: uniqueName(plural, plurals), fields, relations: [] };
  take(added, name, { ...added.blueprint, entities: [...added.blueprint.entities, entity] });
}

/** Rows that are there have no value for it, so that only what is said to be required is, and a yes or no begins with no. */
function addField(added: Added, { name }: Entity, field: Field): void {
  const entity = entityOf(added.blueprint, name);
  const told = added.draft.entities.get(name)?.fields.find((each) => each.name === field.name);
  if (entity === undefined || told === undefined || told.start < 0) return;
  const path = `${name}.${field.name}`;
  const isSaid = told.qualities.required === true;
  const isFilled = isSaid || field.default !== undefined || field.type === 'boolean';
  const next = { ...field, required: field.required && isFilled };
  const entities = added.blueprint.entities.map((each) =>
    each.name === name ? { ...each, fields: [...each.fields, next] } : each,
  );
  if (!take(added, path, { ...added.blueprint, entities })) return;
  if (next.required && field.default === undefined) {
    if (field.type === 'boolean') added.values[path] = false;
    else added.required.push(path);
  }
  if (field.required && !next.required) added.assumptions.push(optionalRemark(name, field.name));
}

function addRelation(added: Added, built: Blueprint, entity: Entity, relation: Relation): void {
  if (!isTold(entity, relation)) return;
  const [from, to] = [
    entityOf(added.blueprint, entity.name),
    entityOf(added.blueprint, relation.target),
  ];
  const back = entityOf(built, relation.target)?.relations.find(
    (each) => each.name === relation.inverse,
  );
  if (from === undefined || to === undefined || back === undefined) return;
  const path = `${from.name}.${relation.name}`;
  const same = from.relations.find((each) => each.target === to.name && isAlike(each, relation));
  if (same !== undefined) {
    if (same.kind === relation.kind) added.there.push(path);
    else added.refused.push({ path, reason: otherKind(from, same) });
    return;
  }
  const name = uniqueName(relation.name, namesOf(from));
  const taken = from === to ? new Set([...namesOf(to), name]) : namesOf(to);
  const inverse = uniqueName(relation.inverse, taken);
  const isLoose =
    relation.kind === 'belongs-to' && relation.required && isSeeded(added.draft, from);
  const own = { ...relation, name, inverse, required: relation.required && !isLoose };
  const other = { ...back, name: inverse, inverse: name };
  const entities = added.blueprint.entities.map((each) => ({
    ...each,
    relations: [
      ...each.relations,
      ...(each.name === from.name ? [own] : []),
      ...(each.name === to.name ? [other] : []),
    ],
  }));
  if (take(added, `${from.name}.${name}`, { ...added.blueprint, entities }) && isLoose)
    added.assumptions.push(optionalRemark(from.name, name));
}

/** One of the two sides: where the key is, or the first of two equal ones. */
function isTold({ name }: Entity, relation: Relation): boolean {
  if (relation.kind === 'belongs-to') return true;
  const isFirst =
    name < relation.target || (name === relation.target && relation.name <= relation.inverse);
  return relation.kind === 'many-to-many' && isFirst;
}

/** Of the same name, or one of them without a role of its own: "an order belongs to a customer", of which it may be the buyer. */
function isAlike(each: Relation, relation: Relation): boolean {
  const plain = lowerFirst(relation.target);
  const isPlain =
    relation.name === plain || relation.name === lowerFirst(toPluralName(relation.target));
  return each.name === relation.name || (isPlain && each.kind !== relation.kind);
}

function otherKind({ name }: Entity, { kind, target, name: role }: Relation): string {
  return `${name} is related to ${target} already, as its ${role} (${kind}); a relation of another kind could not keep what is there`;
}

function isSeeded({ entities }: Draft, { name }: Entity): boolean {
  return (entities.get(name)?.order ?? 0) < 0;
}

function namesOf({ fields, relations }: Entity): Set<string> {
  return new Set([
    ...['id', 'createdAt', 'updatedAt', 'version', 'deletedAt', 'createdBy', 'updatedBy'],
    ...fields.map(({ name }) => name),
    ...relations.flatMap(({ name }) => [name, `${name}Id`]),
  ]);
}
