import { changeNode } from './edit.ts';
import type { Fact } from './event.ts';
import { evolveStage } from './evolve-stage.ts';
import { nodeAt, type WorkflowPlan } from './plan.ts';
import { restartFrom } from './restart.ts';
import { type ExecutionState, hasEnded, PENDING_NODE } from './state.ts';

/** The state before the first line of the journal. */
export function initialState(plan: WorkflowPlan): ExecutionState {
  const entries = plan.nodes.filter((_, index) => plan.predecessors[index]?.length === 0);
  return {
    status: 'queued',
    epoch: 0,
    input: null,
    paused: false,
    stopping: null,
    failure: null,
    queuedAt: 0,
    startedAt: null,
    finishedAt: null,
    nodes: plan.nodes.map(() => PENDING_NODE),
    ready: entries.map(({ id }) => id),
    evaluating: [],
    alarms: [],
    running: 0,
    waiting: 0,
    open: plan.nodes.length,
  };
}

/** Folds one line of the journal into the state. Pure: same plan, state and fact, same result. */
export function evolve(plan: WorkflowPlan, state: ExecutionState, fact: Fact): ExecutionState {
  const next =
    fact.node === null ? evolveExecution(plan, state, fact) : evolveStage(plan, state, fact);
  const status = statusOf(next);
  return status === next.status ? next : { ...next, status };
}

function evolveExecution(plan: WorkflowPlan, state: ExecutionState, fact: Fact): ExecutionState {
  switch (fact.type) {
    case 'execution.queued':
      return { ...state, input: fact.data.input, queuedAt: fact.at };
    case 'execution.started':
      return { ...state, startedAt: state.startedAt ?? fact.at };
    case 'execution.paused':
      return { ...state, paused: true };
    case 'execution.resumed':
      return { ...state, paused: false };
    case 'execution.cancelling':
      return { ...state, stopping: state.stopping ?? 'cancelled' };
    case 'execution.retried':
      return restartFrom(plan, state, fact.data.stage);
    case 'execution.succeeded':
      return { ...state, status: 'succeeded', finishedAt: fact.at };
    case 'execution.failed':
      return end(plan, { ...state, status: 'failed', failure: fact.data.failure }, fact.at);
    case 'execution.cancelled':
      return end(plan, { ...state, status: 'cancelled' }, fact.at);
    default:
      throw new TypeError(`The event ${fact.type} needs a stage.`);
  }
}

function statusOf(state: ExecutionState): ExecutionState['status'] {
  if (hasEnded(state)) return state.status;
  if (state.startedAt === null) return state.paused ? 'paused' : 'queued';
  if (state.paused && state.stopping === null) return 'paused';
  const isBusy = state.running + state.ready.length + state.evaluating.length > 0;
  return !isBusy && state.waiting + state.alarms.length > 0 ? 'waiting' : 'running';
}

const unfinished: ReadonlySet<string> = new Set(['running', 'waiting', 'retrying']);

/** Whatever was under way is over; what was never begun stays pending. */
function end(plan: WorkflowPlan, state: ExecutionState, at: number): ExecutionState {
  let next: ExecutionState = { ...state, finishedAt: at, ready: [], evaluating: [], alarms: [] };
  plan.nodes.forEach((_, index) => {
    const node = next.nodes[index] ?? PENDING_NODE;
    if (node.group !== null) {
      const children = node.group.children.map((child) =>
        unfinished.has(child.status)
          ? { ...child, status: 'cancelled' as const, finishedAt: at, dueAt: null }
          : child,
      );
      next = changeNode(next, index, { group: { ...node.group, children } });
    }
    if (unfinished.has(node.status)) {
      next = changeNode(next, index, { status: 'cancelled', finishedAt: at, dueAt: null });
    }
  });
  return { ...next, running: 0, waiting: 0, open: countOpen(next, plan) };
}

function countOpen(state: ExecutionState, plan: WorkflowPlan): number {
  return plan.nodes.filter((_, index) => {
    const status = state.nodes[index]?.status;
    return status !== 'succeeded' && status !== 'skipped';
  }).length;
}

/** The title a person sees for a node. */
export function titleOf(plan: WorkflowPlan, index: number): string {
  const node = nodeAt(plan, index);
  return node.title ?? node.id;
}
