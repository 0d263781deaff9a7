import {
  type Command,
  type Fact,
  getUnit,
  interruptionFacts,
  judgeFailure,
  stageFact,
  unitState,
} from '@quantumlayer/workflow';
import { RunnerClosed } from '../domain/workflow-errors.ts';
import type { DriverDependencies } from './driver-dependencies.ts';
import { type Evaluation, evaluateNode } from './evaluation.ts';
import { failureOf } from './failure-of.ts';
import type { ExecutionRow, Folded } from './folded.ts';
import { type AttemptResult, type StepAttempt, startAttempt } from './step-attempt.ts';

/** Something that happened and has to be written down; what it means depends on the state by then. */
export type Arrival = (folded: Folded, at: number) => Fact[];

export type DriveWork = ReturnType<typeof createDriveWork>;

/** The steps and evaluations that one drive has under way, and what came back from them. */
export function createDriveWork(
  row: ExecutionRow,
  dependencies: DriverDependencies,
  onArrival: () => void,
) {
  const attempts = new Map<string, StepAttempt>();
  const evaluations = new Set<string>();
  const inbox: Arrival[] = [];

  function arrive(...arrivals: Arrival[]): void {
    inbox.push(...arrivals);
    onArrival();
  }

  function takeProgress(attempt: StepAttempt): void {
    const lines = attempt.takeProgress();
    if (lines.length > 0) inbox.push((folded) => (isCurrent(folded, attempt) ? lines : []));
  }

  function runStep(command: Extract<Command, { type: 'run' }>, folded: Folded): void {
    const { organisationId, id: executionId } = row;
    const request = { ...command, organisationId, executionId, folded };
    const onProgress = () => {
      takeProgress(attempt);
      onArrival();
    };
    const attempt = startAttempt(request, { ...dependencies, onProgress });
    attempts.set(command.node, attempt);
    const finish = (result: AttemptResult) => {
      attempts.delete(command.node);
      takeProgress(attempt);
      arrive((current, at) =>
        isCurrent(current, attempt)
          ? [resultFact(current, attempt, result, at, dependencies.random())]
          : [],
      );
    };
    attempt.finished.then(finish, (error: unknown) => finish({ error }));
  }

  function evaluate(command: Evaluation, folded: Folded): void {
    if (evaluations.has(command.node)) return;
    evaluations.add(command.node);
    const finish = (arrival: Arrival) => {
      evaluations.delete(command.node);
      arrive((current, at) =>
        current.state.evaluating.includes(command.node) ? arrival(current, at) : [],
      );
    };
    evaluateNode(command, folded, dependencies.clock().getTime(), dependencies).then(
      (fact) => finish(() => [fact]),
      (error: unknown) => finish((current, at) => [evaluationFailure(current, command, error, at)]),
    );
  }

  return {
    inbox,
    isIdle: () => attempts.size === 0 && evaluations.size === 0 && inbox.length === 0,

    perform(commands: readonly Command[], folded: Folded): void {
      for (const command of commands) {
        if (command.type === 'run') runStep(command, folded);
        else if (command.type === 'abort') this.abort(new Error('The execution is being stopped.'));
        else if (command.type !== 'alarm') evaluate(command, folded);
      }
    },

    abort(reason: unknown): void {
      for (const attempt of attempts.values()) attempt.abort(reason);
    },

    /** Aborts what is left and waits until it has stopped, without writing anything down. */
    async stop(reason: unknown): Promise<void> {
      this.abort(reason);
      await Promise.allSettled([...attempts.values()].map(({ finished }) => finished));
    },
  };
}

function isCurrent({ plan, state }: Folded, { node, attempt }: StepAttempt): boolean {
  const now = unitState(state, getUnit(plan, node));
  return now.status === 'running' && now.attempt === attempt;
}

function resultFact(
  { plan, state }: Folded,
  { node, attempt }: StepAttempt,
  result: AttemptResult,
  at: number,
  random: number,
): Fact {
  if ('output' in result) {
    return stageFact('stage.succeeded', { node, attempt, at }, { output: result.output });
  }
  const [interruption] =
    result.error instanceof RunnerClosed ? interruptionFacts(plan, state, [node], at) : [];
  if (interruption !== undefined) return interruption;
  return judgeFailure(plan, state, { node, ...failureOf(result.error), at, random });
}

function evaluationFailure(
  { plan, state }: Folded,
  { node }: Evaluation,
  error: unknown,
  at: number,
): Fact {
  const { failure } = failureOf(error);
  return judgeFailure(plan, state, { node, failure, retryable: false, at, random: 0 });
}
