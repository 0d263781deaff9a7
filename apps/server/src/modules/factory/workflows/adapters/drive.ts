import { type Decision, hasEnded } from '@quantumlayer/workflow';
import { RunnerClosed } from '../domain/workflow-errors.ts';
import { createDoorbell } from './doorbell.ts';
import { createDriveWork } from './drive-work.ts';
import type { DriverDependencies } from './driver-dependencies.ts';
import type { Fence } from './fence.ts';
import type { ExecutionRow, Folded } from './folded.ts';
import { interruptAll, judge, nearestAlarm } from './judge.ts';
import { createPlace } from './place.ts';

/** The turn of one process at one execution. */
export function createDrive(row: ExecutionRow, start: Folded, dependencies: DriverDependencies) {
  const { turns, clock, closing } = dependencies;
  const fence: Fence = { drive: row.drive, process: dependencies.process };
  const doorbell = createDoorbell();
  const work = createDriveWork(row, dependencies, doorbell.ring);
  const place = createPlace(row, start, fence, dependencies);
  let drainUntil: number | null = null;

  /** Writes down what arrived and what follows from it; null when somebody else wrote first. */
  async function record(at: number): Promise<Decision | null> {
    const arrivals = [...work.inbox];
    const decision = judge(place.folded(), arrivals, at, closing.aborted);
    if (!(await place.append(decision.facts))) return null;
    work.inbox.splice(0, arrivals.length);
    return decision;
  }

  /** Nothing is under way: waits for a near alarm, or ends the turn. True when the turn is over. */
  async function rest(at: number): Promise<boolean> {
    if (closing.aborted) {
      await turns.handOver(row.id, fence, clock());
      return true;
    }
    const next = nearestAlarm(place.folded());
    if (next !== null && next - at <= dependencies.patienceMs) {
      await doorbell.wait(next - at);
      return false;
    }
    const wakeAt = next === null ? null : new Date(next);
    if (!(await turns.release(row.id, fence, place.folded().seq, wakeAt)))
      return !(await place.catchUp());
    if (wakeAt !== null) dependencies.wakeAt(row.id, wakeAt);
    return true;
  }

  /** How long to wait for the steps under way, before looking at the clock again. */
  function waitingTime(at: number): number | null {
    if (closing.aborted) {
      drainUntil ??= at + dependencies.drainMs;
      if (at >= drainUntil) work.abort(new RunnerClosed());
      return Math.max(50, drainUntil - at);
    }
    const next = nearestAlarm(place.folded());
    return next === null ? null : next - at;
  }

  async function run(): Promise<void> {
    // Whatever was running belonged to a process that is gone.
    work.inbox.push(interruptAll);
    for (;;) {
      doorbell.reset();
      if (place.isBehind() && !(await place.catchUp())) return;
      const decision = await record(clock().getTime());
      if (decision === null) {
        if (!(await place.catchUp())) return;
        continue;
      }
      if (hasEnded(place.folded().state)) {
        // One that ended by a cancel, without its driver, still has this turn.
        await turns.release(row.id, fence, place.folded().seq, null);
        return;
      }
      work.perform(decision.commands, place.folded());
      const at = clock().getTime();
      if (!work.isIdle()) await doorbell.wait(waitingTime(at));
      else if (await rest(at)) return;
    }
  }

  return {
    run,
    wake: doorbell.ring,
    onNews(seq: number | null) {
      place.hear(seq);
      if (place.isBehind()) doorbell.ring();
    },
    stop: () => work.stop(new RunnerClosed()),
  };
}
