import type { Logger } from 'pino';
import { JournalUnwritable } from '../domain/workflow-errors.ts';

const ATTEMPTS = 5;
const FIRST_WAIT_MS = 100;
/** A write that hangs is given up: it would hold the turn, and with it a slot, for as long as it hangs. */
const LIMIT_MS = 30_000;

/**
 * Repeats a write that failed for a passing reason, so that the result of a long step survives a lost connection.
 * Throws `JournalUnwritable` in the end; a write that was given up and succeeds all the same does no harm, since only
 * the next number is ever accepted.
 */
export async function persist<Result>(
  write: () => Promise<Result>,
  log: Pick<Logger, 'warn'>,
  limitMs = LIMIT_MS,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await within(limitMs, write());
    } catch (error) {
      if (error instanceof JournalUnwritable) throw error;
      if (attempt === ATTEMPTS) {
        throw new JournalUnwritable(`${ATTEMPTS} attempts failed`, error);
      }
      log.warn({ err: error, attempt }, 'workflow journal not written, trying again');
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** (attempt - 1)));
    }
  }
}

async function within<Result>(limitMs: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new JournalUnwritable(`no answer within ${limitMs} ms`)),
      limitMs,
    );
  });
  return await Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
