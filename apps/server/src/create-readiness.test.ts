import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRefusingSandbox, SandboxUnavailable } from '#modules/factory/sandbox/index.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createLogger } from '#platform/logger.ts';
import { createOutboxDispatcher } from '#platform/outbox/outbox-dispatcher.ts';
import { outboxMigrations } from '#platform/outbox/outbox-table.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { createReadiness } from './create-readiness.ts';

const logger = createLogger({ LOG_LEVEL: 'silent', NODE_ENV: 'test' });

describe('readiness', () => {
  let handle: DatabaseHandle;

  beforeAll(async () => {
    handle = await openTestDatabase(outboxMigrations);
  });
  afterAll(() => handle.close());

  function read() {
    const sandbox = createRefusingSandbox(new SandboxUnavailable(['no driver'], 'install one'));
    const outbox = createOutboxDispatcher({ handle, logger });
    return createReadiness({ handle, sandbox, outbox }).read();
  }

  it('is missing without a sandbox, though the server runs', async () => {
    const { ready, parts } = await read();

    expect(ready).toBe(false);
    expect(parts.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'database ok',
      'events ok',
      'sandbox failed',
    ]);
  });

  it('says what each part is', async () => {
    const { parts } = await read();

    expect(parts.map(({ detail }) => detail).slice(0, 2)).toEqual([
      handle.home,
      '0 pending, 0 given up',
    ]);
  });
});
