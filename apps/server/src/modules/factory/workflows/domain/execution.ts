import type { RunStatus, StageStatus } from '@quantumlayer/contracts';
import type { Failure, StageFailure } from '@quantumlayer/workflow';

/** One unit of a graph as it stands: a node, or a member of a parallel or map. */
export type ExecutionNode = {
  /** `code`, or `code/backend` for a member. */
  key: string;
  title: string;
  kind: 'step' | 'parallel' | 'map' | 'branch' | 'checkpoint' | 'timer' | 'member';
  status: StageStatus;
  attempts: number;
  startedAt: Date | null;
  finishedAt: Date | null;
  message: string | null;
  /** Reference into the output store; null while there is none. */
  output: string | null;
  failure: Failure | null;
  /** When a timer or the next attempt is due. */
  dueAt: Date | null;
  members: ExecutionNode[];
  /** Keys of the nodes it waits for; empty for a member. */
  after: string[];
};

export type ExecutionSummary = {
  organisationId: string;
  id: string;
  definition: { name: string; revision: number };
  status: RunStatus;
  /** Starts at 0 and grows with each retry from a stage. */
  epoch: number;
  /** Number of the last event. */
  seq: number;
  failure: StageFailure | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
};

export type Execution = ExecutionSummary & { nodes: ExecutionNode[] };

export type ExecutionQuery = {
  status?: RunStatus | undefined;
  definition?: string | undefined;
  /** 1 to 200; 50 when absent. */
  limit?: number | undefined;
  cursor?: string | undefined;
};
