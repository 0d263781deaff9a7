import type { ExecutionEvent, Projector } from '#modules/factory/workflows/index.ts';
import type { Database } from '#platform/database.ts';
import { appendOutbox } from '#platform/outbox/append-outbox.ts';
import { hasEnded, moveRun, type RunRecord } from './domain/run.ts';
import type { DropRecorder, Outputs, RunRepository } from './ports.ts';
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
    if (event.type === 'stage.progress' || event.type === 'execution.queued') return;
    const run = await runs.findIn(tx, event.organisationId, event.executionId);
    if (run === null) return;
    const result = resultOf(event);
    if (result !== null) {
      const digest = await outputs.digestOf(result.output);
      await recordResult(tx, drops, { run, event, stage: result.stage, digest });
    }
    if (run.status === state.status) return;
    const failure = presentFailure(state.failure);
    const moved = moveRun(run, { status: state.status, at: event.at, failure });
    await runs.save(tx, moved);
    if (hasEnded(moved.status)) await announceEnd(tx, moved);
  };
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
