import { type Fact, getUnit, workOf } from '@quantumlayer/workflow';
import type { Clock } from '#kernel/clock.ts';
import { StageTimedOut } from '../domain/workflow-errors.ts';
import type { StepContext, StepHandlers } from '../ports.ts';
import type { Folded } from './folded.ts';
import { createProgressBuffer } from './progress-buffer.ts';
import { readInputs, type Values } from './step-inputs.ts';

export type AttemptResult = { output: string } | { error: unknown };

/** A handler at work. */
export type StepAttempt = {
  node: string;
  attempt: number;
  finished: Promise<AttemptResult>;
  abort(reason: unknown): void;
  takeProgress(): Fact[];
};

export type AttemptDependencies = {
  handlers: StepHandlers;
  values: Values;
  clock: Clock;
  /** How long an aborted handler may take to stop before it is left alone. */
  graceMs: number;
  onProgress: () => void;
};

type Request = {
  organisationId: string;
  executionId: string;
  node: string;
  attempt: number;
  folded: Folded;
};

/** Starts the handler of a unit; it ends with an output, an error, or, once aborted, after the grace at the latest. */
export function startAttempt(request: Request, dependencies: AttemptDependencies): StepAttempt {
  const { node, attempt, folded } = request;
  const { clock, onProgress, graceMs } = dependencies;
  const unit = getUnit(folded.plan, node);
  const controller = new AbortController();
  const progress = createProgressBuffer({ node, attempt, clock, onBatch: onProgress });
  const limit = workOf(unit)?.timeoutMs;
  const timer =
    limit === undefined
      ? null
      : setTimeout(() => controller.abort(new StageTimedOut(node, limit)), limit);

  const work = async (): Promise<AttemptResult> => {
    const inputs = await readInputs(dependencies.values, folded, unit, node);
    // Aborted before it began: a handler that only listens would never hear of it.
    controller.signal.throwIfAborted();
    const context = makeContext(request, inputs, controller.signal, progress.add);
    const handler = handlerOf(dependencies.handlers, workOf(unit)?.handler ?? '');
    const value = await handler(context);
    // A handler that went on after its abort is too late, whatever it returns.
    controller.signal.throwIfAborted();
    return { output: await dependencies.values.put(value) };
  };

  const finished = Promise.race([
    work().catch((error: unknown) => ({
      error: controller.signal.aborted ? controller.signal.reason : error,
    })),
    afterAbort(controller.signal, graceMs),
  ]).finally(() => {
    if (timer !== null) clearTimeout(timer);
    progress.close();
  });
  return {
    node,
    attempt,
    finished,
    abort: (reason) => controller.abort(reason),
    takeProgress: progress.take,
  };
}

function handlerOf(handlers: StepHandlers, name: string) {
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (handler !== undefined) return handler;
  const error = new Error(`This process has no handler "${name}"; start one that has.`);
  throw Object.assign(error, { retryable: false });
}

async function afterAbort(signal: AbortSignal, graceMs: number): Promise<AttemptResult> {
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await new Promise((resolve) => setTimeout(resolve, graceMs).unref());
  return { error: signal.reason };
}

function makeContext(
  { organisationId, executionId, node, attempt, folded }: Request,
  inputs: Record<string, unknown>,
  signal: AbortSignal,
  progress: StepContext['progress'],
): StepContext {
  const { plan, state } = folded;
  const template = workOf(getUnit(plan, node))?.idempotencyKey ?? '{executionId}/{node}/{epoch}';
  const values: Record<string, string> = {
    executionId,
    node,
    epoch: String(state.epoch),
    attempt: String(attempt),
  };
  const idempotencyKey = template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return { organisationId, executionId, node, attempt, idempotencyKey, inputs, signal, progress };
}
