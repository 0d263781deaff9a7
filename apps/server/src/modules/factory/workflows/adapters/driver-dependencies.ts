import type { Logger } from 'pino';
import type { Clock } from '#kernel/clock.ts';
import type { OutputStore, StepHandlers } from '../ports.ts';
import type { Journal } from './journal.ts';
import type { Values } from './step-inputs.ts';
import type { Turns } from './turns.ts';
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
