import { isReady } from './edit.ts';
import type { WorkflowPlan } from './plan.ts';
import { type ExecutionState, hasEnded, isSettled, type NodeState, PENDING_NODE } from './state.ts';

export type RestartRefusal = 'not-ended' | 'unknown-stage' | 'not-reached';

/** Why an execution cannot be started again from a stage; null when it can. */
export function refuseRestart(
  plan: WorkflowPlan,
  state: ExecutionState,
  stage: string,
): RestartRefusal | null {
  const index = plan.indexOf.get(stage);
  if (index === undefined) return 'unknown-stage';
  if (!hasEnded(state)) return 'not-ended';
  const isReached = (plan.predecessors[index] ?? []).every(({ index: source }) =>
    isSettled(state.nodes[source] ?? PENDING_NODE),
  );
  return isReached ? null : 'not-reached';
}

/** A new epoch: the stage, everything downstream and everything unfinished is pending again. */
export function restartFrom(
  plan: WorkflowPlan,
  state: ExecutionState,
  stage: string,
): ExecutionState {
  const again = downstream(plan, plan.indexOf.get(stage) ?? -1);
  const nodes = state.nodes.map((node, index) =>
    again.has(index) || !isSettled(node) ? forget(node) : node,
  );
  const next: ExecutionState = {
    ...state,
    status: 'running',
    epoch: state.epoch + 1,
    paused: false,
    stopping: null,
    failure: null,
    finishedAt: null,
    nodes,
    evaluating: [],
    alarms: [],
    running: 0,
    waiting: 0,
    open: nodes.filter((node) => !isSettled(node)).length,
  };
  const ready = plan.nodes.filter((_, index) => isReady(plan, next, index)).map(({ id }) => id);
  return { ...next, ready };
}

function downstream(plan: WorkflowPlan, start: number): ReadonlySet<number> {
  const found = new Set([start]);
  for (const index of found) {
    for (const dependent of plan.dependents[index] ?? []) found.add(dependent);
  }
  return found;
}

/** Attempt numbers go on, so that records and keys of the former epoch stay unique. */
function forget(node: NodeState): NodeState {
  const attempts = [node.attempt, ...(node.group?.children ?? []).map(({ attempt }) => attempt)];
  return { ...PENDING_NODE, attempt: Math.max(...attempts) };
}
