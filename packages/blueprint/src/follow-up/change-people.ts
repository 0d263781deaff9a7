import type { Blueprint, Entity } from '@quantumlayer/contracts';
import type { Outcome } from './edit.ts';

/** Without people nothing is left that names them: rights, who changed what, and who may take a step. */
export function withoutPeople({ people, ...blueprint }: Blueprint): Outcome {
  if (people === undefined) return { reason: 'nobody signs in to this app' };
  return { blueprint: { ...blueprint, entities: blueprint.entities.map(openToAll) } };
}

function openToAll({ access: _rights, audited: _kept, lifecycle, ...entity }: Entity): Entity {
  if (lifecycle === undefined) return entity;
  const transitions = lifecycle.transitions.map(({ roles: _may, ...step }) => step);
  return { ...entity, lifecycle: { ...lifecycle, transitions } };
}

/** `closed`: accounts are made for people. */
export function withSignUp(blueprint: Blueprint, signUp: 'open' | 'closed'): Outcome {
  const { people } = blueprint;
  if (people === undefined) return { reason: 'nobody signs in to this app' };
  return { blueprint: { ...blueprint, people: { ...people, signUp } } };
}

/** Who signs up gets the first role and the last one manages accounts, so that a new one stands between them. */
export function withRole(blueprint: Blueprint, name: string): Outcome {
  const { people } = blueprint;
  if (people === undefined) return { reason: 'nobody signs in to this app' };
  if (people.roles.some((role) => role.name === name)) return { blueprint };
  if (people.roles.length < 2)
    return { reason: 'there is one role, and nothing says which of the two would manage accounts' };
  const roles = people.roles.toSpliced(-1, 0, { name });
  return { blueprint: { ...blueprint, people: { ...people, roles } } };
}
