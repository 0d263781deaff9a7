import { setTimeout as delay } from 'node:timers/promises';
import { PlatformError } from '#kernel/errors.ts';

const PATIENCE_MS = 4_000;
const RETRY_MS = 100;

/** Opens the data folder; a server on it that is just stopping is given a moment to let go of it. */
export async function waitForFolder<Handle>(
  open: () => Promise<Handle>,
  patienceMs = PATIENCE_MS,
): Promise<Handle> {
  const end = performance.now() + patienceMs;
  while (true) {
    try {
      return await open();
    } catch (error) {
      const isInUse = PlatformError.is(error) && error.code === 'data-folder-in-use';
      if (!isInUse || performance.now() >= end) throw error;
      await delay(RETRY_MS);
    }
  }
}
