import { executionFact, initialState } from '@quantumlayer/workflow';
import { sql } from 'drizzle-orm';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#platform/database.ts';
import { ExecutionExists } from '../domain/workflow-errors.ts';
import type { OutputStore, StartExecution, StepHandlers } from '../ports.ts';
import type { Journal } from './journal.ts';
import { readPlan } from './plans.ts';
import type { Turn } from './turns.ts';
import { executionTable } from './workflow-tables.ts';

/** Tells this process that a start it wrote in somebody's transaction has been committed. */
export const START_CHANNEL = 'workflow_start';

type Dependencies = {
  database: Database;
  journal: Journal;
  outputs: OutputStore;
  handlers: StepHandlers;
  clock: Clock;
  process: string;
  dispatch: (turn: Turn) => Promise<void>;
};

/** Writes a new execution and its first event, and has it driven once that is committed. */
export function createStarter(dependencies: Dependencies) {
  const { database, journal, outputs, handlers, clock, process, dispatch } = dependencies;

  return async ({ organisationId, executionId, definition, input, tx }: StartExecution) => {
    const plan = readPlan(definition, new Set(Object.keys(handlers)));
    const reference = await outputs.put(input ?? null);
    const now = clock();
    const { name, revision } = plan.definition;
    const row = {
      id: executionId,
      organisationId,
      definition: plan.definition,
      definitionName: name,
      definitionRevision: revision,
      status: 'queued' as const,
      seq: 0,
      epoch: 0,
      drive: 1,
      dispatch: 'requested' as const,
      dispatchAt: now,
      createdAt: now,
    };
    const data = { input: reference, definition: name, revision };
    const facts = [executionFact('execution.queued', now.getTime(), data)];
    const write = async (inner: Database) => {
      const written = await inner
        .insert(executionTable)
        .values(row)
        .onConflictDoNothing()
        .returning({ id: executionTable.id });
      if (written.length === 0) throw new ExecutionExists(executionId);
      const from = { plan, state: initialState(plan), seq: 0 };
      await journal.write(inner, { organisationId, executionId, from, facts });
      if (tx !== undefined) {
        await inner.execute(
          sql`select pg_notify(${START_CHANNEL}, ${`${process} ${executionId}`})`,
        );
      }
    };
    if (tx !== undefined) return write(tx);
    await database.transaction(write);
    journal.notify(executionId, facts.length);
    await dispatch({ executionId, drive: 1 });
  };
}
