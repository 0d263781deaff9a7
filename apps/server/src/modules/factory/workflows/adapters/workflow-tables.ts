import type { RunStatus, WorkflowDefinition } from '@quantumlayer/contracts';
import type { StageFailure } from '@quantumlayer/workflow';
import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * Who works on an execution: `idle` nobody needs to, `requested` somebody must be told, `queued` the dispatcher knows,
 * `driving` the process in `process` does. `drive` numbers the turns; with `process` it is the fence of the journal.
 */
export type DispatchState = 'idle' | 'requested' | 'queued' | 'driving';

export const executionTable = pgTable('workflow_execution', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  definition: jsonb('definition').$type<WorkflowDefinition>().notNull(),
  definitionName: text('definition_name').notNull(),
  definitionRevision: integer('definition_revision').notNull(),
  status: text('status').$type<RunStatus>().notNull(),
  seq: integer('seq').notNull(),
  epoch: integer('epoch').notNull(),
  failure: jsonb('failure').$type<StageFailure>(),
  drive: integer('drive').notNull(),
  dispatch: text('dispatch').$type<DispatchState>().notNull(),
  dispatchAt: instant('dispatch_at').notNull(),
  process: text('process'),
  wakeAt: instant('wake_at'),
  createdAt: instant('created_at').notNull(),
  startedAt: instant('started_at'),
  finishedAt: instant('finished_at'),
});

export const eventTable = pgTable(
  'workflow_event',
  {
    organisationId: text('organisation_id').notNull(),
    executionId: text('execution_id').notNull(),
    seq: integer('seq').notNull(),
    type: text('type').notNull(),
    node: text('node'),
    attempt: integer('attempt').notNull(),
    at: instant('at').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.executionId, table.seq] })],
);

/** Processes that run workflows; one that was not seen for a while is dead. */
export const processTable = pgTable('workflow_process', {
  id: text('id').primaryKey(),
  seenAt: instant('seen_at').notNull(),
});
