import type { Page } from 'playwright-core';

/** Below this the browser reports nothing, which is good. */
const REPORTED_FROM_MS = 16;

export type Interactions = {
  /** 95 of 100 key presses took no longer than this, from the press to the next frame, in milliseconds. */
  p95: number;
  worst: number;
};

/** Does `act`, which presses `presses` keys, and says how long the page took to answer each: what INP is made of. */
export async function timeInteractions(
  page: Page,
  presses: number,
  act: () => Promise<void>,
): Promise<Interactions> {
  await page.evaluate((durationThreshold) => {
    const durations = new Map<number, number>();
    Object.assign(window, { durations });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const id = 'interactionId' in entry ? Number(entry.interactionId) : 0;
        if (id > 0) durations.set(id, Math.max(durations.get(id) ?? 0, entry.duration));
      }
    }).observe({ type: 'event', durationThreshold } as PerformanceObserverInit);
  }, REPORTED_FROM_MS);
  await act();
  await page.waitForTimeout(200);
  const reported = await page.evaluate(() =>
    'durations' in window ? [...(window.durations as Map<number, number>).values()] : [],
  );
  const quiet = Array.from({ length: Math.max(0, presses - reported.length) }, () => 0);
  const sorted = [...quiet, ...reported].sort((a, b) => a - b);
  return { p95: sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0, worst: sorted.at(-1) ?? 0 };
}
