import type { Blueprint, Entity, Field } from '@quantumlayer/contracts';
import { changeEntity } from '@quantumlayer/contracts/edit-blueprint';

type Change = { added: readonly string[]; removed: readonly string[] };

/** Other values of an `enum` or a `multi-choice`; transitions from and to a value that goes go with it. */
export function withValueChange(
  blueprint: Blueprint,
  entityName: string,
  field: Field,
  { added, removed }: Change,
): { blueprint: Blueprint } | { reason: string } {
  if (field.values === undefined)
    return { reason: `${entityName}.${field.name} has no list of values` };
  const isSame = (left: string) => (right: string) => left.toLowerCase() === right.toLowerCase();
  const gone = field.values.filter((value) => removed.some(isSame(value)));
  const fresh = added.filter((value) => !field.values?.some(isSame(value)));
  const values = [...field.values.filter((value) => !gone.includes(value)), ...fresh];
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
