import { eq, inArray, ne, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { processTable } from './workflow-tables.ts';

export type Liveness = ReturnType<typeof createLiveness>;

/** Which processes are alive, by the clock of the database alone. */
export function createLiveness(database: Database, process: string, deadAfterMs: number) {
  const silent = sql`${processTable.seenAt} < now() - ${`${deadAfterMs} milliseconds`}::interval`;

  return {
    async beat(): Promise<void> {
      await database
        .insert(processTable)
        .values({ id: process, seenAt: sql`now()` })
        .onConflictDoUpdate({ target: processTable.id, set: { seenAt: sql`now()` } });
    },

    /**
     * Buries processes that are gone; one living process does it, and when that dies over it, the next. An exclusive
     * process, the only one that can be, knows that all others are gone.
     */
    async buryDead(exclusive: boolean, bury: (ids: string[]) => Promise<unknown>): Promise<void> {
      const claimed = await database
        .update(processTable)
        .set({ seenAt: sql`now()` })
        .where(exclusive ? ne(processTable.id, process) : silent)
        .returning({ id: processTable.id });
      const ids = claimed.map(({ id }) => id);
      if (ids.length === 0) return;
      await bury(ids);
      await database.delete(processTable).where(inArray(processTable.id, ids));
    },

    async leave(): Promise<void> {
      await database.delete(processTable).where(eq(processTable.id, process));
    },
  };
}
