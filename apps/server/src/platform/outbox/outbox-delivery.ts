import type { Logger } from '../logger.ts';
import type { Delivery, OutboxStore } from './outbox-store.ts';

/** May see an event twice, after a crash or a failure, so it must be able to recognise one by its `id`. */
export type Subscriber = {
  /** Unique and stable: it is remembered who has an event. */
  name: string;
  /** Event types it wants; all when absent. */
  types?: readonly string[];
  handle(event: Delivery): Promise<void>;
};

type Dependencies = {
  store: OutboxStore;
  subscribers: readonly Subscriber[];
  logger: Pick<Logger, 'warn' | 'error'>;
  /** Asks for another round after a pause. */
  retryAfter(pauseMs: number): void;
  attempts: number;
  firstPauseMs: number;
  longestPauseMs: number;
};

/** Gives one event to all who want it and records a failure; resolves to its id when everybody has it. */
export function createDelivery(dependencies: Dependencies) {
  const { store, subscribers, logger, attempts, firstPauseMs, longestPauseMs } = dependencies;

  async function recordFailure(event: Delivery, reached: string[], name: string, error: unknown) {
    const reason = `${name}: ${error instanceof Error ? error.message : String(error)}`;
    const fields = { err: error, event: event.id, type: event.type, attempts: event.attempts };
    if (event.attempts >= attempts) {
      logger.error(fields, 'event given up');
      await store.markDead(event.id, reached, reason);
      return;
    }
    logger.warn(fields, 'event delivery failed');
    const pauseMs = Math.min(firstPauseMs * 2 ** (event.attempts - 1), longestPauseMs);
    await store.markFailed(event.id, reached, reason, pauseMs);
    dependencies.retryAfter(pauseMs);
  }

  return async (event: Delivery): Promise<string | null> => {
    const reached = [...event.deliveredTo];
    for (const { name, types, handle } of subscribers) {
      if (reached.includes(name) || (types && !types.includes(event.type))) continue;
      try {
        await handle(event);
        reached.push(name);
      } catch (error) {
        await recordFailure(event, reached, name, error);
        return null;
      }
    }
    return event.id;
  };
}
