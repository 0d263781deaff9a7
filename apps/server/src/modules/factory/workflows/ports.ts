import type { Page, RunSignal, WorkflowDraft } from '@quantumlayer/contracts';
import type { ExecutionState } from '@quantumlayer/workflow';
import type { Database } from '#platform/database.ts';
import type { Execution, ExecutionQuery, ExecutionSummary } from './domain/execution.ts';

/** What a handler is given. `signal` aborts on cancel, timeout, failure elsewhere and shutdown: stop at once. */
export type StepContext = {
  organisationId: string;
  executionId: string;
  /** `code`, or `code/backend` for a member of a parallel or map. */
  node: string;
  attempt: number;
  /** Equal for all attempts at the same work, unless the definition says otherwise. */
  idempotencyKey: string;
  inputs: Record<string, unknown>;
  signal: AbortSignal;
  /** Shows what is happening now; cheap, may be called often, never fails. */
  progress(message: string, data?: Record<string, unknown>): void;
};

/**
 * Does the work of a stage and returns its JSON-serialisable output. May be called again for the same
 * `idempotencyKey` after a crash. A thrown error with `retryable: false` fails the stage at once.
 */
export type StepHandler = (context: StepContext) => Promise<unknown>;
export type StepHandlers = Readonly<Record<string, StepHandler>>;

/** By name of the handler: throws when a person's replacement of its output cannot be used; may return a cleaned one. */
export type OutputValidators = Readonly<Record<string, (output: unknown) => unknown>>;

export type ExecutionEvent = {
  organisationId: string;
  executionId: string;
  /** Grows by one within an execution. */
  seq: number;
  type: string;
  node: string | null;
  attempt: number;
  at: Date;
  data: Record<string, unknown>;
};

/** Runs in the transaction that appends the event; `state` is the state after it. A throw undoes the append. */
export type Projector = (
  tx: Database,
  event: ExecutionEvent,
  state: ExecutionState,
) => Promise<void>;

/** Keeps outputs of stages outside the journal. Equal values may share a reference. */
export interface OutputStore {
  put(value: unknown): Promise<string>;
  get(reference: string): Promise<unknown>;
}

export type StartExecution = {
  organisationId: string;
  executionId: string;
  definition: WorkflowDraft;
  input: unknown;
  /** Writes the execution in the caller's transaction; it starts when that commits. */
  tx?: Database;
};

/** Runs workflow definitions durably. Every adapter passes `workflow-runner.contract.ts` without skips. */
export interface WorkflowRunner {
  /** Throws `WorkflowInvalid` for a definition that cannot finish, `ExecutionExists` for a used id. */
  start(request: StartExecution): Promise<void>;
  get(organisationId: string, executionId: string): Promise<Execution>;
  /** Newest first. */
  list(organisationId: string, query: ExecutionQuery): Promise<Page<ExecutionSummary>>;
  /** All events after `afterSeq`, then live ones, each once and in order, until the execution has ended. */
  events(
    organisationId: string,
    executionId: string,
    afterSeq: number,
    options?: { signal?: AbortSignal },
  ): AsyncIterable<ExecutionEvent>;
  /** What an execution was started with. */
  input(organisationId: string, executionId: string): Promise<unknown>;
  /** The value a stage produced; throws `OutputNotReady` before. */
  output(organisationId: string, executionId: string, node: string): Promise<unknown>;
  /**
   * Answers a checkpoint, named by itself or by the stage it checks, or pauses and resumes the whole.
   * Throws `ExecutionNotFound`, `StageNotFound`, `StageNotWaiting`, `ExecutionEnded`, `OutputRefused`.
   */
  signal(organisationId: string, executionId: string, signal: RunSignal): Promise<void>;
  /** Aborts running steps; the execution ends as cancelled when they have stopped. */
  cancel(organisationId: string, executionId: string): Promise<void>;
  /** Runs a stage of an ended execution and everything downstream again; results of the others are kept. */
  retry(organisationId: string, executionId: string, node: string): Promise<void>;
  /** Whether anything goes on by itself, now or when an alarm is due: false when all wait for people. */
  hasWork(): Promise<boolean>;
  /** Takes no more work, gives running steps a moment, leaves the rest to the next process. */
  close(): Promise<void>;
}
