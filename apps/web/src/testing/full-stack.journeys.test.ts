import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, violationsOf } from './browser.ts';
import { enter, tabTo, typeInto } from './keyboard.ts';
import { projectNamed, runThatIs, startRun } from './seeded-runs.ts';
import { sharedFactory } from './shared-factory.ts';

const DESK =
  'A desk for requests where people sign up. The roles are member and agent. A request has a title, optional details, a due date and many comments. A request goes from open to started to done. Members see only their own requests, agents see all of them. A comment has a text.';
const PASSWORD = 'correct horse battery';
/** First-load JavaScript, compressed. */
const MOST_BYTES = 150_000;
const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
] as const;

const factory = sharedFactory();
let browser: Browser;
let context: BrowserContext;
let page: Page;
let url: string;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const { id } = await projectNamed(factory, 'Full stack');
  const asked = { prompt: DESK, stack: 'react-admin', preview: true, key: 'full-stack' };
  const run = await startRun(factory, id, asked);
  const { previewId } = await runThatIs(factory, run.id, 'succeeded');
  const preview = await factory.json<{ url: string }>(`/api/v1/previews/${previewId}`);
  url = preview.url.replace(/\/$/, '');
  [context, page] = await openBrowser();
});
afterAll(() => browser?.close());

/** A new profile, of somebody who has never been here. */
async function openBrowser(): Promise<[BrowserContext, Page]> {
  const profile = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1280, height: 860 },
  });
  const opened = await profile.newPage();
  opened.on('pageerror', (error) => faults.push(error.message));
  opened.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return [profile, opened];
}

const heading = (name: string | RegExp, on = page) =>
  on.getByRole('heading', { level: 1, name }).waitFor();

async function signUp(on: Page, email: string): Promise<void> {
  await on.goto(url);
  await heading('Sign in', on);
  await enter(on, 'Make an account');
  await heading('Make an account', on);
  await typeInto(on, 'E-mail', email);
  await typeInto(on, 'Password', PASSWORD);
  await on.keyboard.press('Enter');
  await heading(/desk/i, on);
}

/** What the page breaks of the rules of accessibility, and where it is too wide, in every look. */
async function faultsOfLooks(): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 860 });
    const broken = await violationsOf(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    if (overflow > 0) broken.push(`${overflow} px too wide`);
    found.push(...broken.map((line) => `${colorScheme}, ${width} px: ${line}`));
  }
  await page.setViewportSize({ width: 1280, height: 860 });
  return found;
}

describe('the web UI of an app that the factory has built, by keyboard alone', () => {
  it('signs somebody up', async () => {
    await signUp(page, 'ada@example.com');
    expect(await faultsOfLooks()).toEqual([]);
  });

  it('makes a record, and says what is missing first', async () => {
    await enter(page, 'New request');
    await heading('New request');
    await enter(page, 'Create request');
    await page.getByText('Fill this in.').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-title');
    expect(await faultsOfLooks()).toEqual([]);
    await page.keyboard.type('The printer is on fire');
    await tabTo(page, 'Due date');
    await page.keyboard.type('12242026');
    await enter(page, 'Create request');
    await heading('The printer is on fire');
    await page.getByText('Dec 24, 2026').waitFor();
  });

  it('moves it through its states, of which only the next one is offered', async () => {
    const offered = () => page.locator('.page-header > .actions').textContent();
    expect(await offered()).toMatch(/^StartEditDelete/);
    await enter(page, 'Start');
    await page.locator('dd').getByText('Started').waitFor();
    expect(await offered()).toMatch(/^FinishEditDelete/);
    expect(await faultsOfLooks()).toEqual([]);
  });

  it('leads past the navigation, and covers nothing with that link', async () => {
    await tabTo(page, 'Skip to content');
    expect(await faultsOfLooks()).toEqual([]);
  });

  it('edits it', async () => {
    await enter(page, 'Edit');
    await typeInto(page, 'Title', 'The printer was on fire');
    await enter(page, 'Save');
    await heading('The printer was on fire');
  });

  it('adds what belongs to it', async () => {
    await enter(page, 'Add comment');
    await typeInto(page, 'Text', 'It is out.');
    await enter(page, 'Create comment');
    await heading('It is out.');
  });

  it('finds it, also after a reload and in another browser', async () => {
    await enter(page, 'Requests');
    await typeInto(page, 'Search requests', 'fire');
    await expect.poll(() => page.url()).toContain('q=fire');
    const row = (on: Page) => on.getByRole('link', { name: 'The printer was on fire' }).waitFor();
    await row(page);
    expect(await faultsOfLooks()).toEqual([]);
    await page.reload();
    await row(page);
    const other = await browser.newContext({ storageState: await context.storageState() });
    const copy = await other.newPage();
    await copy.goto(page.url());
    await row(copy);
    await other.close();
  });

  it('turns dark and stays so', async () => {
    await tabTo(page, 'Theme');
    await page.keyboard.type('Dark');
    await page.reload();
    const scheme = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    expect(await scheme()).toBe('dark');
  });

  it('keeps it from somebody else', async () => {
    const [list] = page.url().split('?');
    await page.getByRole('link', { name: 'The printer was on fire' }).click();
    await heading('The printer was on fire');
    const [profile, stranger] = await openBrowser();
    await signUp(stranger, 'bob@example.com');
    await stranger.goto(`${list}`);
    await stranger.getByText('No requests yet').waitFor();
    const before = faults.length;
    await stranger.goto(page.url());
    await stranger.getByText('There is no request').waitFor();
    // The browser itself says of the answer that it is 404.
    faults.splice(before);
    await profile.close();
  });

  it('signs out', async () => {
    await enter(page, 'Sign out');
    await heading('Sign in');
    expect(await faultsOfLooks()).toEqual([]);
    await page.goto(`${url}/requests`);
    await heading('Sign in');
  });

  it('complains of nothing on the way', () => {
    expect(faults).toEqual([]);
  });

  it.each(['/sign-in', '/requests', '/requests/new'])('loads little for %s', async (path) => {
    const [profile, fresh] = await openBrowser();
    if (path !== '/sign-in') await signUp(fresh, `first${path.length}@example.com`);
    await fresh.goto(url + path, { waitUntil: 'networkidle' });
    const sizes = await fresh.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry): entry is PerformanceResourceTiming => entry.name.endsWith('.js'))
        .map(({ encodedBodySize }) => encodedBodySize),
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
    await profile.close();
  });
});
