import type { Logger } from 'pino';
import type { Clock } from '#kernel/clock.ts';
import type { Dispatcher } from './dbos-dispatcher.ts';
import type { Liveness } from './liveness.ts';
import type { LostTurns } from './lost-turns.ts';
import type { Turn, Turns } from './turns.ts';

/** A turn nobody was told of for so long is told again. */
const FORGOTTEN_AFTER_MS = 1_000;
const TIDY_EVERY_MS = 60_000;
const KEEP_TURNS_MS = 10 * 60_000;

type Dependencies = {
  turns: Turns;
  lost: LostTurns;
  liveness: Liveness;
  dispatcher: Dispatcher;
  clock: Clock;
  log: Pick<Logger, 'warn' | 'error'>;
  process: string;
  /** The only process on this database. */
  exclusive: boolean;
  everyMs: number;
};

export type Sweeper = ReturnType<typeof createSweeper>;

/** Finds work that fell between two processes: due alarms, dead processes, turns that were asked for and lost. */
export function createSweeper(dependencies: Dependencies) {
  const { turns, lost, liveness, dispatcher, clock, log, process, exclusive, everyMs } =
    dependencies;
  let timer: NodeJS.Timeout | null = null;
  let sweeping: Promise<void> = Promise.resolve();
  let isStopped = false;
  let tidiedAt = clock().getTime();

  async function dispatch(turn: Turn): Promise<void> {
    await dispatcher.start(turn);
    await turns.markQueued(turn);
  }

  async function wakeDue(): Promise<void> {
    for (const turn of await lost.wake(clock())) await dispatch(turn);
  }

  async function lookForDead(): Promise<void> {
    await liveness.beat();
    await liveness.buryDead(exclusive, (ids) => dispatcher.recover(ids));
  }

  /** Turns that DBOS dropped before they began, say because the database was away just then. */
  async function tidy(now: Date): Promise<void> {
    const queued = await lost.queued(new Date(now.getTime() - TIDY_EVERY_MS));
    for (const over of await dispatcher.findOver(queued)) {
      const turn = await lost.renew(over, now);
      if (turn !== null) await dispatch(turn);
    }
    await dispatcher.prune(new Date(now.getTime() - KEEP_TURNS_MS));
  }

  async function sweep(forgottenAfterMs: number): Promise<void> {
    const now = clock();
    if (!exclusive) await lookForDead();
    const found = [
      ...(await lost.takeOver(process, dispatcher.active(), now)),
      ...(await lost.forgotten(new Date(now.getTime() - forgottenAfterMs))),
    ];
    for (const turn of found) await dispatch(turn);
    await wakeDue();
    if (now.getTime() - tidiedAt > TIDY_EVERY_MS) {
      tidiedAt = now.getTime();
      await tidy(now);
    }
  }

  function plan(): void {
    if (isStopped) return;
    timer = setTimeout(() => {
      sweeping = sweep(FORGOTTEN_AFTER_MS)
        .catch((error: unknown) => {
          // The next sweep tries again; a database that stays away shows in the health check too.
          if (!isStopped) log.error({ err: error }, 'workflow sweep failed, trying again');
        })
        .finally(plan);
    }, everyMs);
  }

  return {
    dispatch,
    wakeDue,
    leave: () => liveness.leave(),

    /** Takes over at once what earlier processes left, then keeps looking. */
    async start(): Promise<void> {
      await lookForDead();
      await sweep(0);
      plan();
    },

    async stop(): Promise<void> {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await sweeping;
    },
  };
}
