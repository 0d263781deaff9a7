import type { Browser, BrowserContext } from 'playwright-core';
import { type Measure, median } from '../bench/report.ts';

const LCP_MS = 1_000;
const CLS = 0.02;
const TRIES = 3;

/** Pages by name, as paths. */
export type Pages = Record<string, string>;

/** A browser profile that is signed in by a one-time link, in one of the two themes. */
export async function openSignedIn(
  browser: Browser,
  link: string,
  colorScheme: 'light' | 'dark',
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme,
  });
  const page = await context.newPage();
  await page.goto(link);
  await page.waitForURL((url) => url.pathname === '/');
  await page.close();
  return context;
}

/**
 * How soon each page shows the most of itself, what moves in it afterwards, and what the browser complains about. A page
 * that is slower than its bar is looked at again: a busy machine is slow, a slow page stays slow. What moves and what the
 * browser complains about counts in every look.
 */
export async function measurePages(
  context: BrowserContext,
  url: string,
  pages: Pages,
  theme: string,
): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [name, path] of Object.entries(pages)) {
    const looks = [await look(context, `${url}${path}`)];
    const lcp = () => median(looks.map((one) => one.lcp));
    while (looks.length < TRIES && lcp() > LCP_MS) looks.push(await look(context, `${url}${path}`));
    const cls = Math.max(...looks.map((one) => one.cls));
    const faults = looks.reduce((sum, one) => sum + one.faults, 0);
    const what = (figure: string) => `${figure} of ${name}, ${theme}`;
    measures.push(
      { what: what('LCP'), value: lcp(), unit: 'ms', bar: { limit: LCP_MS, best: 'low' } },
      { what: what('CLS'), value: cls, unit: '', bar: { limit: CLS, best: 'low' } },
      { what: what('console errors'), value: faults, unit: '', bar: { limit: 0, best: 'low' } },
    );
  }
  return measures;
}

async function look(context: BrowserContext, address: string) {
  const page = await context.newPage();
  let faults = 0;
  const complain = (text: string) => {
    faults += 1;
    console.log(`${address}: ${text}`);
  };
  page.on('pageerror', (error) => complain(error.message));
  page.on('console', (message) => message.type() === 'error' && complain(message.text()));
  await page.addInitScript({ content: WATCH_PAINTS });
  await page.goto(address, { waitUntil: 'networkidle' });
  const { lcp, cls } = await page.evaluate<{ lcp: number; cls: number }>('figures');
  await page.close();
  return { lcp, cls, faults };
}

/** Runs in the page, before anything of it. */
const WATCH_PAINTS = `
  window.figures = { lcp: 0, cls: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) figures.lcp = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) figures.cls += value;
  }).observe({ type: 'layout-shift', buffered: true });`;
