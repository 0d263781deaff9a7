import type { RetryProfile } from '@quantumlayer/contracts';
import { unitState } from './edit.ts';
import { type Fact, stageFact } from './event.ts';
import { getUnit, retryProfileOf, type WorkflowPlan } from './plan.ts';
import type { ExecutionState, Failure } from './state.ts';

/** After so many interruptions in an epoch the stage itself is taken to be what ends its process. */
export const MAX_INTERRUPTIONS = 20;

/** Milliseconds until the next attempt; `random` is in [0, 1). */
export function retryDelay(profile: RetryProfile, tries: number, random: number): number {
  const whole = Math.min(profile.maxMs, profile.initialMs * profile.factor ** (tries - 1));
  return Math.round(whole * (1 - profile.jitter * random));
}

export type AttemptFailure = {
  node: string;
  failure: Failure;
  retryable: boolean;
  at: number;
  random: number;
};

/** What a failed attempt means: cancelled while stopping, another attempt later, or the end of the stage. */
export function judgeFailure(
  plan: WorkflowPlan,
  state: ExecutionState,
  { node, failure, retryable, at, random }: AttemptFailure,
): Fact {
  const unit = getUnit(plan, node);
  const { attempt, tries } = unitState(state, unit);
  const where = { node, attempt, at };
  if (state.stopping !== null) return stageFact('stage.cancelled', where, {});
  const profile = retryProfileOf(unit);
  if (!retryable || tries >= profile.attempts) return stageFact('stage.failed', where, { failure });
  const retryAt = at + retryDelay(profile, tries, random);
  return stageFact('stage.retrying', where, { failure, retryAt });
}

/** Facts for steps whose process ended under them; `running` are the keys of all running steps. */
export function interruptionFacts(
  plan: WorkflowPlan,
  state: ExecutionState,
  running: readonly string[],
  at: number,
): Fact[] {
  return running.map((node) => {
    const { attempt, interruptions } = unitState(state, getUnit(plan, node));
    const where = { node, attempt, at };
    if (state.stopping !== null) return stageFact('stage.cancelled', where, {});
    if (interruptions < MAX_INTERRUPTIONS) return stageFact('stage.interrupted', where, {});
    const failure = {
      code: 'stage-interrupted',
      message: `The process ended ${interruptions + 1} times while it ran this stage.`,
      next: 'Look for what ends the process (memory, a crash), then retry from this stage.',
    };
    return stageFact('stage.failed', where, { failure });
  });
}

/** Keys of all steps and members with a handler at work. */
export function runningKeys(plan: WorkflowPlan, state: ExecutionState): string[] {
  if (state.running === 0) return [];
  return plan.nodes.flatMap((node, index) => {
    const own = state.nodes[index];
    if (node.kind === 'step') return own?.status === 'running' ? [node.id] : [];
    return (own?.group?.children ?? []).flatMap((child, position) => {
      const name = node.kind === 'parallel' ? node.steps[position]?.id : position;
      return child.status === 'running' ? [`${node.id}/${name}`] : [];
    });
  });
}
