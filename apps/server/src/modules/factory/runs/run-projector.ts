import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { ExecutionEvent, Projector } from '#modules/factory/workflows/index.ts';
import type { Database } from '#platform/database.ts';
import { appendOutbox } from '#platform/outbox/append-outbox.ts';
import { hasEnded, moveRun, type RunRecord, stageOfNode } from './domain/run.ts';
import {
  forgetHighlights,
  hasHighlights,
  highlightsOf,
  type RunHighlights,
} from './domain/run-highlights.ts';
import { checksOf, moveOf } from './domain/stage-attempt.ts';
import type { DropRecorder, Outputs, RunProgress, RunRepository, StageAttempts } from './ports.ts';
import { presentFailure } from './present-run.ts';

const OUTPUT_MEDIA_TYPE = 'application/json';
const failureSchema = z.object({ code: z.string(), details: z.unknown().optional() });

/**
 * Moves the run's row and records the drop of a finished stage in the very transaction that appends the event
 * behind it: journal, run and drops can never disagree.
 */
export function createRunProjector(
  runs: RunRepository,
  attempts: StageAttempts,
  drops: DropRecorder,
  outputs: Outputs,
): Projector {
  return async (tx, event, state) => {
    if (event.type === 'execution.queued') return;
    if (event.type === 'stage.progress') return await runs.saveProgress(tx, progressOf(event));
    const run = await runs.findIn(tx, event.organisationId, event.executionId);
    if (run === null) return;
    const result = resultOf(event);
    if (result !== null) {
      const digest = await outputs.digestOf(result.output);
      await recordResult(tx, drops, { run, event, stage: result.stage, digest });
    }
    const told = await listen(event, result, outputs);
    await recordAttempt(tx, attempts, { event, told });
    const shown = { ...run, ...stageShown(event), ...forgotten(event), ...highlightsOf(told) };
    const failure = presentFailure(state.failure);
    const moved =
      run.status === state.status
        ? shown
        : moveRun(shown, { status: state.status, at: event.at, failure });
    if (isDeepStrictEqual(run, moved)) return;
    await runs.save(tx, moved);
    if (run.status !== moved.status && hasEnded(moved.status)) await announceEnd(tx, moved);
  };
}

function progressOf({ organisationId, executionId, node, data }: ExecutionEvent): RunProgress {
  return {
    organisationId,
    id: executionId,
    stageKey: node === null ? null : stageOfNode(node),
    stageMessage: typeof data.message === 'string' ? data.message : null,
  };
}

/** A stage that begins is the one to show; its members say nothing of their own. */
function stageShown({ type, node }: ExecutionEvent): Partial<RunRecord> {
  if (moveOf(type)?.type !== 'begin' || node === null || node.includes('/')) return {};
  return { stageKey: node, stageMessage: null };
}

function forgotten({ type, data }: ExecutionEvent): Partial<RunHighlights> {
  return type === 'execution.retried' ? forgetHighlights(String(data.stage)) : {};
}

/** What the event says of the stage's work: its output where that can hold something to show, or why it failed. */
async function listen(
  { type, data }: ExecutionEvent,
  result: Result | null,
  outputs: Outputs,
): Promise<unknown> {
  if (result !== null && hasHighlights(result.stage)) return await outputs.get(result.output);
  return type === 'stage.failed' ? failureIn(data)?.details : undefined;
}

function failureIn({ failure }: ExecutionEvent['data']) {
  return failureSchema.safeParse(failure).data;
}

async function recordAttempt(
  tx: Database,
  attempts: StageAttempts,
  { event, told }: { event: ExecutionEvent; told: unknown },
): Promise<void> {
  const { organisationId, executionId, type, node, attempt, at, data } = event;
  const move = moveOf(type);
  if (move === null || node === null || node.includes('/')) return;
  const key = { organisationId, runId: executionId, stage: node, attempt };
  const nothing = { finishedAt: null, failure: null, checks: null };
  if (move.type === 'begin') {
    const { kind, status } = move;
    return await attempts.begin(tx, { ...key, kind, status, startedAt: at, ...nothing });
  }
  const failure = failureIn(data)?.code ?? null;
  const ended = { status: move.status, finishedAt: at, failure, checks: checksOf(told) };
  await attempts.end(tx, { ...key, ...ended });
}

type Result = { stage: string; output: string };

/** The output that a whole stage got by this event. Members of a map (`code/3`) are parts, not results. */
function resultOf({ type, node, data }: ExecutionEvent): Result | null {
  if (type === 'stage.modified') return result(data.of, data.replacement);
  if (type === 'stage.succeeded' && node?.includes('/') === false) return result(node, data.output);
  return null;
}

function result(stage: unknown, output: unknown): Result | null {
  return typeof stage === 'string' && typeof output === 'string' ? { stage, output } : null;
}

async function recordResult(
  tx: Database,
  drops: DropRecorder,
  {
    run,
    event,
    ...result
  }: { run: RunRecord; event: ExecutionEvent; stage: string; digest: string },
): Promise<void> {
  await drops.recordDrop(tx, {
    ...result,
    organisationId: run.organisationId,
    projectId: run.projectId,
    runId: run.id,
    key: String(event.seq),
    mediaType: OUTPUT_MEDIA_TYPE,
  });
}

/** Tells the rest of the product that a run has ended, exactly when it has. */
async function announceEnd(tx: Database, run: RunRecord): Promise<void> {
  const { id, organisationId, projectId, status, workedMs, failure } = run;
  await appendOutbox(tx, {
    organisationId,
    aggregate: id,
    type: 'run.finished',
    payload: {
      projectId,
      status,
      durationMs: workedMs,
      failure: failure?.code ?? null,
    },
  });
}
