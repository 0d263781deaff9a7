import type { RunFailure, RunOptions, RunStatus } from '@quantumlayer/contracts';
import { noHighlights, type RunHighlights } from './run-highlights.ts';

/** What the runs module keeps of a run; its stages live in the workflow journal. */
export type RunRecord = RunHighlights & {
  readonly id: string;
  readonly organisationId: string;
  readonly projectId: string;
  readonly prompt: string;
  readonly options: RunOptions;
  readonly status: RunStatus;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly failure: RunFailure | null;
  /** The stage that is under way, or was last. */
  readonly stageKey: string | null;
  /** Its last progress line. */
  readonly stageMessage: string | null;
};

type NewRun = Pick<RunRecord, 'id' | 'organisationId' | 'projectId' | 'prompt' | 'options'> & {
  now: Date;
};

export function queueRun({ now, ...given }: NewRun): RunRecord {
  return {
    ...given,
    status: 'queued',
    createdAt: now,
    startedAt: null,
    finishedAt: null,
    failure: null,
    stageKey: null,
    stageMessage: null,
    ...noHighlights,
  };
}

const ended: readonly RunStatus[] = ['succeeded', 'failed', 'cancelled'];

export function hasEnded(status: RunStatus): boolean {
  return ended.includes(status);
}

/** The run after its execution moved to `status` at `at`; a retried run loses its end and its failure. */
export function moveRun(
  run: RunRecord,
  { status, at, failure }: { status: RunStatus; at: Date; failure: RunFailure | null },
): RunRecord {
  return {
    ...run,
    status,
    startedAt: run.startedAt ?? (status === 'queued' ? null : at),
    finishedAt: hasEnded(status) ? at : null,
    failure: status === 'failed' ? failure : null,
  };
}

/** `code` for `code/3`: the member of a stage is shown as the stage. */
export function stageOfNode(node: string): string {
  return node.split('/', 1)[0] ?? node;
}
