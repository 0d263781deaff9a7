import type { Logger } from 'pino';

const ATTEMPTS = 5;
const FIRST_WAIT_MS = 100;

/** Repeats a write that failed for a passing reason, so that the result of a long step survives a lost connection. */
export async function persist<Result>(
  write: () => Promise<Result>,
  log: Pick<Logger, 'warn'>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      log.warn({ err: error, attempt }, 'workflow journal not written, trying again');
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** (attempt - 1)));
    }
  }
}
