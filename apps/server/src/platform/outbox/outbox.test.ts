import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '../database.ts';
import { createLogger } from '../logger.ts';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { appendOutbox } from './append-outbox.ts';
import { createOutboxDispatcher, type OutboxDispatcher } from './outbox-dispatcher.ts';
import { createOutboxStore } from './outbox-store.ts';
import { outboxMigrations } from './outbox-table.ts';

const logger = createLogger({ LOG_LEVEL: 'silent', NODE_ENV: 'test' });

describe('outbox', () => {
  let handle: DatabaseHandle;
  let dispatchers: OutboxDispatcher[] = [];

  beforeAll(async () => {
    handle = await openTestDatabase(outboxMigrations);
  });
  afterAll(() => handle.close());
  beforeEach(() => handle.pool.query('TRUNCATE outbox'));
  afterEach(async () => {
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
    dispatchers = [];
  });

  function build(options: Partial<Parameters<typeof createOutboxDispatcher>[0]> = {}) {
    const dispatcher = createOutboxDispatcher({ handle, logger, firstPauseMs: 5, ...options });
    dispatchers.push(dispatcher);
    return dispatcher;
  }

  const append = (aggregate: string, number: number, type = 'thing.changed') =>
    handle.database.transaction((tx) =>
      appendOutbox(tx, { organisationId: 'org_1', aggregate, type, payload: { number } }),
    );

  function collector(name = 'collector') {
    const seen: string[] = [];
    return {
      seen,
      subscriber: {
        name,
        async handle(event: { aggregate: string; payload: Record<string, unknown> }) {
          seen.push(`${event.aggregate}${event.payload.number}`);
        },
      },
    };
  }

  it('delivers what was committed, and nothing that was rolled back', async () => {
    const dispatcher = build();
    const { seen, subscriber } = collector();
    dispatcher.subscribe(subscriber);
    await dispatcher.start();
    await handle.database
      .transaction(async (tx) => {
        await appendOutbox(tx, {
          organisationId: 'o',
          aggregate: 'x',
          type: 't',
          payload: { number: 0 },
        });
        tx.rollback();
      })
      .catch(() => undefined);
    await append('a', 1);
    await expect.poll(() => seen).toEqual(['a1']);
    expect(await dispatcher.count()).toEqual({ pending: 0, dead: 0 });
  });

  it('delivers within 100 ms of the commit', async () => {
    const dispatcher = build({ pollMs: 60_000 });
    const { seen, subscriber } = collector();
    dispatcher.subscribe(subscriber);
    await dispatcher.start();
    await delay(50);
    const times: number[] = [];
    for (const number of [1, 2, 3, 4, 5]) {
      const start = performance.now();
      await append('a', number);
      await expect.poll(() => seen.length, { interval: 5 }).toBe(number);
      times.push(performance.now() - start);
    }
    // The quickest, since a busy machine may hold up any one of them.
    expect(Math.min(...times)).toBeLessThan(250);
  });

  it('delivers what was there before it started', async () => {
    await append('a', 1);
    const { seen, subscriber } = collector();
    const dispatcher = build();
    dispatcher.subscribe(subscriber);
    await dispatcher.start();
    await expect.poll(() => seen).toEqual(['a1']);
  });

  it('keeps the order within an aggregate even when an event has to be tried again', async () => {
    const dispatcher = build();
    const { seen, subscriber } = collector();
    let failures = 2;
    dispatcher.subscribe({
      name: 'flaky',
      async handle(event) {
        if (event.aggregate === 'a' && event.payload.number === 2 && failures-- > 0)
          throw new Error('not yet');
        await subscriber.handle(event);
      },
    });
    for (const number of [1, 2, 3, 4]) await append('a', number);
    await append('b', 1);
    await dispatcher.start();
    await expect.poll(() => seen.length).toBe(5);
    expect(seen.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(seen.indexOf('b1')).toBeLessThan(seen.indexOf('a3'));
  });

  it('does not give an event again to a subscriber that has it', async () => {
    const dispatcher = build();
    const first = collector('first');
    let failures = 1;
    dispatcher.subscribe(first.subscriber);
    dispatcher.subscribe({
      name: 'second',
      async handle() {
        if (failures-- > 0) throw new Error('not yet');
      },
    });
    await append('a', 1);
    await dispatcher.start();
    await expect.poll(() => dispatcher.count()).toEqual({ pending: 0, dead: 0 });
    expect(first.seen).toEqual(['a1']);
  });

  it('gives a subscriber the types it asked for', async () => {
    const dispatcher = build();
    const { seen, subscriber } = collector();
    dispatcher.subscribe({ ...subscriber, types: ['run.finished'] });
    await append('a', 1, 'run.started');
    await append('a', 2, 'run.finished');
    await dispatcher.start();
    await expect.poll(() => seen).toEqual(['a2']);
  });

  it('puts an event that always fails aside, goes on without it, and revives it on request', async () => {
    const dispatcher = build({ attempts: 3 });
    const { seen, subscriber } = collector();
    let isBroken = true;
    dispatcher.subscribe({
      name: 'mail',
      async handle(event) {
        if (isBroken && event.payload.number === 1) throw new Error('no such address');
        await subscriber.handle(event);
      },
    });
    await append('a', 1);
    await append('a', 2);
    await dispatcher.start();
    await expect.poll(() => seen).toEqual(['a2']);
    const [dead] = await dispatcher.listDead(10);
    expect(dead).toMatchObject({
      aggregate: 'a',
      payload: { number: 1 },
      attempts: 3,
      lastError: 'mail: no such address',
    });
    isBroken = false;
    expect(await dispatcher.revive(dead?.id ?? '')).toBe(true);
    await expect.poll(() => seen).toEqual(['a2', 'a1']);
    expect(await dispatcher.revive(dead?.id ?? '')).toBe(false);
  });

  it('shares events between two dispatchers without giving one to both', async () => {
    const { seen, subscriber } = collector();
    for (const dispatcher of [build({ leaseMs: 5_000 }), build({ leaseMs: 5_000 })]) {
      dispatcher.subscribe(subscriber);
      await dispatcher.start();
    }
    await Promise.all(Array.from({ length: 60 }, (_, n) => append(`g${n % 6}-`, n)));
    await expect.poll(() => seen.length, { timeout: 5_000 }).toBe(60);
    await delay(50);
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
  });

  it('delivers again what a dead process had claimed, after its lease', async () => {
    const store = createOutboxStore(handle);
    await append('a', 1);
    expect(await store.claim(10, 100)).toHaveLength(1);
    expect(await store.claim(10, 100)).toHaveLength(0);
    await delay(120);
    expect(await store.claim(10, 100)).toMatchObject([{ aggregate: 'a', attempts: 2 }]);
  });

  it('forgets delivered events after a while, and no others', async () => {
    const store = createOutboxStore(handle);
    await append('a', 1);
    await append('b', 1);
    const [first] = await store.claim(1, 1_000);
    await store.markDelivered([first?.id ?? '']);
    expect(await store.prune(60_000)).toBe(0);
    expect(await store.prune(0)).toBe(1);
    expect(await store.count()).toEqual({ pending: 1, dead: 0 });
  });

  it('waits for deliveries under way when it stops', async () => {
    const dispatcher = build();
    const done: string[] = [];
    const entered = Promise.withResolvers<void>();
    dispatcher.subscribe({
      name: 'slow',
      async handle() {
        entered.resolve();
        await delay(50);
        done.push('done');
      },
    });
    await append('a', 1);
    await dispatcher.start();
    await entered.promise;
    await dispatcher.stop();
    expect(done).toEqual(['done']);
    expect(await dispatcher.count()).toEqual({ pending: 0, dead: 0 });
  });

  it('gives a revived event all its attempts again', async () => {
    const store = createOutboxStore(handle);
    await append('a', 1);
    const [event] = await store.claim(1, 1_000);
    await store.markDead(event?.id ?? '', ['mail'], 'no such address');
    expect(await store.claim(1, 1_000)).toEqual([]);
    expect(await store.revive(event?.id ?? '')).toBe(true);
    expect(await store.claim(1, 1_000)).toMatchObject([{ attempts: 1, deliveredTo: ['mail'] }]);
  });

  it('waits with the next attempt until it is due', async () => {
    const store = createOutboxStore(handle);
    await append('a', 1);
    const [event] = await store.claim(1, 1_000);
    await store.markFailed(event?.id ?? '', [], 'not yet', 60_000);
    expect(await store.claim(1, 1_000)).toEqual([]);
    await handle.pool.query(`update outbox set retry_at = now() - interval '1 ms'`);
    expect(await store.claim(1, 1_000)).toMatchObject([{ attempts: 2 }]);
  });

  it('takes up at once what the one before it on the embedded database had claimed', async () => {
    const store = createOutboxStore(handle);
    await append('a', 1);
    await store.claim(1, 3_600_000);
    const dispatcher = build();
    const { seen, subscriber } = collector();
    dispatcher.subscribe(subscriber);
    await dispatcher.start();
    if (handle.home === 'embedded') await expect.poll(() => seen).toEqual(['a1']);
    else expect(await dispatcher.count()).toEqual({ pending: 1, dead: 0 });
  });

  it('counts what is pending and what was given up', async () => {
    const store = createOutboxStore(handle);
    for (const number of [1, 2, 3]) await append(`a${number}`, number);
    const [first, second] = await store.claim(2, 1_000);
    await store.markDelivered([first?.id ?? '']);
    await store.markDead(second?.id ?? '', [], 'no');
    expect(await store.count()).toEqual({ pending: 1, dead: 1 });
    expect(await store.listDead(5)).toMatchObject([{ aggregate: 'a2', lastError: 'no' }]);
  });
});
