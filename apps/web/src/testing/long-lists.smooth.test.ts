import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FactoryProcess, seedRows, startFactory } from '@quantumlayer/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn, type Visit } from './browser.ts';
import { timeInteractions } from './interactions.ts';

const entry = join(import.meta.dirname, '../../../server/src/main.ts');
const ROWS = 10_000;
const BAR_MS = 100;
/** What a screen and its margins hold. */
const MOST_IN_PAGE = 150;

let browser: Browser;
let dataFolder: string;
let factory: FactoryProcess;
let visit: Visit;

const open = () => startFactory({ entry, dataFolder, env: { QL_OPEN_BROWSER: '0' } });

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'long-lists-'));
  await (await open()).stop();
  await seedRows(dataFolder, ROWS);
  [browser, factory] = await Promise.all([launchBrowser(), open()]);
  visit = await signIn(browser, factory);
});
afterAll(async () => {
  await browser?.close();
  await factory?.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

const rowsIn = (page: Page) => page.getByRole('main').getByRole('listitem');
const focusedRow = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.closest('li')?.dataset.index ?? -1));

/** Presses End until the list has come to its end. */
async function goToEnd(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await expect
    .poll(
      async () => {
        await page.keyboard.press('End');
        return await focusedRow(page);
      },
      { timeout: 120_000, interval: 50 },
    )
    .toBe(ROWS - 1);
}

function print(what: string, { p95, worst }: { p95: number; worst: number }): void {
  process.stdout.write(`${what}: p95 ${p95} ms, worst ${worst} ms (bar: p95 ${BAR_MS} ms)\n`);
}

describe('a list of 10,000 runs', () => {
  it('has its first rows in the first HTML', async () => {
    const response = await visit.page.request.get(`${factory.url}/runs`);
    const html = await response.text();

    expect(html).toContain('Shop 10000');
    expect(html).not.toContain('Loading runs');
  });

  it('answers each key within the bar while one moves through it', async () => {
    const { page } = visit;
    await page.goto(`${factory.url}/runs`, { waitUntil: 'networkidle' });
    await goToEnd(page);
    const moves = ['k', 'ArrowUp', 'k', 'k', 'j', 'ArrowDown'];
    const presses = 20 * moves.length;
    const times = await timeInteractions(page, presses, async () => {
      for (let turn = 0; turn < 20; turn += 1) {
        for (const key of moves) await page.keyboard.press(key);
      }
    });
    print('moving in 10,000 runs', times);

    expect(await focusedRow(page)).toBe(ROWS - 1 - 20 * 2);
    expect(await rowsIn(page).count()).toBeLessThan(MOST_IN_PAGE);
    expect(times.p95).toBeLessThanOrEqual(BAR_MS);
  });

  it('keeps the focus while one scrolls away from it, and comes back to it', async () => {
    const { page } = visit;
    const before = await focusedRow(page);
    await page.evaluate(() => window.scrollTo({ top: 0 }));
    await page.getByText('Shop 10000', { exact: true }).waitFor();

    expect(await focusedRow(page)).toBe(before);
    await page.keyboard.press('ArrowUp');
    expect(await focusedRow(page)).toBe(before - 1);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100_000);
  });

  it('answers each key within the bar while one types in the filter, and finds the one', async () => {
    const { page } = visit;
    const words = 'number 4711';
    await page.getByRole('searchbox', { name: 'Find in prompts' }).focus();
    const times = await timeInteractions(page, words.length, async () => {
      await page.keyboard.type(words, { delay: 60 });
      await expect.poll(() => rowsIn(page).count()).toBe(1);
    });
    print('typing in the filter of 10,000 runs', times);

    expect(await rowsIn(page).textContent()).toContain('Shop 4711');
    expect(times.p95).toBeLessThanOrEqual(BAR_MS);
  });

  it('opens the row that has the focus', async () => {
    const { page } = visit;
    await page.getByRole('searchbox', { name: 'Find in prompts' }).blur();
    await page.keyboard.press('j');
    const address = await page.evaluate(() =>
      document.activeElement instanceof HTMLAnchorElement ? document.activeElement.href : '',
    );
    await page.keyboard.press('Enter');

    await expect.poll(() => page.url()).toBe(address);
  });

  it('says that nothing fits, and shows all again', async () => {
    const { page } = visit;
    await page.goto(`${factory.url}/runs?q=nothing+of+the+kind`);
    await page.getByText('No run fits').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();

    await page.getByText('Shop 10000', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });
});

describe.each([
  ['drops', 'Find by stage or prompt', 'number 4711'],
  ['projects', 'Find a project', 'number 4711'],
])('a list of 10,000 %s', (path, field, words) => {
  it('answers each key within the bar', async () => {
    const { page } = visit;
    await page.goto(`${factory.url}/${path}`, { waitUntil: 'networkidle' });
    await page.keyboard.press('j');
    for (let turn = 0; turn < 8; turn += 1) {
      await page.keyboard.press('End');
      await page.waitForTimeout(150);
    }
    const times = await timeInteractions(page, 60 + words.length, async () => {
      for (let turn = 0; turn < 60; turn += 1) await page.keyboard.press('k');
      await page.getByRole('searchbox', { name: field }).focus();
      await page.keyboard.type(words, { delay: 60 });
      await expect.poll(() => rowsIn(page).count()).toBe(1);
    });
    print(`moving and typing in 10,000 ${path}`, times);

    expect(times.p95).toBeLessThanOrEqual(BAR_MS);
    expect(visit.faults).toEqual([]);
  });
});
