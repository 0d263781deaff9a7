import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLifecycle } from './lifecycle.ts';
import { createLogger } from './logger.ts';

const logger = createLogger({ LOG_LEVEL: 'silent', NODE_ENV: 'test' });

describe('createLifecycle', () => {
  it('stops parts one after another, the last first', async () => {
    const lifecycle = createLifecycle({ logger, limitMs: 1_000 });
    const order: string[] = [];
    lifecycle.onStop('database', () => {
      order.push('database');
    });
    lifecycle.onStop('http', async () => {
      order.push('http begins');
      await delay(10);
      order.push('http ends');
    });
    expect(await lifecycle.stop('test')).toBe(0);
    expect(order).toEqual(['http begins', 'http ends', 'database']);
  });

  it('tells open streams at once', async () => {
    const lifecycle = createLifecycle({ logger, limitMs: 1_000 });
    expect(lifecycle.stopping.aborted).toBe(false);
    const stopped = lifecycle.stop('test');
    expect(lifecycle.stopping.aborted).toBe(true);
    await stopped;
  });

  it('stops the others when one fails, and ends with 1', async () => {
    const lifecycle = createLifecycle({ logger, limitMs: 1_000 });
    let databaseStopped = false;
    lifecycle.onStop('database', () => {
      databaseStopped = true;
    });
    lifecycle.onStop('http', () => Promise.reject(new Error('stuck')));
    expect(await lifecycle.stop('test')).toBe(1);
    expect(databaseStopped).toBe(true);
  });

  it('gives up after its limit', async () => {
    const lifecycle = createLifecycle({ logger, limitMs: 20 });
    lifecycle.onStop('stuck', () => new Promise(() => {}));
    expect(await lifecycle.stop('test')).toBe(1);
  });

  it('stops once however often it is asked', async () => {
    const lifecycle = createLifecycle({ logger, limitMs: 1_000 });
    let stops = 0;
    lifecycle.onStop('part', () => {
      stops++;
    });
    await Promise.all([lifecycle.stop('one'), lifecycle.stop('two')]);
    expect(stops).toBe(1);
  });
});
