import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FactoryProcess, startFactory } from '@quantumlayer/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn } from './browser.ts';
import { type Frames, smoothest } from './frames.ts';
import { startReviewed } from './reviewed-run.ts';
import { entry } from './shared-factory.ts';
import { wideBlueprint } from './wide-blueprint.ts';

const LIBRARY = 'A library: books have a title and a unique isbn. Members have a name.';
const SMOOTH = 50;
/** Steps from the whole of 200 tables to where one reads the rows of some. */
const NEARER = 8;

let browser: Browser;
let dataFolder: string;
let factory: FactoryProcess;
/** Waits at its checkpoint for all of this file. */
let runId: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'much-to-show-'));
  [browser, factory] = await Promise.all([
    launchBrowser(),
    startFactory({ entry, dataFolder, env: { QL_OPEN_BROWSER: '0' } }),
  ]);
  runId = await startReviewed(factory, LIBRARY);
});
afterAll(async () => {
  await browser?.close();
  await factory?.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

const signal = (id: string, body: object) =>
  factory.json(`/api/v1/runs/${id}/signal`, { method: 'POST', body: JSON.stringify(body) });
const diagram = (page: Page) => page.getByRole('region', { name: 'Entity diagram' });

describe('with much to show', () => {
  const report = (what: string, { perSecond, longest }: Frames) =>
    process.stdout.write(
      `${what}: ${perSecond.toFixed(1)} frames a second, longest ${longest.toFixed(0)} ms\n`,
    );

  it('pans a diagram of 200 tables smoothly', async () => {
    const wide = await startReviewed(factory, LIBRARY);
    await signal(wide, { type: 'pause' });
    await signal(wide, { type: 'modify', stage: 'review', output: { blueprint: wideBlueprint() } });
    const { page } = await signIn(browser, factory);
    await page.goto(`${factory.url}/runs/${wide}?view=reading`);
    await expect.poll(() => diagram(page).locator('.react-flow__node').count()).toBe(200);
    await diagram(page).scrollIntoViewIfNeeded();
    const dragged = () => smoothest(page, () => drag(page, diagram(page)));
    const whole = await dragged();
    report('200 tables, dragged', whole);
    for (let times = 0; times < NEARER; times += 1) {
      await diagram(page).getByRole('button', { name: 'Nearer' }).click();
      // Each step is a short animation.
      await page.waitForTimeout(200);
    }
    const near = await dragged();
    report('200 tables from near, dragged', near);
    expect(await rowsInView(page)).toBeGreaterThan(10);

    expect(whole.perSecond).toBeGreaterThanOrEqual(SMOOTH);
    expect(near.perSecond).toBeGreaterThanOrEqual(SMOOTH);
    await page.context().close();
  });

  it('scrolls a log of 5,000 lines smoothly, and goes back to its end', async () => {
    const { page } = await signIn(browser, factory);
    await withLongJournal(page, runId, 15_000);
    await page.goto(`${factory.url}/runs/${runId}`);
    const log = page.getByRole('log');
    await log.getByText('line 4999 of the journal').waitFor();
    await log.scrollIntoViewIfNeeded();
    const frames = await smoothest(page, () => scrollUp(page, log));
    report('5,000 lines, scrolled', frames);
    expect(await log.locator('time').count()).toBeLessThan(100);
    await page.getByRole('button', { name: 'Jump to latest' }).click();
    await log.getByText('line 4999 of the journal').waitFor();
    await page.getByRole('searchbox', { name: 'Find in the log' }).fill('line 77 ');

    await expect.poll(() => log.locator('time').count()).toBe(1);
    expect(frames.perSecond).toBeGreaterThanOrEqual(SMOOTH);
    await page.context().close();
  });

  it('scrolls a timeline of 5,000 spans smoothly', async () => {
    const { page } = await signIn(browser, factory);
    await withLongJournal(page, runId, 15_000);
    await page.goto(`${factory.url}/runs/${runId}?view=timeline`);
    const spans = page.getByRole('region', { name: 'Attempts' });
    await expect
      .poll(() => spans.evaluate(({ scrollHeight }) => scrollHeight))
      .toBeGreaterThan(99_000);
    await spans.evaluate((element) => element.scrollTo(0, 50_000));
    const frames = await smoothest(page, () => scrollUp(page, spans));

    report('5,000 spans, scrolled', frames);
    expect(await spans.getByRole('listitem').count()).toBeLessThan(100);
    expect(frames.perSecond).toBeGreaterThanOrEqual(SMOOTH);
    await page.context().close();
  });
});

/** Answers the journal of a run with one that is long: so many lines, and as many spans of the stage Code. */
async function withLongJournal(page: Page, id: string, lines: number) {
  const at = new Date().toISOString();
  const body = Array.from({ length: lines }, (_, index) => {
    const part = Math.floor(index / 3);
    const event = {
      ...{ id: index + 1, runId: id, at, stage: `code/${part}` },
      type: ['stage.started', 'stage.progress', 'stage.succeeded'][index % 3],
      data: { message: `line ${part} of the journal` },
    };
    return `id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`;
  }).join('');
  let isSent = false;
  await page.route(`**/api/v1/runs/${id}/events`, async (route) => {
    if (isSent) return;
    isSent = true;
    await route.fulfill({ contentType: 'text/event-stream', body });
  });
}

/** Scrolls up through it by the wheel. */
async function scrollUp(page: Page, list: Locator) {
  await list.hover();
  for (let step = 0; step < 100; step += 1) {
    await page.mouse.wheel(0, -240);
    await page.waitForTimeout(8);
  }
}

/** How many rows of tables one sees. */
function rowsInView(page: Page): Promise<number> {
  return diagram(page).evaluate((canvas) => {
    const room = canvas.getBoundingClientRect();
    return [...canvas.querySelectorAll('.react-flow__node p')].filter((row) => {
      const { left, top } = row.getBoundingClientRect();
      return left >= room.left && left <= room.right && top >= room.top && top <= room.bottom;
    }).length;
  });
}

/** Drags the middle of the canvas to and fro, and back to where it was. */
async function drag(page: Page, canvas: Locator) {
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('The canvas is not in the page.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < 120; step += 1) {
    await page.mouse.move(x + 180 * Math.sin(step / 12), y + 90 * Math.sin(step / 9));
    await page.waitForTimeout(8);
  }
  await page.mouse.move(x, y);
  await page.mouse.up();
}
