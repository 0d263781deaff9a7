import type { Entity } from '@quantumlayer/contracts';
import { say } from '../answers.ts';
import { ownerIn } from '../policy/apply-within.ts';
import { findMember } from '../policy/things.ts';
import type { Edit } from './edit.ts';
import type { InstructionOf } from './instruction.ts';
import type { Place } from './resolve.ts';
import type { State } from './state.ts';

/** "unique per client" is unique together with the client. */
function describing(
  { context }: State,
  { kind, qualities, lacks }: InstructionOf<'describe'>,
  { own, field }: { own: Entity; field: string },
): Edit | string {
  const edit = { kind, entity: own.name, field, qualities, lacks };
  const { uniqueWithin } = qualities;
  if (uniqueWithin === undefined) return edit;
  const owner = ownerIn(context.prompt.slice(uniqueWithin.start, uniqueWithin.end));
  const within = owner === null ? null : findMember(own, owner.split(' '));
  return within === null
    ? `${say(own.name)} has no ${owner ?? 'such thing'} within which it could be unique`
    : { ...edit, within };
}

function valuesOf({ added, removed, beside }: InstructionOf<'values'>) {
  return { added, removed, ...(beside !== undefined && { beside }) };
}

/** What an instruction about values makes of the field or relation that it means, or why it cannot. */
export function editOfMember(
  state: State,
  instruction: InstructionOf<'describe' | 'values' | 'default' | 'fill'>,
  { entity, member }: Place,
): Edit | string {
  const own = state.blueprint.entities.find(({ name }) => name === entity);
  const field = member ?? '';
  if (own?.fields.some(({ name }) => name === field) === true) {
    const { kind } = instruction;
    if (kind === 'describe') return describing(state, instruction, { own, field });
    if (kind === 'values') return { ...valuesOf(instruction), kind, entity, field };
    return { kind, entity, field, value: instruction.value };
  }
  if (instruction.kind !== 'describe') return `${entity}.${field} is a relation and has no values`;
  const { required, optional, ...others } = instruction.qualities;
  const isTold = required === true || optional === true;
  return isTold && Object.keys(others).length === 0 && instruction.lacks.length === 0
    ? { kind: 'relate', entity, relation: field, required: required === true }
    : `${entity}.${field} is a relation; it can be required or optional, and nothing else`;
}
