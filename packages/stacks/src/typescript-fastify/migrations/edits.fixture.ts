import type { Blueprint, Entity, Field } from '@quantumlayer/contracts';
import fc from 'fast-check';

type Edit = { entity: number; at: number; kind: (typeof KINDS)[number] };

const KINDS = [
  ...['drop-field', 'add-field', 'toggle-required', 'toggle-unique', 'widen', 'rename'],
  ...['drop-rules', 'drop-entity', 'toggle-locking', 'toggle-hiding', 'drop-lifecycle'],
] as const;

/** A few changes such as a person asks for, of whatever stands at their place. */
export const edits = fc.array(
  fc.record({ entity: fc.nat(20), at: fc.nat(20), kind: fc.constantFrom(...KINDS) }),
  { minLength: 1, maxLength: 6 },
);

/** The blueprint after the edits. It need not be sound. */
export function editBlueprint(blueprint: Blueprint, list: readonly Edit[]): Blueprint {
  const next = structuredClone(blueprint);
  for (const { entity: place, at, kind } of list) {
    const entity = next.entities[place % next.entities.length];
    if (entity === undefined) continue;
    if (kind === 'drop-entity') dropEntity(next, entity);
    else editEntity(entity, entity.fields[at % entity.fields.length], kind);
  }
  return next;
}

function dropEntity(blueprint: Blueprint, { name }: Entity): void {
  blueprint.entities = blueprint.entities.filter((each) => each.name !== name);
  for (const entity of blueprint.entities) {
    entity.relations = entity.relations.filter(({ target }) => target !== name);
  }
}

function editEntity(entity: Entity, field: Field | undefined, kind: Edit['kind']): void {
  if (field === undefined) return;
  if (kind === 'drop-field') entity.fields = entity.fields.filter((each) => each !== field);
  if (kind === 'add-field') {
    const name = `extra${entity.fields.length}`;
    entity.fields.push({ name, type: 'integer', required: true, unique: false, min: 0 });
  }
  if (kind === 'toggle-required') field.required = !field.required;
  if (kind === 'toggle-unique') field.unique = !field.unique;
  if (kind === 'widen' && field.type === 'string') field.type = 'text';
  if (kind === 'widen' && field.type === 'integer') field.type = 'decimal';
  if (kind === 'rename') field.name = `${field.name}New`;
  if (kind === 'drop-rules') entity.rules = [];
  if (kind === 'toggle-locking') toggle(entity, 'optimisticLocking');
  if (kind === 'toggle-hiding') toggle(entity, 'softDelete');
  if (kind === 'drop-lifecycle') delete entity.lifecycle;
}

function toggle(entity: Entity, property: 'optimisticLocking' | 'softDelete'): void {
  if (entity[property]) delete entity[property];
  else entity[property] = true;
}
