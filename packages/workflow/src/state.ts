import type { RunStatus, StageStatus } from '@quantumlayer/contracts';

/** Why a stage failed, in words a person can act on. */
export type Failure = {
  code: string;
  message: string;
  next?: string;
  details?: Record<string, unknown>;
};

export type StageFailure = Failure & { stage: string | null };

/** A node of the graph, or one member of a parallel or map, in the present epoch. */
export type NodeState = {
  readonly status: StageStatus;
  /** Number of the latest attempt; counts on over interruptions and epochs, so no two attempts share a number. */
  readonly attempt: number;
  /** Attempts that count against the retry profile; an interruption gives its attempt back. */
  readonly tries: number;
  readonly interruptions: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  /** When a timer or the next attempt is due. */
  readonly dueAt: number | null;
  readonly message: string | null;
  /** Reference into the output store; null stands for the value null. */
  readonly output: string | null;
  readonly failure: Failure | null;
  /** The exit a branch took. */
  readonly exit: string | null;
  readonly group: GroupState | null;
};

export type GroupState = {
  readonly children: readonly NodeState[];
  /** Children before it have been started at least once. */
  readonly cursor: number;
  /** Started and not settled. */
  readonly active: number;
  readonly done: number;
};

export type Alarm = { readonly node: string; readonly at: number };

/** What the journal adds up to. Lists hold what is unfinished only, so a step costs the same in a long run. */
export type ExecutionState = {
  readonly status: RunStatus;
  readonly epoch: number;
  readonly input: string | null;
  readonly paused: boolean;
  readonly stopping: 'failed' | 'cancelled' | null;
  readonly failure: StageFailure | null;
  readonly queuedAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  /** In the order of the definition. */
  readonly nodes: readonly NodeState[];
  /** Units that may start or be skipped now. */
  readonly ready: readonly string[];
  /** Branches being decided; parallels and maps that are not finished. */
  readonly evaluating: readonly string[];
  readonly alarms: readonly Alarm[];
  /** Steps whose handler was started. */
  readonly running: number;
  /** Checkpoints waiting for a person. */
  readonly waiting: number;
  /** Top-level nodes not settled yet. */
  readonly open: number;
};

export const PENDING_NODE: NodeState = {
  status: 'pending',
  attempt: 0,
  tries: 0,
  interruptions: 0,
  startedAt: null,
  finishedAt: null,
  dueAt: null,
  message: null,
  output: null,
  failure: null,
  exit: null,
  group: null,
};

const endings: ReadonlySet<RunStatus> = new Set(['succeeded', 'failed', 'cancelled']);

export function hasEnded(state: Pick<ExecutionState, 'status'>): boolean {
  return endings.has(state.status);
}

export function isSettled(node: NodeState): boolean {
  return node.status === 'succeeded' || node.status === 'skipped';
}
