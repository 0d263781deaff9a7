import { createDrive } from './drive.ts';
import type { DriverDependencies } from './driver-dependencies.ts';
import type { Turn } from './turns.ts';

export type Driver = (turn: Turn) => Promise<void>;

/**
 * Drives one execution as far as it goes by itself: reads the journal, runs what is ready, writes down each result,
 * and ends when the execution has ended, waits for somebody, or belongs to another process.
 */
export function createDriver(dependencies: DriverDependencies): Driver {
  const { turns, journal, wakeUps, closing, clock, process } = dependencies;
  return async (turn) => {
    const row = await turns.claim(turn, process, clock());
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
