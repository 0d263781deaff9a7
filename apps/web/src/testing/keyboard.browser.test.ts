import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn, type Visit } from './browser.ts';
import { promptBox, waitForStatus } from './journey.ts';
import { TASKS } from './seeded-runs.ts';
import { sharedFactory } from './shared-factory.ts';
import { turnThemes } from './turn-themes.ts';

const factory = sharedFactory();
const MOST_STOPS = 60;
let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
  visit = await signIn(browser, factory);
});
afterAll(() => browser?.close());
turnThemes(() => visit.page);

type Stop = { name: string; isSeen: boolean };

/** What has the focus, and whether a person sees that it has. */
function focusOf(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) {
      return { name: '', isSeen: true };
    }
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
    const name = element.getAttribute('aria-label') ?? (label ?? element).textContent?.trim() ?? '';
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isOutlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
    // A field may show it by the frame around it, which has the colour of the accent then.
    const frame = element.closest('[class*="focus-within:"]');
    const isFramed = frame?.matches(':focus-within') === true;
    return { name, isSeen: box.width > 1 && box.height > 1 && (isOutlined || isFramed) };
  });
}

/** Tab, or Shift+Tab, until the focus is on what is called so; fails when a stop on the way cannot be seen. */
async function tabTo(page: Page, wanted: RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const { name, isSeen } = await focusOf(page);
    if (!isSeen) throw new Error(`The focus on “${name}” cannot be seen`);
    if (wanted.test(name)) return;
    seen.push(name);
    await page.keyboard.press(key);
  }
  throw new Error(`${wanted} cannot be reached; there are ${seen.join(', ')}`);
}

describe('without a pointer', () => {
  it('a sentence becomes a verified capsule, its design approved on the way', async () => {
    const { page } = visit;
    await expect
      .poll(() => promptBox(page).evaluate((box) => box === document.activeElement))
      .toBe(true);
    await page.keyboard.type(TASKS);
    await tabTo(page, /^Let me review/);
    await page.keyboard.press('Space');
    await tabTo(page, /What should we build/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/runs\/run_/);
    await waitForStatus(page, 'Waiting for you');
    await tabTo(page, /^Approve$/);
    await page.keyboard.press('Enter');
    await waitForStatus(page, 'Succeeded');
    await tabTo(page, /^Overview$/, 'Shift+Tab');
    await page.keyboard.press('End');
    await expect.poll(async () => (await focusOf(page)).name).toBe('Capsule');
    // The view comes when it is looked at first.
    await page.getByRole('button', { name: 'Verify now' }).waitFor();
    await tabTo(page, /^Verify now$/);
    await page.keyboard.press('Enter');
    await page.getByText('It verifies').waitFor();
  });

  it('every place is a key or two away', async () => {
    const { page } = visit;
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search or do' }).waitFor();
    await page.keyboard.type('dashb');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/dashboard/);
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.waitForURL(/\/projects/);
  });

  it('the sheet of shortcuts opens, shows the page’s own and closes', async () => {
    const { page } = visit;
    await page.getByRole('heading', { level: 1, name: 'Projects' }).waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByText('Create a project').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  it('the first stop of a page skips to its content', async () => {
    const { page } = visit;
    await page.goto(`${factory.url}/runs`);
    await page.keyboard.press('Tab');
    expect(await focusOf(page)).toEqual({ name: 'Skip to content', isSeen: true });
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.keyboard.press('Tab');
    const isInside = await page.evaluate(
      () => document.activeElement?.closest('#content') !== null,
    );
    expect(isInside).toBe(true);
  });

  it.each(['/', '/runs', '/projects', '/drops', '/dashboard', '/settings/keys'])(
    'every stop of %s can be seen',
    async (place) => {
      const { page } = visit;
      await page.goto(`${factory.url}${place}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.shimmer').first().waitFor({ state: 'detached' });
      const hidden: string[] = [];
      for (let stop = 0; stop < 25; stop += 1) {
        await page.keyboard.press('Tab');
        const { name, isSeen } = await focusOf(page);
        if (!isSeen) hidden.push(name);
      }
      expect(hidden).toEqual([]);
    },
  );

  it('nothing has made the browser complain', () => {
    expect(visit.faults).toEqual([]);
  });
});
