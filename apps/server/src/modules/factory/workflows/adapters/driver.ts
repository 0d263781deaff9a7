import { createDrive } from './drive.ts';
import type { DriverDependencies } from './driver-dependencies.ts';
import type { ExecutionRow } from './folded.ts';
import type { Turn } from './turns.ts';

export type Driver = (turn: Turn) => Promise<void>;

/** After a turn that failed, the next of the same execution waits: 1, 2, 4 s and so on. */
const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 5 * 60_000;

/**
 * Drives one execution as far as it goes by itself: reads the journal, runs what is ready, writes down each result,
 * and ends when the execution has ended, waits for somebody, or belongs to another process. A turn that fails, say
 * because nothing can be written, ends as well: the execution is left to the next turn, which waits longer each time.
 */
export function createDriver(dependencies: DriverDependencies): Driver {
  const { turns, closing, clock, process } = dependencies;
  const failures = new Map<string, number>();

  async function postpone({ id, drive }: ExecutionRow): Promise<void> {
    const failed = failures.get(id) ?? 0;
    failures.set(id, failed + 1);
    const restMs = Math.min(FIRST_REST_MS * 2 ** failed, LONGEST_REST_MS);
    const wakeAt = new Date(clock().getTime() + restMs);
    await turns.postpone(id, { drive, process }, wakeAt);
    dependencies.wakeAt(id, wakeAt);
  }

  return async (turn) => {
    const row = await turns.claim(turn, process, clock());
    if (row === null) return;
    try {
      await takeTurn(row, dependencies);
      failures.delete(row.id);
    } catch (error) {
      // Where even this cannot be written, the sweep finds the turn without a driver.
      if (!closing.aborted) {
        await postpone(row).catch((cause: unknown) =>
          dependencies.log.warn({ err: cause, ...turn }, 'workflow turn not given back'),
        );
      }
      throw error;
    }
  };
}

async function takeTurn(row: ExecutionRow, dependencies: DriverDependencies): Promise<void> {
  const { journal, wakeUps, closing } = dependencies;
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
}
