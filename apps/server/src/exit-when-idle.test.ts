import { describe, expect, it } from 'vitest';
import { untilIdle } from './exit-when-idle.ts';

describe('untilIdle', () => {
  function watch(answers: boolean[], graceMs: number) {
    const ending = new AbortController();
    let asked = 0;
    const idle = untilIdle({
      isIdle: async () => answers[Math.min(asked++, answers.length - 1)] ?? false,
      graceMs,
      everyMs: 1,
      signal: ending.signal,
    });
    return { idle, ending, asked: () => asked };
  }

  it('is over once there has been nothing to do for the grace period', async () => {
    expect(await watch([true], 5).idle).toBe(true);
  });

  it('begins to count anew when there was something to do in between', async () => {
    const { idle, asked } = watch([true, false, true, false, true], 0.5);

    expect(await idle).toBe(true);
    expect(asked()).toBeGreaterThan(5);
  });

  it('goes on as long as there is something to do, until it is told to end', async () => {
    const { idle, ending, asked } = watch([false], 0);
    await expect.poll(asked).toBeGreaterThan(3);
    ending.abort();

    expect(await idle).toBe(false);
  });

  it('does not call a process idle that is told to end while it is asked', async () => {
    const ending = new AbortController();
    const isIdle = async () => {
      ending.abort();
      return true;
    };

    expect(await untilIdle({ isIdle, graceMs: 0, everyMs: 1, signal: ending.signal })).toBe(false);
  });
});
