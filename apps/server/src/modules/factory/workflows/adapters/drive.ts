import {
  type Decision,
  decide,
  evolve,
  type Fact,
  getUnit,
  hasEnded,
  interruptionFacts,
  runningKeys,
  stageFact,
  unitState,
} from '@quantumlayer/workflow';
import { RunnerClosed } from '../domain/workflow-errors.ts';
import { type Arrival, createDriveWork } from './drive-work.ts';
import type { DriverDependencies } from './driver-dependencies.ts';
import type { Fence } from './fence.ts';
import type { ExecutionRow, Folded } from './folded.ts';
import { persist } from './persist.ts';

/** The turn of one process at one execution. */
export function createDrive(row: ExecutionRow, start: Folded, dependencies: DriverDependencies) {
  const { journal, turns, clock, closing } = dependencies;
  const fence: Fence = { drive: row.drive, process: dependencies.process };
  const doorbell = createDoorbell();
  const work = createDriveWork(row, dependencies, doorbell.ring);
  let current = start;
  let newest = start.seq;
  let drainUntil: number | null = null;

  /** Somebody else wrote: read it. False when that was a driver who took over. */
  async function catchUp(): Promise<boolean> {
    const now = await journal.head(row.id);
    if (now?.drive !== fence.drive || now.process !== fence.process) return false;
    const known = newest;
    current = await journal.catchUp(row.id, current);
    if (newest === known) newest = current.seq;
    return true;
  }

  /** Writes down what arrived and what follows from it; null when somebody else wrote first. */
  async function record(at: number): Promise<Decision | null> {
    const arrivals = [...work.inbox];
    const { facts, folded } = interpret(current, [dueAlarms, ...arrivals], at);
    const decision = closing.aborted
      ? { state: folded.state, facts: [], commands: [] }
      : decide(folded.plan, folded.state, at);
    const all = [...facts, ...decision.facts];
    if (all.length > 0) {
      const append = { ...owner(row), from: current, facts: all, fence };
      const appended = await persist(() => journal.append(append), dependencies.log);
      if (appended === null) return null;
      current = appended.folded;
    }
    work.inbox.splice(0, arrivals.length);
    return decision;
  }

  /** Nothing is under way: waits for a near alarm, or ends the turn. True when the turn is over. */
  async function rest(at: number): Promise<boolean> {
    if (closing.aborted) {
      await turns.handOver(row.id, fence, clock());
      return true;
    }
    const { paused, alarms } = current.state;
    const next = paused || alarms.length === 0 ? null : Math.min(...alarms.map((a) => a.at));
    if (next !== null && next - at <= dependencies.patienceMs) {
      await doorbell.wait(next - at);
      return false;
    }
    const wakeAt = next === null ? null : new Date(next);
    if (!(await turns.release(row.id, fence, current.seq, wakeAt))) return !(await catchUp());
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
    const { alarms, paused } = current.state;
    return paused || alarms.length === 0 ? null : Math.min(...alarms.map((a) => a.at)) - at;
  }

  async function run(): Promise<void> {
    // Whatever was running belonged to a process that is gone.
    work.inbox.push(interruptAll);
    for (;;) {
      doorbell.reset();
      if (newest > current.seq && !(await catchUp())) return;
      const decision = await record(clock().getTime());
      if (decision === null) {
        if (!(await catchUp())) return;
        continue;
      }
      if (hasEnded(current.state)) return endTurn();
      work.perform(decision.commands, current);
      const at = clock().getTime();
      if (!work.isIdle()) await doorbell.wait(waitingTime(at));
      else if (await rest(at)) return;
    }
  }

  /** An execution that ended without its driver, by a cancel, still has this turn. */
  async function endTurn(): Promise<void> {
    await turns.release(row.id, fence, current.seq, null);
  }

  return {
    run,
    wake: doorbell.ring,
    /** Null: there may be news. */
    onNews(seq: number | null) {
      newest = Math.max(newest, seq ?? current.seq + 1);
      if (newest > current.seq) doorbell.ring();
    },
    stop: () => work.stop(new RunnerClosed()),
  };
}

const interruptAll: Arrival = ({ plan, state }, at) =>
  hasEnded(state) ? [] : interruptionFacts(plan, state, runningKeys(plan, state), at);

const dueAlarms: Arrival = ({ plan, state }, at) =>
  state.paused || state.stopping !== null || hasEnded(state)
    ? []
    : state.alarms
        .filter((alarm) => alarm.at <= at)
        .map(({ node }) => {
          const { attempt } = unitState(state, getUnit(plan, node));
          return stageFact('stage.due', { node, attempt, at }, {});
        });

/** What the arrivals mean, each in the state that the ones before it left. */
function interpret(start: Folded, arrivals: readonly Arrival[], at: number) {
  const facts: Fact[] = [];
  let folded = start;
  for (const arrival of arrivals) {
    if (hasEnded(folded.state)) break;
    const found = arrival(folded, at);
    facts.push(...found);
    const state = found.reduce((before, fact) => evolve(start.plan, before, fact), folded.state);
    folded = { ...folded, state };
  }
  return { facts, folded };
}

function owner({ organisationId, id }: ExecutionRow) {
  return { organisationId, executionId: id };
}

/** Waits until somebody rings, or for a time; a ring in between is not lost. */
function createDoorbell() {
  let hasRung = false;
  let answer: () => void = () => {};

  return {
    ring: () => {
      hasRung = true;
      answer();
    },
    reset: () => {
      hasRung = false;
    },
    wait: (ms: number | null) =>
      new Promise<void>((resolve) => {
        if (hasRung) return resolve();
        const timer =
          ms === null ? null : setTimeout(resolve, Math.min(Math.max(ms, 0), 2 ** 31 - 1));
        answer = () => {
          if (timer !== null) clearTimeout(timer);
          resolve();
        };
      }),
  };
}
