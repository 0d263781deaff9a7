import type { DatabaseHandle } from '#platform/database.ts';
import type { Lifecycle } from '#platform/lifecycle.ts';
import type { Logger } from '#platform/logger.ts';
import {
  createOutboxDispatcher,
  type OutboxDispatcher,
} from '#platform/outbox/outbox-dispatcher.ts';

type Parts = { handle: DatabaseHandle; logger: Logger; lifecycle: Lifecycle };

/** Delivers what the modules announce. So far one listener: the log says how each run ended. */
export async function openOutbox({ handle, logger, lifecycle }: Parts): Promise<OutboxDispatcher> {
  const outbox = createOutboxDispatcher({ handle, logger });
  outbox.subscribe({
    name: 'run-log',
    types: ['run.finished'],
    async handle({ aggregate, payload }) {
      logger.info({ runId: aggregate, ...payload }, 'run finished');
    },
  });
  await outbox.start();
  lifecycle.onStop('outbox', outbox.stop);
  return outbox;
}
