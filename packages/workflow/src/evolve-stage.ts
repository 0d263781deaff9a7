import { changeGroup, changeNode, changeUnit, keyOf, settle, unitState, without } from './edit.ts';
import type { Fact, FactOf } from './event.ts';
import { getUnit, type Unit, type WorkflowPlan } from './plan.ts';
import { type ExecutionState, type Failure, type NodeState, PENDING_NODE } from './state.ts';

type Context = { plan: WorkflowPlan; unit: Unit; key: string };

export function evolveStage(plan: WorkflowPlan, state: ExecutionState, fact: Fact): ExecutionState {
  const unit = getUnit(plan, fact.node ?? '');
  const context: Context = { plan, unit, key: keyOf(unit) };
  switch (fact.type) {
    case 'stage.started':
      return start(context, state, fact);
    case 'stage.expanded':
      return openGroup(state, unit, fact.data.count);
    case 'stage.progress':
      return changeUnit(state, unit, { message: fact.data.message });
    case 'stage.succeeded':
      return succeed(context, state, fact.at, { output: fact.data.output });
    case 'stage.decided':
      return succeed(context, state, fact.at, fact.data);
    case 'stage.due':
      return due(context, state, fact.at);
    case 'stage.skipped':
      return skip(context, state, fact.at);
    default:
      return evolvePause(context, state, fact);
  }
}

function evolvePause(context: Context, state: ExecutionState, fact: Fact): ExecutionState {
  switch (fact.type) {
    case 'stage.retrying':
      return sleep(
        context,
        changeUnit(leave(context, state), context.unit, { failure: fact.data.failure }),
        {
          status: 'retrying',
          dueAt: fact.data.retryAt,
        },
      );
    case 'stage.sleeping': {
      const started = { startedAt: fact.at, attempt: fact.attempt };
      return sleep(context, changeUnit(unready(context, state), context.unit, started), {
        status: 'waiting',
        dueAt: fact.data.dueAt,
      });
    }
    case 'stage.failed':
      return fail(context, leave(context, state), fact.at, fact.data.failure);
    case 'stage.interrupted':
      return interrupt(context, state);
    case 'stage.cancelled':
      return changeUnit(leave(context, state), context.unit, {
        status: 'cancelled',
        finishedAt: fact.at,
      });
    default:
      return evolveCheckpoint(context, state, fact);
  }
}

function evolveCheckpoint(context: Context, state: ExecutionState, fact: Fact): ExecutionState {
  switch (fact.type) {
    case 'stage.waiting': {
      const next = { status: 'waiting' as const, startedAt: fact.at, attempt: fact.attempt };
      return changeUnit(
        { ...unready(context, state), waiting: state.waiting + 1 },
        context.unit,
        next,
      );
    }
    case 'stage.approved':
      return answer(context, state, fact);
    case 'stage.modified': {
      const checked = context.plan.indexOf.get(fact.data.of) ?? -1;
      const replaced = changeNode(state, checked, { output: fact.data.replacement });
      return answer(context, replaced, fact);
    }
    case 'stage.rejected': {
      const failure = {
        code: 'checkpoint-rejected',
        message: `Rejected: ${fact.data.reason}`,
        next: 'Change what was rejected and retry from that stage.',
      };
      return fail(context, { ...state, waiting: state.waiting - 1 }, fact.at, failure);
    }
    default:
      throw new TypeError(`The event ${fact.type} belongs to no stage.`);
  }
}

function unready({ key }: Context, state: ExecutionState): ExecutionState {
  return { ...state, ready: without(state.ready, key) };
}

function start(
  context: Context,
  state: ExecutionState,
  fact: FactOf<'stage.started'>,
): ExecutionState {
  const { unit, key } = context;
  const before = unitState(state, unit);
  const isWork = unit.child !== null || unit.node.kind === 'step';
  const begun = changeUnit(enter(context, state), unit, {
    status: 'running',
    attempt: fact.attempt,
    tries: before.tries + 1,
    startedAt: before.startedAt ?? fact.at,
    dueAt: null,
    message: null,
  });
  if (isWork) return { ...begun, running: begun.running + 1 };
  const evaluating = { ...begun, evaluating: [...begun.evaluating, key] };
  return fact.data.count === undefined ? evaluating : openGroup(evaluating, unit, fact.data.count);
}

/** Takes a unit off the list it waited on; a child that starts for the first time moves the cursor. */
function enter(context: Context, state: ExecutionState): ExecutionState {
  const { index, child } = context.unit;
  const group = state.nodes[index]?.group;
  if (child === null || group == null || child !== group.cursor) return unready(context, state);
  return changeGroup(state, index, { cursor: child + 1, active: group.active + 1 });
}

function openGroup(state: ExecutionState, { index }: Unit, count: number): ExecutionState {
  const { attempt } = state.nodes[index] ?? PENDING_NODE;
  // Attempts of members go on from those of the former epoch.
  const child = { ...PENDING_NODE, attempt: attempt - 1 };
  const children = Array.from({ length: count }, () => child);
  return changeNode(state, index, { group: { children, cursor: 0, active: 0, done: 0 } });
}

/** A unit that was at work is so no longer. */
function leave({ unit, key }: Context, state: ExecutionState): ExecutionState {
  const isWork = unit.child !== null || unit.node.kind === 'step';
  return isWork
    ? { ...state, running: state.running - 1 }
    : { ...state, evaluating: without(state.evaluating, key) };
}

function succeed(
  context: Context,
  state: ExecutionState,
  at: number,
  result: Pick<NodeState, 'output'> & Partial<NodeState>,
): ExecutionState {
  const { plan, unit } = context;
  const next = changeUnit(leave(context, state), unit, {
    ...result,
    status: 'succeeded',
    finishedAt: at,
    failure: null,
  });
  if (unit.child === null) return settle(plan, next, unit.index);
  const group = next.nodes[unit.index]?.group;
  if (group == null) return next;
  return changeGroup(next, unit.index, { active: group.active - 1, done: group.done + 1 });
}

function fail(
  { unit, key }: Context,
  state: ExecutionState,
  at: number,
  failure: Failure,
): ExecutionState {
  const failed = { status: 'failed' as const, finishedAt: at, failure };
  const next = changeUnit(state, unit, failed);
  const whole = unit.child === null ? next : changeNode(next, unit.index, failed);
  return {
    ...whole,
    stopping: state.stopping ?? 'failed',
    failure: state.failure ?? { stage: key, ...failure },
    evaluating: unit.child === null ? whole.evaluating : without(whole.evaluating, unit.node.id),
  };
}

function interrupt(context: Context, state: ExecutionState): ExecutionState {
  const { unit, key } = context;
  const { tries, interruptions } = unitState(state, unit);
  const next = changeUnit(leave(context, state), unit, {
    status: 'pending',
    tries: tries - 1,
    interruptions: interruptions + 1,
  });
  return { ...next, ready: [...next.ready, key] };
}

function sleep(
  { unit, key }: Context,
  state: ExecutionState,
  change: { status: 'retrying' | 'waiting'; dueAt: number },
): ExecutionState {
  const next = changeUnit(state, unit, change);
  return { ...next, alarms: [...next.alarms, { node: key, at: change.dueAt }] };
}

function due(context: Context, state: ExecutionState, at: number): ExecutionState {
  const { plan, unit, key } = context;
  const awake = { ...state, alarms: state.alarms.filter(({ node }) => node !== key) };
  if (unit.node.kind !== 'timer') {
    const next = changeUnit(awake, unit, { status: 'pending', dueAt: null });
    return { ...next, ready: [...next.ready, key] };
  }
  const next = changeUnit(awake, unit, { status: 'succeeded', finishedAt: at, dueAt: null });
  return settle(plan, next, unit.index);
}

function skip(context: Context, state: ExecutionState, at: number): ExecutionState {
  const { plan, unit } = context;
  const next = changeUnit(unready(context, state), unit, { status: 'skipped', finishedAt: at });
  return settle(plan, next, unit.index);
}

function answer(
  { plan, unit }: Context,
  state: ExecutionState,
  fact: FactOf<'stage.approved' | 'stage.modified'>,
): ExecutionState {
  const next = changeUnit({ ...state, waiting: state.waiting - 1 }, unit, {
    status: 'succeeded',
    finishedAt: fact.at,
    output: fact.data.output,
  });
  return settle(plan, next, unit.index);
}
