import { describe, expect, it } from 'vitest';
import { untilIdle } from './exit-when-idle.ts';

/** Answers one after the other, the last one from then on. */
function answers(...values: boolean[]) {
  const asked = { times: 0 };
  const isIdle = async () => values[Math.min(asked.times++, values.length - 1)] ?? true;
  return { asked, isIdle };
}

const patience = { graceMs: 30, everyMs: 10 };

describe('untilIdle', () => {
  it('waits through the whole grace period', async () => {
    const { isIdle } = answers(true);
    const started = performance.now();
    expect(await untilIdle({ isIdle, ...patience, signal: new AbortController().signal })).toBe(
      true,
    );
    expect(performance.now() - started).toBeGreaterThanOrEqual(29);
  });

  it('begins again when there was work in between', async () => {
    const { isIdle, asked } = answers(true, true, false, true);
    await untilIdle({ isIdle, ...patience, signal: new AbortController().signal });
    expect(asked.times).toBeGreaterThan(5);
  });

  it('ends with false when it is aborted', async () => {
    const controller = new AbortController();
    const { isIdle } = answers(false);
    setTimeout(() => controller.abort(), 25);
    expect(await untilIdle({ isIdle, ...patience, signal: controller.signal })).toBe(false);
  });
});
