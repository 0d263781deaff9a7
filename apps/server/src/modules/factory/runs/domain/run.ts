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
  /** Spent on it before `workingSince`: the clock stands while it is queued, waits, is paused or has ended. */
  readonly workedMs: number;
  /** Since when the clock runs; null while it stands. */
  readonly workingSince: Date | null;
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
    workedMs: 0,
    workingSince: null,
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
    workedMs: workedUntil(run, at),
    workingSince: status === 'running' ? at : null,
    failure: status === 'failed' ? failure : null,
  };
}

function workedUntil({ workedMs, workingSince }: RunRecord, at: Date): number {
  const spell = workingSince === null ? 0 : at.getTime() - workingSince.getTime();
  return workedMs + Math.max(0, spell);
}

/** `code` for `code/3`: the member of a stage is shown as the stage. */
export function stageOfNode(node: string): string {
  return node.split('/', 1)[0] ?? node;
}
