import { isDeepStrictEqual } from 'node:util';
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
import type { DropRecorder, Outputs, RunProgress, RunRepository } from './ports.ts';
import { presentFailure } from './present-run.ts';

const OUTPUT_MEDIA_TYPE = 'application/json';

/**
 * Moves the run's row and records the drop of a finished stage in the very transaction that appends the event
 * behind it: journal, run and drops can never disagree.
 */
export function createRunProjector(
  runs: RunRepository,
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
    const shown = { ...run, ...stageShown(event), ...(await learn(event, result, outputs)) };
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

const beginnings: readonly string[] = ['stage.started', 'stage.waiting'];

/** A stage that begins is the one to show; its members say nothing of their own. */
function stageShown({ type, node }: ExecutionEvent): Partial<RunRecord> {
  if (!beginnings.includes(type) || node === null || node.includes('/')) return {};
  return { stageKey: node, stageMessage: null };
}

async function learn(
  { type, data }: ExecutionEvent,
  result: Result | null,
  outputs: Outputs,
): Promise<Partial<RunHighlights>> {
  if (result !== null) {
    return hasHighlights(result.stage) ? highlightsOf(await outputs.get(result.output)) : {};
  }
  if (type === 'execution.retried') return forgetHighlights(String(data.stage));
  return type === 'stage.failed' ? highlightsOf(failureDetails(data)) : {};
}

function failureDetails({ failure }: ExecutionEvent['data']): unknown {
  return typeof failure === 'object' && failure !== null && 'details' in failure
    ? failure.details
    : undefined;
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
  const { id, organisationId, projectId, status, startedAt, finishedAt, failure } = run;
  const from = startedAt?.getTime() ?? finishedAt?.getTime() ?? 0;
  await appendOutbox(tx, {
    organisationId,
    aggregate: id,
    type: 'run.finished',
    payload: {
      projectId,
      status,
      durationMs: (finishedAt?.getTime() ?? from) - from,
      failure: failure?.code ?? null,
    },
  });
}
