import type { DatabaseHandle } from '../database.ts';
import type { Logger } from '../logger.ts';
import { startPeriodic } from '../periodic.ts';
import { createDelivery, type Subscriber } from './outbox-delivery.ts';
import { createOutboxStore, type DeadEvent } from './outbox-store.ts';
import { OUTBOX_CHANNEL } from './outbox-table.ts';

export type OutboxDispatcher = {
  subscribe(subscriber: Subscriber): void;
  start(): Promise<void>;
  /** Waits for the deliveries under way. */
  stop(): Promise<void>;
  count(): Promise<{ pending: number; dead: number }>;
  listDead(limit: number): Promise<DeadEvent[]>;
  revive(id: string): Promise<boolean>;
};

type Options = {
  batch?: number;
  attempts?: number;
  firstPauseMs?: number;
  longestPauseMs?: number;
  leaseMs?: number;
  pollMs?: number;
  keepMs?: number;
};

type Dependencies = Options & {
  handle: DatabaseHandle;
  logger: Pick<Logger, 'warn' | 'error'>;
};

const DEFAULTS = {
  batch: 50,
  attempts: 8,
  firstPauseMs: 200,
  longestPauseMs: 60_000,
  leaseMs: 30_000,
  pollMs: 1_000,
  keepMs: 3_600_000,
} as const satisfies Required<Options>;

const PRUNE_EVERY_MS = 60_000;

/**
 * Brings events to the subscribers of this process: at least once, in order within an aggregate. An event that fails
 * too often is put aside as dead, where a person can see and revive it, and the aggregate goes on without it.
 */
export function createOutboxDispatcher({
  handle,
  logger,
  ...given
}: Dependencies): OutboxDispatcher {
  const options = { ...DEFAULTS, ...given };
  const store = createOutboxStore(handle);
  const subscribers: Subscriber[] = [];
  const deliver = createDelivery({ store, subscribers, logger, retryAfter, ...options });
  let round: Promise<void> = Promise.resolve();
  let isQueued = false;
  let isStopped = true;
  let timer: NodeJS.Timeout | undefined;
  let stopPruning = async () => {};
  let stopListening = async () => {};

  /** One round at a time; a wake-up during a round leads to one more. */
  function wake(): void {
    if (isQueued || isStopped) return;
    isQueued = true;
    round = round.then(async () => {
      isQueued = false;
      await drain().catch((error: unknown) => logger.error({ err: error }, 'outbox round failed'));
    });
  }

  function retryAfter(pauseMs: number): void {
    setTimeout(wake, pauseMs).unref();
  }

  async function drain(): Promise<void> {
    while (!isStopped) {
      const events = await store.claim(options.batch, options.leaseMs);
      if (events.length === 0) return;
      const delivered = await Promise.all(events.map(deliver));
      const ids = delivered.filter((id) => id !== null);
      if (ids.length > 0) await store.markDelivered(ids);
    }
  }

  return {
    subscribe(subscriber) {
      subscribers.push(subscriber);
    },

    async start() {
      isStopped = false;
      if (handle.home === 'embedded') await store.releaseClaims();
      stopListening = await handle.listen(OUTBOX_CHANNEL, wake);
      timer = setInterval(wake, options.pollMs).unref();
      stopPruning = startPeriodic(
        () => store.prune(options.keepMs),
        PRUNE_EVERY_MS,
        (error) => logger.error({ err: error }, 'outbox could not be pruned'),
      );
      wake();
    },

    async stop() {
      isStopped = true;
      clearInterval(timer);
      await stopPruning();
      await stopListening();
      await round;
    },

    count: store.count,
    listDead: store.listDead,
    async revive(id) {
      const revived = await store.revive(id);
      wake();
      return revived;
    },
  };
}
