import type { RunEvent } from '@quantumlayer/sdk';
import { type FactoryConnection, readEvents } from '@quantumlayer/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn, untilAlive, type Visit, visitPage } from './browser.ts';
import { copied, promptBox, waitForStatus } from './journey.ts';
import { projectNamed, runThatIs, signalRun, startRun, TASKS } from './seeded-runs.ts';
import { sharedFactory } from './shared-factory.ts';
import { turnThemes } from './turn-themes.ts';

const factory: FactoryConnection = sharedFactory();
const LOST = 'The connection to the factory is lost';
let browser: Browser;
let visit: Visit;
let projectId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  projectId = (await projectNamed(factory, 'Live')).id;
  visit = await signIn(browser, factory);
});
afterAll(() => browser?.close());
turnThemes(() => visit.page);

async function waitingRun(): Promise<string> {
  const { id } = await startRun(factory, projectId, { prompt: TASKS, review: true });
  await runThatIs(factory, id, 'waiting');
  return id;
}

/** The whole log as the page would copy it. */
async function logOf(page: Page): Promise<string[]> {
  return (await copied(page, page.getByRole('button', { name: /Copy the log|Copied/ }))).split(
    '\n',
  );
}

describe('two tabs on one run', () => {
  let runId: string;
  let other: Page;

  beforeAll(async () => {
    runId = await waitingRun();
    other = await visit.page.context().newPage();
    await Promise.all(
      [visit.page, other].map(async (page) => {
        await page.goto(`${factory.url}/runs/${runId}`);
        await waitForStatus(page, 'Waiting for you');
      }),
    );
  });
  afterAll(() => other.close());

  it('tell each other what was decided', async () => {
    await visit.page.getByRole('button', { name: 'Approve' }).click();
    await other.getByRole('region', { name: 'Waiting for you' }).waitFor({ state: 'detached' });
    await other.getByRole('log').getByText('approved').waitFor();

    expect(await other.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  });

  it('end alike when one of them cancels', async () => {
    await other.getByRole('button', { name: 'Cancel' }).click();
    await Promise.all([visit.page, other].map((page) => waitForStatus(page, 'Cancelled')));
    await expect.poll(() => visit.page.title()).toMatch(/^Cancelled: /);
  });

  it('have each line once, in the same order', async () => {
    const events = await readEvents<RunEvent>(factory, runId);
    const lines = await logOf(other);

    expect(lines.at(-1)).toContain('Run cancelled');
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.filter((line) => line.includes('approved'))).toHaveLength(1);
    expect(lines.length).toBeLessThanOrEqual(events.length);
    expect(await logOf(visit.page)).toEqual(lines);
  });
});

describe('a page whose network goes away', () => {
  it('goes on from the last event it has seen', async () => {
    const { page } = visit;
    const runId = await waitingRun();
    await page.goto(`${factory.url}/runs/${runId}`);
    // The status comes with the page; the events come after it.
    await page.getByRole('log').getByText('waits for a person').waitFor();
    const seen = await readEventIds(runId);
    await page.context().setOffline(true);
    await page.getByText(LOST).waitFor();
    await signalRun(factory, runId, { type: 'reject', stage: 'review', reason: 'while away' });
    const resumed = page.waitForRequest(
      (request) => request.url().endsWith('/events') && request.method() === 'GET',
    );
    await page.context().setOffline(false);
    await waitForStatus(page, 'Failed');

    expect(Number((await resumed).headers()['last-event-id'])).toBe(seen.at(-1));
    await page.getByText('while away').first().waitFor();
    const lines = await logOf(page);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.filter((line) => line.includes('Run queued'))).toHaveLength(1);
    expect(await page.getByText(LOST).count()).toBe(0);
  });

  it('says that it is back although nothing has happened meanwhile', async () => {
    const { page } = visit;
    const runId = await waitingRun();
    await page.goto(`${factory.url}/runs/${runId}`);
    await waitForStatus(page, 'Waiting for you');
    await page.context().setOffline(true);
    await page.getByText(LOST).waitFor();
    await page.context().setOffline(false);
    await page.getByText(LOST).waitFor({ state: 'detached' });

    expect(await page.getByRole('button', { name: 'Approve' }).isEnabled()).toBe(true);
  });

  /** Of the journal so far; the stream of a run that waits does not end. */
  async function readEventIds(runId: string): Promise<number[]> {
    const ids: number[] = [];
    const stop = new AbortController();
    const answer = await factory.request(`/api/v1/runs/${runId}/events`, { signal: stop.signal });
    for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      ids.push(...[...text.matchAll(/^id: ?(\d+)$/gm)].map(([, id]) => Number(id)));
      if (text.includes('stage.waiting')) break;
    }
    stop.abort();
    return ids;
  }
});

describe('a slow network', () => {
  const SLOW = {
    offline: false,
    latency: 150,
    downloadThroughput: 150_000,
    uploadThroughput: 30_000,
  };

  it('moves nothing that is already there', async () => {
    const { page } = await signIn(browser, factory);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', SLOW);
    const shifts: Record<string, number> = {};
    for (const place of ['/runs', '/drops', '/dashboard']) {
      await page.goto(`${factory.url}${place}`, { waitUntil: 'commit' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.shimmer').first().waitFor({ state: 'detached' });
      await page.locator('main a').first().waitFor();
      shifts[place] = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              // The type of a layout shift is not among those of the DOM library.
              for (const entry of list.getEntries() as unknown as { value: number }[]) {
                sum += entry.value;
              }
            }).observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
          }),
      );
    }
    expect(Object.entries(shifts).filter(([, sum]) => sum > 0.02)).toEqual([]);
    await page.context().close();
  });

  it('does what was asked of a page before its scripts had come', async () => {
    const { page, faults } = await signIn(browser, factory);
    const release = Promise.withResolvers<void>();
    await page.route('**/_next/static/**/*.js', async (route) => {
      await release.promise;
      await route.continue();
    });
    await page.goto(`${factory.url}/runs`, { waitUntil: 'commit' });
    await page.getByLabel('Status').selectOption('failed');
    await page.getByRole('searchbox', { name: 'Find in prompts' }).fill('todo');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+k');
    release.resolve();
    await page.getByRole('dialog', { name: 'Search or do' }).waitFor();
    await page.waitForURL(/status=failed/);
    await page.waitForURL(/q=todo/);

    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('builds what was typed and sent before its scripts had come', async () => {
    const { page } = await signIn(browser, factory);
    const release = Promise.withResolvers<void>();
    await page.route('**/_next/static/**/*.js', async (route) => {
      await release.promise;
      await route.continue();
    });
    await page.goto(`${factory.url}/?project=${projectId}`, { waitUntil: 'commit' });
    await promptBox(page).fill(TASKS);
    await page.getByLabel('Let me review the design first').check();
    await promptBox(page).press('Enter');
    release.resolve();
    await page.waitForURL(/\/runs\/run_/);
    await waitForStatus(page, 'Waiting for you');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await waitForStatus(page, 'Cancelled');
    await page.context().close();
  });

  it('lets an action be sent once', async () => {
    const { page } = visit;
    const runId = await waitingRun();
    await page.goto(`${factory.url}/runs/${runId}`);
    let sent = 0;
    const release = Promise.withResolvers<void>();
    await page.route('**/signal', async (route) => {
      sent += 1;
      await release.promise;
      await route.continue();
    });
    const approve = page.getByRole('button', { name: 'Approve' });
    await untilAlive(approve);
    await approve.click();
    await expect.poll(() => approve.isDisabled()).toBe(true);
    await approve.click({ force: true });
    release.resolve();
    await page.getByRole('region', { name: 'Waiting for you' }).waitFor({ state: 'detached' });

    expect(sent).toBe(1);
    await page.unroute('**/signal');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await waitForStatus(page, 'Cancelled');
  });

  it('offers to try again what has failed', async () => {
    const { page } = await signIn(browser, factory);
    await visitPage(page, `${factory.url}/runs`);
    await page.getByRole('list', { name: 'Runs' }).getByRole('link').first().waitFor();
    await page.route('**/api/v1/runs?**', (route) => route.abort());
    await page.getByLabel('Status').selectOption('cancelled');
    const notice = page.getByRole('alert').filter({ hasText: 'The factory does not answer' });
    await notice.waitFor();
    await page.unroute('**/api/v1/runs?**');
    await notice.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('list', { name: 'Runs' }).getByRole('link').first().waitFor();

    expect(await notice.count()).toBe(0);
    await page.context().close();
  });
});
