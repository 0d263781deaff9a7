import { eq, sql } from 'drizzle-orm';
import { executionTable } from './workflow-tables.ts';

/** Proof of the right to drive: the number of the turn and the process that took it. */
export type Fence = { drive: number; process: string };

export function fenceConditions({ drive, process }: Fence) {
  return [
    eq(executionTable.drive, drive),
    eq(executionTable.process, process),
    eq(executionTable.dispatch, 'driving'),
  ];
}

/** Asks for the next drive, unless one is asked for or under way. */
export function requestDrive(now: Date) {
  const { dispatch, drive, dispatchAt } = executionTable;
  const isIdle = sql`${dispatch} = 'idle'`;
  return {
    dispatch: sql`case when ${isIdle} then 'requested' else ${dispatch} end`,
    drive: sql`case when ${isIdle} then ${drive} + 1 else ${drive} end`,
    dispatchAt: sql`case when ${isIdle} then ${now.toISOString()}::timestamptz else ${dispatchAt} end`,
    wakeAt: null,
  };
}
