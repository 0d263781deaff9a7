import type { WorkflowNode } from '@quantumlayer/contracts';
import { isPassedOver, unitState } from './edit.ts';
import { type Command, executionFact, type Fact, stageFact } from './event.ts';
import { evolve } from './evolve.ts';
import { childKey, getUnit, nodeAt, type Unit, type WorkflowPlan } from './plan.ts';
import { type ExecutionState, hasEnded } from './state.ts';

export type Decision = { state: ExecutionState; facts: Fact[]; commands: Command[] };

/**
 * Everything that follows from the state by itself at the instant `at`: the facts to write down, in order, and the
 * work to do once they are. Nothing follows twice: deciding again on the result gives no facts.
 */
export function decide(plan: WorkflowPlan, state: ExecutionState, at: number): Decision {
  const facts: Fact[] = [];
  const runs: Command[] = [];
  let current = state;
  for (let fact = nextFact(plan, current, at); fact !== null; fact = nextFact(plan, current, at)) {
    facts.push(fact);
    current = evolve(plan, current, fact);
    const run = runOf(plan, fact);
    if (run !== null) runs.push(run);
  }
  return { state: current, facts, commands: [...runs, ...standingCommands(plan, current)] };
}

function runOf(plan: WorkflowPlan, fact: Fact): Command | null {
  if (fact.type !== 'stage.started' || fact.node === null) return null;
  const { node, child } = getUnit(plan, fact.node);
  const isWork = child !== null || node.kind === 'step';
  return isWork ? { type: 'run', node: fact.node, attempt: fact.attempt } : null;
}

/** Work that a state asks for as long as it lasts; giving it twice does no harm. */
export function standingCommands(plan: WorkflowPlan, state: ExecutionState): Command[] {
  if (hasEnded(state)) return [];
  if (state.stopping !== null) return [{ type: 'abort' }];
  const evaluations = state.evaluating.flatMap((id): Command[] => {
    const { node, index } = getUnit(plan, id);
    const group = state.nodes[index]?.group;
    if (node.kind === 'branch') return [{ type: 'evaluate', node: id }];
    if (group == null) return [{ type: 'expand', node: id }];
    return group.done === group.children.length ? [{ type: 'collect', node: id }] : [];
  });
  if (state.paused) return evaluations;
  return [...evaluations, ...state.alarms.map((alarm): Command => ({ type: 'alarm', ...alarm }))];
}

function nextFact(plan: WorkflowPlan, state: ExecutionState, at: number): Fact | null {
  if (hasEnded(state)) return null;
  if (state.stopping !== null) return state.running > 0 ? null : endingFact(state, at);
  if (state.open === 0) return executionFact('execution.succeeded', at, {});
  if (state.paused) return null;
  if (state.startedAt === null) return executionFact('execution.started', at, {});
  const [ready] = state.ready;
  if (ready !== undefined) return begin(plan, state, ready, at);
  return beginChild(plan, state, at);
}

function endingFact(state: ExecutionState, at: number): Fact {
  if (state.stopping === 'cancelled') return executionFact('execution.cancelled', at, {});
  const failure = state.failure ?? { stage: null, code: 'unknown', message: 'A stage failed.' };
  return executionFact('execution.failed', at, { failure });
}

function begin(plan: WorkflowPlan, state: ExecutionState, key: string, at: number): Fact {
  const unit = getUnit(plan, key);
  const { attempt } = unitState(state, unit);
  if (unit.child === null && isPassedOver(plan, state, unit.index)) {
    return stageFact('stage.skipped', { node: key, attempt, at }, {});
  }
  return beginNode(unit, { node: key, attempt: attempt + 1, at });
}

function beginNode({ node, child }: Unit, where: Parameters<typeof stageFact>[1]): Fact {
  if (child !== null) return stageFact('stage.started', where, {});
  switch (node.kind) {
    case 'parallel':
      return stageFact('stage.started', where, { count: node.steps.length });
    case 'checkpoint':
      return stageFact('stage.waiting', where, { of: node.of });
    case 'timer':
      return stageFact('stage.sleeping', where, { dueAt: where.at + node.ms });
    default:
      return stageFact('stage.started', where, {});
  }
}

/** The next member of a parallel or map that has room for it. */
function beginChild(plan: WorkflowPlan, state: ExecutionState, at: number): Fact | null {
  for (const id of state.evaluating) {
    const { node, index } = getUnit(plan, id);
    const group = state.nodes[index]?.group;
    if (group == null || group.cursor >= group.children.length) continue;
    if (group.active >= concurrencyOf(node)) continue;
    const attempt = (group.children[group.cursor]?.attempt ?? 0) + 1;
    return stageFact('stage.started', { node: childKey(node, group.cursor), attempt, at }, {});
  }
  return null;
}

function concurrencyOf(node: WorkflowNode): number {
  const limit = node.kind === 'parallel' || node.kind === 'map' ? node.concurrency : undefined;
  return limit ?? Number.POSITIVE_INFINITY;
}

/** The exit a branch takes for a value. */
export function chooseExit(plan: WorkflowPlan, key: string, value: unknown): string {
  const node = nodeAt(plan, getUnit(plan, key).index);
  if (node.kind !== 'branch') throw new TypeError(`${key} is no branch.`);
  const found = node.cases.find(({ equals }) => equals === value)?.exit ?? node.otherwise;
  if (found === undefined) throw new TypeError(`${key} has no exit for this value.`);
  return found;
}
