import type { ExecutionState, Fact, WorkflowPlan } from '@quantumlayer/workflow';
import type { Fence } from './fence.ts';
import type { executionTable } from './workflow-tables.ts';

export type ExecutionRow = typeof executionTable.$inferSelect;

export type ExecutionHead = Pick<
  ExecutionRow,
  'organisationId' | 'status' | 'seq' | 'drive' | 'process'
>;

/** The journal folded up to `seq`. */
export type Folded = { plan: WorkflowPlan; state: ExecutionState; seq: number };

export type Append = {
  organisationId: string;
  executionId: string;
  from: Folded;
  facts: readonly Fact[];
  /** Absent for a person's signal, which needs only to be the next to write. */
  fence?: Fence;
  /** Asks for a driver in the same transaction when nobody drives. */
  request?: Date;
};

export type Appended = { folded: Folded; requested: number | null };
