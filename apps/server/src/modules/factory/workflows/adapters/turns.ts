import { and, eq, inArray, lt, lte, not, notExists, or, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { type Fence, fenceConditions, requestDrive } from './fence.ts';
import type { ExecutionRow } from './folded.ts';
import { executionTable, processTable } from './workflow-tables.ts';

/** A turn at driving an execution that somebody has to be told of. */
export type Turn = { executionId: string; drive: number };

const SETTLED_AFTER_MS = 1_000;

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

    /** Gives a turn back unfinished, for another process. */
    async handOver(executionId: string, fence: Fence, now: Date): Promise<void> {
      await database
        .update(executionTable)
        .set({ dispatch: 'requested', process: null, drive: fence.drive + 1, dispatchAt: now })
        .where(and(eq(executionTable.id, executionId), ...fenceConditions(fence)));
    },

    /** Turns whose alarm is due. */
    async wake(now: Date): Promise<Turn[]> {
      return database
        .update(executionTable)
        .set(requestDrive(now))
        .where(and(lte(executionTable.wakeAt, now), eq(executionTable.dispatch, 'idle')))
        .returning(turn);
    },

    /** Turns that somebody asked for and nobody was told of: their process died in between. */
    async forgotten(before: Date): Promise<Turn[]> {
      return database
        .select(turn)
        .from(executionTable)
        .where(and(eq(executionTable.dispatch, 'requested'), lt(executionTable.dispatchAt, before)))
        .limit(200);
    },

    /** Turns that were queued and not begun since. */
    async queued(before: Date): Promise<Turn[]> {
      return database
        .select(turn)
        .from(executionTable)
        .where(and(eq(executionTable.dispatch, 'queued'), lt(executionTable.dispatchAt, before)))
        .limit(200);
    },

    /** Replaces a queued turn by the next one; null when it was begun meanwhile. */
    async renew({ executionId, drive }: Turn, now: Date): Promise<Turn | null> {
      const rows = await database
        .update(executionTable)
        .set({ dispatch: 'requested', drive: drive + 1, dispatchAt: now })
        .where(
          and(
            eq(executionTable.id, executionId),
            eq(executionTable.drive, drive),
            eq(executionTable.dispatch, 'queued'),
          ),
        )
        .returning(turn);
      return rows[0] ?? null;
    },

    /** Takes turns from processes that are gone, and those this process lost track of. */
    async takeOver(process: string, active: readonly string[], now: Date): Promise<Turn[]> {
      const living = database
        .select({ one: sql`1` })
        .from(processTable)
        .where(eq(processTable.id, executionTable.process));
      const isActive =
        active.length === 0
          ? sql`false`
          : sql`${executionTable.id} = any(${sql.param([...active])}::text[])`;
      // One that was claimed while this statement was on its way is not among the active ones yet.
      const before = new Date(now.getTime() - SETTLED_AFTER_MS);
      const isLost = and(
        eq(executionTable.process, process),
        lt(executionTable.dispatchAt, before),
        not(isActive),
      );
      return database
        .update(executionTable)
        .set({
          dispatch: 'requested',
          process: null,
          drive: sql`${executionTable.drive} + 1`,
          dispatchAt: now,
        })
        .where(and(eq(executionTable.dispatch, 'driving'), or(notExists(living), isLost)))
        .returning(turn);
    },
  };
}
