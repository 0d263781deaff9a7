import type { Allowed, Entity, Field, Transition } from '@quantumlayer/contracts';
import { sayOne, upper } from '../answers.ts';
import type { Became, Scene } from './apply-rules.ts';
import { say } from './decide-people.ts';
import { stateOf } from './read-lifecycle.ts';
import type { Of, Step, Who } from './statements.ts';
import { isStateWord, transitionName } from './states.ts';
import { findEntity } from './things.ts';

/** Names of the roles that may take a step; undefined when the prompt leaves it open. */
export type RolesOf = (who: Who | undefined) => string[] | undefined;

const STATE_NAMES = /^(status|state|stage|phase|progress)$/;

/** Adds the steps to the lifecycle of the entity they speak of; the field of its states is made when there is none. */
export function applyLifecycle(said: Of<'lifecycle'>, scene: Scene, rolesOf: RolesOf): Became {
  const entity = entityOf(said, scene);
  if (entity === null) return null;
  const rule = said.isAssumed === true ? fromFirst(said, entity) : said;
  const known = fieldOf(entity, rule.steps);
  if (known === null && !hasStateWords(rule.steps)) return null;
  const field = known ?? addField(entity, rule.steps);
  const values = field.values ?? [];
  const steps = rule.steps.map(({ from, to, by, name }) => ({
    name,
    from: from.flatMap((state) => stateOf(state, values) ?? []),
    to: stateOf(to, values),
    by,
  }));
  if (steps.some(({ from, to }) => to === null || from.length === 0 || from.includes(to)))
    return null;
  const transitions = [...(entity.lifecycle?.transitions ?? [])];
  for (const { from, to, by, name } of steps)
    if (to !== null) addStep(transitions, { from, to, name }, rolesOf(by));
  field.required = true;
  const initial = initialOf(field, transitions);
  entity.lifecycle = { field: field.name, initial, transitions };
  const kept =
    known === null
      ? `The states of ${entity.name} are kept in a field ${field.name}, which starts as ${initial}.`
      : undefined;
  const assumed = rule.isAssumed === true ? sayAssumed(entity, rule.steps) : kept;
  return {
    path: `${entity.name}.lifecycle`,
    meaning: `${entity.name} moves ${steps.map(({ from, to }) => `from ${from.join(' or ')} to ${to} (${transitionName(to ?? '')})`).join(', ')}${sayRoles(transitions, steps)}`,
    ...(assumed !== undefined && { assumed }),
  };
}

/** What waits for a decision is in its first state until then. */
function fromFirst(rule: Of<'lifecycle'>, { fields }: Entity): Of<'lifecycle'> {
  const field = fields.find(({ name, values }) => STATE_NAMES.test(name) && values !== undefined);
  const first = field?.default ?? field?.values?.[0];
  if (typeof first !== 'string') return rule;
  return { ...rule, steps: rule.steps.map((step) => ({ ...step, from: [first] })) };
}

function sayAssumed({ name }: Entity, steps: readonly Step[]): string {
  const [from = ''] = steps[0]?.from ?? [];
  return `${upper(sayOne(name))} is ${from} until it is ${steps.map(({ to }) => to).join(' or ')}; the prompt says who decides, and not from which state to which.`;
}

function sayRoles(
  transitions: readonly Transition[],
  steps: readonly { to: string | null }[],
): string {
  const roles = transitions
    .filter(({ to }) => steps.some((step) => step.to === to))
    .flatMap((each) => (Array.isArray(each.roles) ? each.roles : []));
  return roles.length === 0 ? '' : ` by ${[...new Set(roles)].map(say).join(', ')}`;
}

/** "from offered to accepted", as against "from Paris to London". */
function hasStateWords(steps: readonly Step[]): boolean {
  return (
    steps.some(({ from, to }) => [...from, to].some(isStateWord)) &&
    steps.every(({ to }) => !to.startsWith(':'))
  );
}

function entityOf(rule: Of<'lifecycle'>, { blueprint, near }: Scene): Entity | null {
  if (rule.thing !== null) return findEntity(blueprint, rule.thing);
  if (rule.isAssumed === true) return blueprint.entities.find(({ name }) => name === near) ?? null;
  const fitting = blueprint.entities.filter((entity) => fieldOf(entity, rule.steps) !== null);
  const [only] = fitting.length === 1 ? fitting : [];
  const spokenOf = blueprint.entities.find(({ name }) => name === near);
  return (
    fitting.find((each) => each === spokenOf) ?? only ?? (hasState(spokenOf) ? spokenOf : null)
  );
}

/** "... a status that goes from open to closed": the values are not listed anywhere else. */
function hasState(entity: Entity | undefined): entity is Entity {
  return (
    entity?.fields.some(({ name, values }) => STATE_NAMES.test(name) && values === undefined) ??
    false
  );
}

/** The field that has all the states of the steps among its values. */
function fieldOf({ fields }: Entity, steps: readonly Step[]): Field | null {
  return (
    fields.find(
      ({ values }) =>
        values !== undefined &&
        steps.every(({ from, to }) =>
          [...from, to].every((state) => stateOf(state, values) !== null),
        ),
    ) ?? null
  );
}

/** "Jobs go from offered to accepted": the states that nothing else lists. */
function addField(entity: Entity, steps: readonly Step[]): Field {
  const values = [...new Set(steps.flatMap(({ from, to }) => [...from, to]))];
  const known = entity.fields.find(({ name }) => STATE_NAMES.test(name));
  const merged = [...new Set([...(known?.values ?? []), ...values])];
  const field: Field = {
    name: known?.name ?? 'status',
    type: 'enum',
    required: true,
    unique: false,
    values: merged,
  };
  entity.fields =
    known === undefined
      ? [...entity.fields, field]
      : entity.fields.map((each) => (each === known ? field : each));
  return field;
}

function addStep(
  transitions: Transition[],
  { from, to, name: said }: { from: string[]; to: string; name: string | undefined },
  roles: string[] | undefined,
): void {
  const index = transitions.findIndex((each) => each.to === to);
  const known = transitions[index];
  const name = known?.name ?? said ?? transitionName(to);
  if (name === null) return;
  const who = roles ?? known?.roles;
  const made: Transition = {
    name,
    from: [...new Set([...(known?.from ?? []), ...from])],
    to,
    ...(who !== undefined && { roles: who }),
  };
  if (known === undefined) transitions.push(made);
  else transitions[index] = made;
}

/** The default of the field, else the first state that nothing leads to. */
function initialOf(
  { default: start, values = [] }: Field,
  transitions: readonly Transition[],
): string {
  if (typeof start === 'string') return start;
  const onward = transitions.filter(({ name }) => name !== 'reopen');
  const reached = new Set(onward.map(({ to }) => to));
  const sources = transitions.flatMap(({ from }) => from);
  return sources.find((state) => !reached.has(state)) ?? values[0] ?? '';
}

/**
 * Names the roles of the transitions that verbs of a right mean ("managers approve orders"), from those that they have
 * so far; gives the verbs that mean none.
 */
export function restrictTransitions(
  entity: Entity,
  verbs: readonly string[],
  roles: (before: Allowed | undefined) => string[],
): string[] {
  const { lifecycle } = entity;
  if (lifecycle === undefined) return [...verbs];
  lifecycle.transitions = lifecycle.transitions.map((each) =>
    verbs.includes(each.name) ? { ...each, roles: roles(each.roles) } : each,
  );
  return verbs.filter((verb) => !lifecycle.transitions.some(({ name }) => name === verb));
}
