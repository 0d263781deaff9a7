import type { Page } from 'playwright-core';

export type Frames = {
  perSecond: number /** Milliseconds between two frames, at most. */;
  longest: number;
};

const TRIES = 3;

/** What the page is able to: the best of some tries, since a machine that is busy otherwise is no fault of the page. */
export async function smoothest(page: Page, act: () => Promise<void>): Promise<Frames> {
  let best = await framesWhile(page, act);
  for (let tries = 1; tries < TRIES; tries += 1) {
    const next = await framesWhile(page, act);
    if (next.perSecond > best.perSecond) best = next;
  }
  return best;
}

/** How many frames the page draws while something is done in it. */
async function framesWhile(page: Page, act: () => Promise<void>): Promise<Frames> {
  const counted = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        let isOver = false;
        window.addEventListener('frames-over', () => (isOver = true), { once: true });
        requestAnimationFrame(function count(time) {
          times.push(time);
          if (isOver) resolve(times);
          else requestAnimationFrame(count);
        });
      }),
  );
  await act();
  await page.evaluate(() => window.dispatchEvent(new Event('frames-over')));
  const times = await counted;
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  const spent = gaps.reduce((sum, gap) => sum + gap, 0);
  return { perSecond: (1_000 * gaps.length) / spent, longest: Math.max(...gaps) };
}
