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

  describe('signals', () => {
    /** What the lifecycle does at a signal, without one that would end the test. */
    function listen(limitMs = 1_000) {
      const exits: number[] = [];
      const lifecycle = createLifecycle({ logger, limitMs, exit: (code) => exits.push(code) });
      const before = new Set(process.listeners('SIGTERM'));
      lifecycle.handleSignals();
      const [onSignal] = process.listeners('SIGTERM').filter((one) => !before.has(one));
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        for (const one of process.listeners(signal)) {
          if (one === onSignal) process.off(signal, one);
        }
      }
      return { lifecycle, exits, signal: () => onSignal?.('SIGTERM') };
    }

    it('stop everything and then end the process', async () => {
      const { lifecycle, exits, signal } = listen();
      let isStopped = false;
      lifecycle.onStop('part', async () => {
        await delay(5);
        isStopped = true;
      });
      signal();
      expect(exits).toEqual([]);
      await expect.poll(() => exits).toEqual([0]);
      expect(isStopped).toBe(true);
    });

    it('end the process at once when they come a second time', async () => {
      const { lifecycle, exits, signal } = listen();
      const held = Promise.withResolvers<void>();
      lifecycle.onStop('stuck', () => held.promise);
      signal();
      signal();
      expect(exits).toEqual([1]);
      held.resolve();
      await expect.poll(() => exits).toEqual([1, 0]);
    });

    it('end the process with 1 when something is stuck', async () => {
      const { lifecycle, exits, signal } = listen(10);
      lifecycle.onStop('stuck', () => new Promise(() => {}));
      signal();
      await expect.poll(() => exits).toEqual([1]);
    });
  });

  it('names what did not stop in time', async () => {
    const lines: unknown[][] = [];
    const log = { info() {}, error: (...line: unknown[]) => void lines.push(line) };
    const lifecycle = createLifecycle({ logger: log, limitMs: 10 });
    lifecycle.onStop('stuck', () => new Promise(() => {}));
    await lifecycle.stop('test');
    expect(lines).toEqual([[{ limitMs: 10 }, 'not everything stopped in time']]);
  });
});
