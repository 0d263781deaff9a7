import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { type Fence, fenceConditions } from './fence.ts';
import type { ExecutionRow } from './folded.ts';
import { executionTable } from './workflow-tables.ts';

/** A turn at driving an execution that somebody has to be told of. */
export type Turn = { executionId: string; drive: number };

export type Turns = ReturnType<typeof createTurns>;

/** Who may drive which execution, kept in the execution's row. */
export function createTurns(database: Database) {
  const turn = { executionId: executionTable.id, drive: executionTable.drive };

  return {
    /** Null when the turn is over: somebody else drives, or nobody needs to. */
    async claim(
      { executionId, drive }: Turn,
      process: string,
      now: Date,
    ): Promise<ExecutionRow | null> {
      const rows = await database
        .update(executionTable)
        .set({ dispatch: 'driving', process, wakeAt: null, dispatchAt: now })
        .where(
          and(
            eq(executionTable.id, executionId),
            eq(executionTable.drive, drive),
            inArray(executionTable.dispatch, ['requested', 'queued', 'driving']),
          ),
        )
        .returning();
      return rows[0] ?? null;
    },

    async markQueued({ executionId, drive }: Turn): Promise<void> {
      await database
        .update(executionTable)
        .set({ dispatch: 'queued' })
        .where(
          and(
            eq(executionTable.id, executionId),
            eq(executionTable.drive, drive),
            eq(executionTable.dispatch, 'requested'),
          ),
        );
    },

    /** Ends a turn, if nothing was written since `seq`; the next begins at `wakeAt` or with a signal. */
    async release(executionId: string, fence: Fence, seq: number, wakeAt: Date | null) {
      const rows = await database
        .update(executionTable)
        .set({ dispatch: 'idle', process: null, wakeAt })
        .where(
          and(
            eq(executionTable.id, executionId),
            eq(executionTable.seq, seq),
            ...fenceConditions(fence),
          ),
        )
        .returning(turn);
      return rows.length === 1;
    },

    /** Ends a turn that could not be finished, whatever was written; the next begins at `wakeAt`, in any process. */
    async postpone(executionId: string, fence: Fence, wakeAt: Date): Promise<void> {
      await database
        .update(executionTable)
        .set({ dispatch: 'idle', process: null, wakeAt })
        .where(and(eq(executionTable.id, executionId), ...fenceConditions(fence)));
    },

    /** Gives a turn back unfinished, for another process. */
    async handOver(executionId: string, fence: Fence, now: Date): Promise<void> {
      await database
        .update(executionTable)
        .set({ dispatch: 'requested', process: null, drive: fence.drive + 1, dispatchAt: now })
        .where(and(eq(executionTable.id, executionId), ...fenceConditions(fence)));
    },
  };
}
