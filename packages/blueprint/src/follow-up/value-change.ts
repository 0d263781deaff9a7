import type { Blueprint, Entity, Field } from '@quantumlayer/contracts';
import { changeEntity } from '@quantumlayer/contracts/edit-blueprint';
import { lowerFirst } from '../names.ts';
import type { ValuePlace } from './instruction.ts';

type Change = { added: readonly string[]; removed: readonly string[]; beside?: ValuePlace };

/** "Overdue should also be a status": the capital is that of the sentence. */
const SENTENCE_START = /^[A-Z][a-z]/;

/** Other values of an `enum` or a `multi-choice`; transitions from and to a value that goes go with it. */
export function withValueChange(
  blueprint: Blueprint,
  entityName: string,
  field: Field,
  { added, removed, beside }: Change,
): { blueprint: Blueprint } | { reason: string } {
  if (field.values === undefined)
    return { reason: `${entityName}.${field.name} has no list of values` };
  const isSame = (left: string) => (right: string) => left.toLowerCase() === right.toLowerCase();
  const gone = field.values.filter((value) => removed.some(isSame(value)));
  const isPlain = field.values.every((value) => value === value.toLowerCase());
  const fresh = added
    .filter((value) => !field.values?.some(isSame(value)))
    .map((value) => (isPlain && SENTENCE_START.test(value) ? lowerFirst(value) : value));
  const left = field.values.filter((value) => !gone.includes(value));
  const at = beside === undefined ? left.length : indexOf(left, beside);
  const values = left.toSpliced(at, 0, ...fresh);
  if (values.length === 0) return { reason: `${field.name} would have no value left` };
  const change = (entity: Entity): Entity => ({
    ...entity,
    fields: entity.fields.map((each) =>
      each.name === field.name ? withoutDefault({ ...each, values }, gone) : each,
    ),
    ...withoutStates(entity, field.name, gone),
  });
  return { blueprint: changeEntity(entityName, change)(blueprint) };
}

function indexOf(values: readonly string[], { side, value }: ValuePlace): number {
  const at = values.findIndex((each) => each.toLowerCase() === value.toLowerCase());
  if (at < 0) return values.length;
  return side === 'before' ? at : at + 1;
}

function withoutDefault(field: Field, gone: readonly string[]): Field {
  if (typeof field.default !== 'string' || !gone.includes(field.default)) return field;
  const { default: _gone, ...rest } = field;
  return rest;
}

function withoutStates(
  { lifecycle }: Entity,
  field: string,
  gone: readonly string[],
): Pick<Entity, 'lifecycle'> {
  if (lifecycle?.field !== field || gone.length === 0) return {};
  const transitions = lifecycle.transitions
    .filter(({ to }) => !gone.includes(to))
    .map((each) => ({ ...each, from: each.from.filter((state) => !gone.includes(state)) }))
    .filter(({ from }) => from.length > 0);
  return { lifecycle: { ...lifecycle, transitions } };
}
