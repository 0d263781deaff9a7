import type { Blueprint, Entity, Lifecycle, Transition } from '@quantumlayer/contracts';
import { type BlueprintProblem, repeated } from './problems.ts';

/** The states exist, every transition can happen, and its name is free below the row. */
export function checkLifecycle(entity: Entity, { people }: Blueprint): BlueprintProblem[] {
  const { lifecycle } = entity;
  if (lifecycle === undefined) return [];
  const path = `${entity.name}.lifecycle`;
  const roles = people?.roles.map(({ name }) => name) ?? null;
  return [
    ...checkStates(path, entity, lifecycle),
    ...checkNames(path, entity, lifecycle),
    ...unreachable(path, lifecycle),
    ...lifecycle.transitions.flatMap((transition) =>
      checkRoles(`${path}.${transition.name}`, entity, transition, roles),
    ),
  ];
}

function checkStates(path: string, entity: Entity, lifecycle: Lifecycle): BlueprintProblem[] {
  const field = entity.fields.find(({ name }) => name === lifecycle.field);
  if (field?.type !== 'enum') {
    return [{ path: `${path}.field`, message: `There is no enum ${lifecycle.field}.` }];
  }
  const unfit = [
    ...(field.required ? [] : ['A row always has a state; make the field required.']),
    ...(field.unique ? ['Rows share states; the field cannot be unique.'] : []),
    ...(field.default === undefined || field.default === lifecycle.initial
      ? []
      : [`A new row is ${lifecycle.initial}; the default of the field says something else.`]),
  ].map((message) => ({ path: `${path}.field`, message }));
  const states = [
    { at: `${path}.initial`, state: lifecycle.initial },
    ...lifecycle.transitions.flatMap(({ name, from, to }) =>
      [...from, to].map((state) => ({ at: `${path}.${name}`, state })),
    ),
  ];
  const unknown = states
    .filter(({ state }) => !field.values?.includes(state))
    .map(({ at, state }) => ({ path: at, message: `${state} is no value of ${field.name}.` }));
  return [...unfit, ...unknown];
}

function checkNames(path: string, entity: Entity, { transitions }: Lifecycle): BlueprintProblem[] {
  const taken = ['history', ...entity.relations.map(({ name }) => name.toLowerCase())];
  const names = transitions.map(({ name }) => name.toLowerCase());
  return [
    ...repeated(names).map((name) => ({
      path: `${path}.${name}`,
      message: `Two transitions are called ${name}; give each its own name.`,
    })),
    ...transitions
      .filter(({ name }) => taken.includes(name.toLowerCase()))
      .map(({ name }) => ({
        path: `${path}.${name}`,
        message: `${name} is the history or a relation of ${entity.name}; choose another name.`,
      })),
    ...transitions.flatMap(({ name, from, to }) => [
      ...repeated(from).map((state) => ({
        path: `${path}.${name}`,
        message: `The state ${state} is listed twice.`,
      })),
      ...(from.includes(to)
        ? [{ path: `${path}.${name}`, message: `${name} leads from ${to} to ${to}.` }]
        : []),
    ]),
  ];
}

/** The states in which a row can be, from the one of a new row on. */
export function reachedStates({ initial, transitions }: Lifecycle): ReadonlySet<string> {
  const reached = new Set([initial]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of transitions) {
      if (from.some((state) => reached.has(state))) reached.add(to);
    }
  }
  return reached;
}

/** Transitions from states in which no row can ever be. */
function unreachable(path: string, lifecycle: Lifecycle): BlueprintProblem[] {
  const { initial, transitions } = lifecycle;
  const reached = reachedStates(lifecycle);
  return transitions.flatMap(({ name, from }) =>
    from
      .filter((state) => !reached.has(state))
      .map((state) => ({
        path: `${path}.${name}`,
        message: `No row ever becomes ${state}: no transition leads there from ${initial}.`,
      })),
  );
}

/** Of own rows: those that it makes itself, or all. */
function seesRows(access: Entity['access'], role: string): boolean {
  if (access === undefined || access.rows !== 'own') return true;
  return (
    access.seesAll.includes(role) || access.create === 'everyone' || access.create.includes(role)
  );
}

function checkRoles(
  path: string,
  { name, access }: Entity,
  { roles }: Transition,
  known: readonly string[] | null,
): BlueprintProblem[] {
  if (roles === undefined) return [];
  if (known === null) {
    return [{ path, message: `${name} says who may do it, but the app has no people.` }];
  }
  if (roles === 'everyone') {
    const message = 'Own rows belong to an account, so who is not signed in cannot change them.';
    return access?.rows === 'own' ? [{ path, message }] : [];
  }
  return [
    ...roles
      .filter((role) => !known.includes(role))
      .map((role) => ({
        path,
        message: `There is no role ${role}; the roles are ${known.join(', ')}.`,
      })),
    ...repeated(roles).map((role) => ({ path, message: `The role ${role} is listed twice.` })),
    ...roles
      .filter((role) => known.includes(role) && !seesRows(access, role))
      .map((role) => ({
        path,
        message: `The role ${role} sees no row of ${name} that it could move.`,
      })),
  ];
}
