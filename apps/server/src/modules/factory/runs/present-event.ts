import type { RunEvent } from '@quantumlayer/contracts';
import type { ExecutionEvent } from '#modules/factory/workflows/index.ts';

/** A line of the workflow journal as the API shows it; an `execution` is called a run there. */
export function presentEvent(event: ExecutionEvent): RunEvent {
  return {
    id: event.seq,
    runId: event.executionId,
    type: event.type.replace(/^execution\./, 'run.'),
    stage: event.node,
    at: event.at.toISOString(),
    data: { ...event.data, ...(event.node !== null && { attempt: event.attempt }) },
  };
}
