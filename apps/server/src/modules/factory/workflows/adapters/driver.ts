import type { Logger } from 'pino';
import type { Clock } from '#kernel/clock.ts';
import type { OutputStore, StepHandlers } from '../ports.ts';
import { createDrive } from './drive.ts';
import type { Journal } from './journal.ts';
import type { Values } from './step-inputs.ts';
import type { Turn, Turns } from './turns.ts';
import type { WakeUps } from './wake-ups.ts';

export type DriverDependencies = {
  journal: Journal;
  turns: Turns;
  wakeUps: WakeUps;
  handlers: StepHandlers;
  outputs: OutputStore;
  values: Values;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  log: Pick<Logger, 'debug' | 'warn' | 'error'>;
  /** Id of this process. */
  process: string;
  /** How long an aborted handler may take to stop. */
  graceMs: number;
  /** An alarm nearer than this is waited for; a later one ends the turn. */
  patienceMs: number;
  /** Aborts when the process stops; running steps get `drainMs` from then on. */
  closing: AbortSignal;
  drainMs: number;
  /** Asks for a turn at the given instant. */
  wakeAt: (executionId: string, at: Date) => void;
};

export type Driver = (turn: Turn) => Promise<void>;

/**
 * Drives one execution as far as it goes by itself: reads the journal, runs what is ready, writes down each result,
 * and ends when the execution has ended, waits for somebody, or belongs to another process.
 */
export function createDriver(dependencies: DriverDependencies): Driver {
  const { turns, journal, wakeUps, closing, process } = dependencies;
  return async (turn) => {
    const row = await turns.claim(turn, process);
    if (row === null) return;
    const drive = createDrive(row, await journal.fold(row), dependencies);
    const unsubscribe = wakeUps.subscribe(row.id, drive.onNews);
    closing.addEventListener('abort', drive.wake);
    try {
      await drive.run();
    } finally {
      unsubscribe();
      closing.removeEventListener('abort', drive.wake);
      await drive.stop();
    }
  };
}
