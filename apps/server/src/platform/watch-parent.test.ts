import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { watchParent } from './watch-parent.ts';

describe('watchParent', () => {
  it('calls once when another process has become the parent', async () => {
    let parent = 42;
    let calls = 0;
    const ended = new Promise<void>((resolve) => {
      const onEnd = () => {
        calls++;
        resolve();
      };
      watchParent(onEnd, { parentOf: () => parent, everyMs: 1 });
    });
    await delay(20);
    expect(calls).toBe(0);
    parent = 1;
    await ended;
    await delay(20);
    expect(calls).toBe(1);
  });

  it('is silent after its end', async () => {
    let parent = 42;
    let calls = 0;
    const end = watchParent(() => calls++, { parentOf: () => parent, everyMs: 1 });
    end();
    parent = 1;
    await delay(20);
    expect(calls).toBe(0);
  });
});
