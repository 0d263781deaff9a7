import { and, eq, lt, lte, not, notExists, or, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { requestDrive } from './fence.ts';
import type { Turn } from './turns.ts';
import { executionTable, processTable } from './workflow-tables.ts';

/** So long a turn that was just claimed cannot be lost yet. */
const SETTLED_AFTER_MS = 1_000;

export type LostTurns = ReturnType<typeof createLostTurns>;

const turn = { executionId: executionTable.id, drive: executionTable.drive };

/** Turns that nobody is at, though somebody should be. */
export function createLostTurns(database: Database) {
  return {
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
    takeOver: (process: string, active: readonly string[], now: Date) =>
      takeOver(database, process, active, now),
  };
}

async function takeOver(
  database: Database,
  process: string,
  active: readonly string[],
  now: Date,
): Promise<Turn[]> {
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
}
