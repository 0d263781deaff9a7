import type { Sandbox } from '#modules/factory/sandbox/index.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createHealth, type Health } from '#platform/health.ts';
import type { OutboxDispatcher } from '#platform/outbox/outbox-dispatcher.ts';

type Parts = { handle: DatabaseHandle; sandbox: Sandbox; outbox: OutboxDispatcher };

/** What `/readyz` looks at. Without a sandbox the factory is not ready: it could not do its main job. */
export function createReadiness({ handle, sandbox, outbox }: Parts): Health {
  const health = createHealth();
  health.register('database', async () => {
    await handle.check();
    return handle.home;
  });
  health.register('events', async () => {
    const { pending, dead } = await outbox.count();
    return `${pending} pending, ${dead} given up`;
  });
  health.register('sandbox', async () => {
    const { driver, limits } = sandbox.describe();
    return `${driver}, ${limits}`;
  });
  return health;
}
