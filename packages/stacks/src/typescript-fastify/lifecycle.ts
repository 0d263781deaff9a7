import { BlueprintUnsound } from '../stack.ts';
import { createNames, upperFirst } from './identifiers.ts';
import type { LifecycleModel, TransitionModel } from './lifecycle-model.ts';
import type { EntityModel, NestedNames } from './model.ts';
import type { PeopleModel } from './people.ts';
import { peopleEndpoints } from './people-design.ts';

type Namers = {
  people: PeopleModel | null;
  tableName: (wanted: string) => string;
  nested: (parent: string, relation: string) => NestedNames;
};

/** Ids of operations that are a verb and the name of an entity, as those of the lists below rows are. */
const VERBS = /^(list|create|get|update|delete|link|unlink)/;

/** Names the transitions of every entity, so that no operation has two names. */
export function addLifecycles(entities: readonly EntityModel[], namers: Namers): void {
  const { people } = namers;
  const taken = people === null ? [] : peopleEndpoints(people);
  const restoring = entities.flatMap(({ softDeletion }) => softDeletion?.restore ?? []);
  const operation = createNames(
    [...taken, ...restoring].map(({ operationId }) => operationId),
    '',
  );
  for (const model of entities) model.lifecycle = lifecycleOf(model, { ...namers, operation });
}

function lifecycleOf(
  model: EntityModel,
  { people, tableName, nested, operation }: Namers & { operation: (wanted: string) => string },
): LifecycleModel | null {
  const { lifecycle } = model.entity;
  if (lifecycle === undefined) return null;
  const found = model.fields.find(({ field }) => field.name === lifecycle.field);
  const values = found?.field.values ?? [];
  const states = lifecycle.transitions.flatMap(({ from, to }) => [...from, to]);
  const unknown = [lifecycle.initial, ...states].find((state) => !values.includes(state));
  if (found === undefined || unknown !== undefined) {
    throw new BlueprintUnsound(`${model.name}.lifecycle`, `${lifecycle.field} is never ${unknown}`);
  }
  const history = nested(model.name, 'history');
  const table = tableName(`${model.table}_history`);
  const made: LifecycleModel = {
    member: found.name,
    column: found.column,
    initial: lifecycle.initial,
    transitions: lifecycle.transitions.map(({ name, from, to, roles }) => ({
      ...{ name, from, to, segment: nested(model.name, name).segment },
      operationId: operation(`${VERBS.test(name) ? `move${upperFirst(name)}` : name}${model.name}`),
      allowed: people === null ? null : (roles ?? model.access?.rules.update ?? []),
    })),
    history: { table, indexName: tableName(`${table}_row_id_idx`), ...history },
  };
  if (wayToDeletable(model, made) === null) {
    throw new BlueprintUnsound(
      `${model.name}.lifecycle`,
      'no row ever reaches a state in which it can be deleted',
    );
  }
  return made;
}

/** The transitions that lead a new row to a state in which it can be deleted, as few as can be; null when none do. */
export function wayToDeletable(
  model: EntityModel,
  lifecycle = model.lifecycle,
): TransitionModel[] | null {
  if (lifecycle === null) return [];
  const kept = blockedStates(model);
  const states = [lifecycle.initial, ...lifecycle.transitions.map(({ to }) => to)];
  const ways = states
    .filter((state) => !kept.includes(state))
    .flatMap((state) => {
      const way = wayTo(lifecycle, state);
      return way === null ? [] : [way];
    });
  return ways.toSorted((one, other) => one.length - other.length)[0] ?? null;
}

function blockedStates({ entity }: EntityModel): (string | boolean)[] {
  return (entity.rules ?? []).flatMap((rule) =>
    rule.kind === 'delete-blocked' && rule.field === entity.lifecycle?.field ? rule.values : [],
  );
}

/** The names of the transitions that lead from a new row to this state; null when nothing does. */
export function wayTo({ initial, transitions }: LifecycleModel, state: string) {
  const ways = new Map<string, TransitionModel[]>([[initial, []]]);
  for (let before = 0; before < ways.size; ) {
    before = ways.size;
    for (const transition of transitions) {
      const start = transition.from.find((each) => ways.has(each));
      if (start === undefined || ways.has(transition.to)) continue;
      ways.set(transition.to, [...(ways.get(start) ?? []), transition]);
    }
  }
  return ways.get(state) ?? null;
}
