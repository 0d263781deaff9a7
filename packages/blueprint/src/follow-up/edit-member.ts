import type { Edit } from './edit.ts';
import type { InstructionOf } from './instruction.ts';
import type { Place } from './resolve.ts';
import type { State } from './state.ts';

/** What an instruction about values makes of the field or relation that it means, or why it cannot. */
export function editOfMember(
  state: State,
  instruction: InstructionOf<'describe' | 'values' | 'default' | 'fill'>,
  { entity, member }: Place,
): Edit | string {
  const own = state.blueprint.entities.find(({ name }) => name === entity);
  const field = member ?? '';
  const isField = own?.fields.some(({ name }) => name === field) === true;
  if (isField) {
    const { kind } = instruction;
    if (kind === 'describe')
      return { kind, entity, field, qualities: instruction.qualities, lacks: instruction.lacks };
    if (kind === 'values')
      return { kind, entity, field, added: instruction.added, removed: instruction.removed };
    return { kind, entity, field, value: instruction.value };
  }
  if (instruction.kind !== 'describe') return `${entity}.${field} is a relation and has no values`;
  const { required, optional, ...others } = instruction.qualities;
  const isTold = required === true || optional === true;
  return isTold && Object.keys(others).length === 0 && instruction.lacks.length === 0
    ? { kind: 'relate', entity, relation: field, required: required === true }
    : `${entity}.${field} is a relation; it can be required or optional, and nothing else`;
}
