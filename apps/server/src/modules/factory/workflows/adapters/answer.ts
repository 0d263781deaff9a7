import type { RunSignal } from '@quantumlayer/contracts';
import {
  decide,
  evolve,
  executionFact,
  type Fact,
  getUnit,
  hasEnded,
  refuseRestart,
  stageFact,
  unitState,
  workOf,
} from '@quantumlayer/workflow';
import {
  ExecutionEnded,
  ExecutionNotEnded,
  ExecutionNotPaused,
  OutputRefused,
  StageNotFound,
  StageNotReached,
  StageNotWaiting,
} from '../domain/workflow-errors.ts';
import type { OutputStore, OutputValidators } from '../ports.ts';
import type { Folded } from './folded.ts';

type Dependencies = { outputs: OutputStore; validators: OutputValidators };

/** The facts a person's signal adds to the journal; throws when it does not fit the state. */
export async function answerSignal(
  executionId: string,
  { plan, state }: Folded,
  signal: RunSignal,
  at: number,
  dependencies: Dependencies,
): Promise<Fact[]> {
  if (hasEnded(state)) throw new ExecutionEnded(executionId, state.status);
  if (signal.type === 'pause') {
    return state.paused ? [] : [executionFact('execution.paused', at, {})];
  }
  if (signal.type === 'resume') {
    if (!state.paused) throw new ExecutionNotPaused(executionId);
    return [executionFact('execution.resumed', at, {})];
  }
  const { key, of } = findCheckpoint(executionId, { plan, state }, signal.stage);
  const { attempt } = unitState(state, getUnit(plan, key));
  const where = { node: key, attempt, at };
  const { outputs } = dependencies;
  switch (signal.type) {
    case 'approve': {
      const output = await outputs.put({ decision: 'approved' });
      return [stageFact('stage.approved', where, { output })];
    }
    case 'reject':
      return [stageFact('stage.rejected', where, { reason: signal.reason })];
    case 'modify': {
      const replacement = await outputs.put(validate(plan, of, signal.output, dependencies));
      const output = await outputs.put({ decision: 'modified' });
      return [stageFact('stage.modified', where, { output, of, replacement })];
    }
  }
}

type Position = Pick<Folded, 'plan' | 'state'>;

/** A checkpoint by its own name, or the one that waits with the output of the named stage. */
function findCheckpoint(
  executionId: string,
  { plan, state }: Position,
  stage: string,
): { key: string; of: string } {
  const named = plan.nodes[plan.indexOf.get(stage) ?? -1];
  if (named === undefined) throw new StageNotFound(executionId, stage);
  const status = (id: string) => state.nodes[plan.indexOf.get(id) ?? -1]?.status ?? 'pending';
  for (const node of plan.nodes) {
    if (node.kind !== 'checkpoint' || (node.id !== stage && node.of !== stage)) continue;
    if (status(node.id) === 'waiting') return { key: node.id, of: node.of };
  }
  throw new StageNotWaiting(executionId, stage, status(stage));
}

function validate(
  plan: Folded['plan'],
  of: string,
  output: unknown,
  { validators }: Dependencies,
): unknown {
  const handler = workOf(getUnit(plan, of))?.handler ?? '';
  const check = Object.hasOwn(validators, handler) ? validators[handler] : undefined;
  try {
    return check?.(output) ?? output;
  } catch (error) {
    throw new OutputRefused(of, error instanceof Error ? error.message : String(error));
  }
}

/** Asks for the end; an execution at rest ends with it. */
export function answerCancel(executionId: string, { plan, state }: Position, at: number): Fact[] {
  if (hasEnded(state)) throw new ExecutionEnded(executionId, state.status);
  if (state.stopping === 'cancelled') return [];
  const cancelling = executionFact('execution.cancelling', at, {});
  return [cancelling, ...decide(plan, evolve(plan, state, cancelling), at).facts];
}

export function answerRetry(
  executionId: string,
  { plan, state }: Position,
  stage: string,
  at: number,
): Fact[] {
  const refusal = refuseRestart(plan, state, stage);
  if (refusal === 'unknown-stage') throw new StageNotFound(executionId, stage);
  if (refusal === 'not-ended') throw new ExecutionNotEnded(executionId);
  if (refusal === 'not-reached') throw new StageNotReached(executionId, stage);
  return [executionFact('execution.retried', at, { stage })];
}
