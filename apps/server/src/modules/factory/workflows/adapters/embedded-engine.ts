import type { Logger } from 'pino';
import { type Clock, systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import type { OutputStore, OutputValidators, Projector, StepHandlers } from '../ports.ts';
import { EVENT_CHANNEL } from './append-rows.ts';
import { openDispatcher } from './dbos-dispatcher.ts';
import { createDriver } from './driver.ts';
import { createJournal } from './journal.ts';
import { createLiveness } from './liveness.ts';
import { createLostTurns } from './lost-turns.ts';
import { createStarter, START_CHANNEL } from './start-execution.ts';
import { createValues } from './step-inputs.ts';
import { createSweeper } from './sweeper.ts';
import { createTurns } from './turns.ts';
import { createWakeUps } from './wake-ups.ts';

export type EmbeddedRunnerOptions = {
  database: DatabaseHandle;
  handlers: StepHandlers;
  outputs: OutputStore;
  projectors?: readonly Projector[];
  validators?: OutputValidators;
  log: Pick<Logger, 'debug' | 'warn' | 'error'>;
  clock?: Clock;
  /** In [0, 1). */
  random?: () => number;
  /** Executions driven at once by this process; 0 leaves the driving to others. */
  concurrency?: number;
  /** How often the queue is looked at for executions that had to wait. */
  pollMs?: number;
  /** How often is looked for dead processes and due alarms. */
  sweepMs?: number;
  /** A process not heard of for so long is dead. */
  deadAfterMs?: number;
  /** How long an aborted handler may take to stop. */
  graceMs?: number;
  /** How long running steps may go on when the process stops. */
  drainMs?: number;
};

const PRESENT = {
  concurrency: 4,
  pollMs: 500,
  sweepMs: 500,
  deadAfterMs: 3_000,
  graceMs: 10_000,
  drainMs: 5_000,
  /** Nearer alarms are waited for within the turn. */
  patienceMs: 1_000,
};

export type EmbeddedEngine = Awaited<ReturnType<typeof openEngine>>;

/** Puts the parts of the embedded runner together and takes over what earlier processes left. */
export async function openEngine(options: EmbeddedRunnerOptions) {
  const settings = { ...PRESENT, ...options };
  const { log, outputs, handlers, clock = systemClock, random = Math.random } = options;
  const { database, pool, home } = options.database;
  const process = newId('prc');
  const closing = new AbortController();
  const wakeUps = createWakeUps();
  const turns = createTurns(database);
  const journal = createJournal({
    database,
    projectors: options.projectors ?? [],
    notify: wakeUps.notify,
    announce: home === 'postgres',
  });
  const alarms = createAlarms(log);
  const driver = createDriver({
    ...settings,
    ...{ journal, turns, wakeUps, clock, random, process },
    values: createValues(outputs),
    closing: closing.signal,
    wakeAt: (_, at) => alarms.set(at.getTime() - clock().getTime(), () => sweeper.wakeDue()),
  });
  const dispatcher = await openDispatcher({ ...settings, pool, process, driver });
  const sweeper = createSweeper({
    ...{ turns, dispatcher, clock, log, process },
    lost: createLostTurns(database),
    liveness: createLiveness(database, process, settings.deadAfterMs),
    exclusive: home === 'embedded',
    everyMs: settings.sweepMs,
  });
  const { dispatch } = sweeper;
  const start = createStarter({ database, journal, outputs, handlers, clock, process, dispatch });
  const stopListening = await listenForNews(options.database, {
    onEvent: wakeUps.notify,
    onGap: wakeUps.notifyAll,
    onStart: (by, executionId) => {
      if (by === process) alarms.set(0, () => dispatch({ executionId, drive: 1 }));
    },
  });
  await sweeper.start();

  return {
    ...{ database, journal, wakeUps, outputs, clock, start, dispatch },
    validators: options.validators ?? {},
    closing: closing.signal,

    async close(): Promise<void> {
      closing.abort();
      alarms.clear();
      await stopListening();
      await sweeper.stop();
      await dispatcher.close(settings.drainMs + settings.graceMs + 2_000);
      await sweeper.leave();
    },
  };
}

type News = {
  onEvent: (executionId: string, seq: number) => void;
  /** The connection was made anew; what was said meanwhile is lost. */
  onGap: () => void;
  onStart: (process: string, executionId: string) => void;
};

async function listenForNews({ home, listen }: DatabaseHandle, { onEvent, onGap, onStart }: News) {
  const split = (payload: string): [string, string] => {
    const space = payload.indexOf(' ');
    return [payload.slice(0, space), payload.slice(space + 1)];
  };
  const stops = [await listen(START_CHANNEL, (payload) => onStart(...split(payload)))];
  if (home === 'postgres') {
    const onPayload = (payload: string) => {
      if (payload === '') return onGap();
      const [seq, executionId] = split(payload);
      onEvent(executionId, Number(seq));
    };
    stops.push(await listen(EVENT_CHANNEL, onPayload));
  }
  return async () => {
    for (const stop of stops) await stop();
  };
}

/** Timers of this process; what they miss, the sweep finds. */
function createAlarms(log: Pick<Logger, 'warn'>) {
  const timers = new Set<NodeJS.Timeout>();

  return {
    set(ms: number, action: () => Promise<void>): void {
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          action().catch((error: unknown) => log.warn({ err: error }, 'workflow alarm failed'));
        },
        Math.min(Math.max(0, ms), 2 ** 31 - 1),
      );
      timers.add(timer);
    },
    clear(): void {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
