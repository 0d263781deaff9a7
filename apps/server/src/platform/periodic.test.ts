import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startPeriodic } from './periodic.ts';

describe('startPeriodic', () => {
  it('repeats, but never while the last time is still under way', async () => {
    let running = 0;
    let most = 0;
    let times = 0;
    const stop = startPeriodic(
      async () => {
        times++;
        most = Math.max(most, ++running);
        await delay(15);
        running--;
      },
      5,
      () => {},
    );
    await expect.poll(() => times).toBeGreaterThan(2);
    await stop();
    expect(most).toBe(1);
    expect(running).toBe(0);
  });

  it('goes on after a failure and tells of it', async () => {
    const errors: unknown[] = [];
    const stop = startPeriodic(
      async () => {
        throw new Error('no');
      },
      5,
      (error) => errors.push(error),
    );
    await expect.poll(() => errors.length).toBeGreaterThan(1);
    await stop();
  });
});
