import type { Fact } from '@quantumlayer/workflow';
import type { DriverDependencies } from './driver-dependencies.ts';
import type { Fence } from './fence.ts';
import type { ExecutionRow, Folded } from './folded.ts';
import { persist } from './persist.ts';

/** Where a driver stands in the journal, and whether there is more. */
export function createPlace(
  { organisationId, id: executionId }: ExecutionRow,
  start: Folded,
  fence: Fence,
  { journal, log }: Pick<DriverDependencies, 'journal' | 'log'>,
) {
  let current = start;
  let newest = start.seq;

  return {
    folded: () => current,
    isBehind: () => newest > current.seq,

    /** Null: there may be news. */
    hear(seq: number | null): void {
      newest = Math.max(newest, seq ?? current.seq + 1);
    },

    /** Reads what somebody else wrote. False when that was a driver who took over. */
    async catchUp(): Promise<boolean> {
      const head = await journal.head(executionId);
      if (head?.drive !== fence.drive || head.process !== fence.process) return false;
      const known = newest;
      current = await journal.catchUp(executionId, current);
      if (newest === known) newest = current.seq;
      return true;
    },

    /** False when somebody else wrote first. */
    async append(facts: readonly Fact[]): Promise<boolean> {
      if (facts.length === 0) return true;
      const append = { organisationId, executionId, from: current, facts, fence };
      const appended = await persist(() => journal.append(append), log);
      if (appended !== null) current = appended.folded;
      return appended !== null;
    },
  };
}
