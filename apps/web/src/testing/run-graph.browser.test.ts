import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FactoryProcess, startFactory } from '@quantumlayer/testing';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser, signIn, violationsOf } from './browser.ts';
import { type Frames, smoothest } from './frames.ts';
import { wideBlueprint } from './wide-blueprint.ts';

const entry = join(import.meta.dirname, '../../../server/src/main.ts');
const LIBRARY =
  'A library: books have a title and a unique isbn. Members have a name. A loan belongs to a book and has a due date. It dances at night.';
const SMOOTH = 50;
const NARROW = 640;
const RUN_LIMIT_MS = 60_000;

let browser: Browser;
let dataFolder: string;
let factory: FactoryProcess;
/** Waits at its checkpoint for all of this file. */
let runId: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'run-graph-'));
  [browser, factory] = await Promise.all([
    launchBrowser(),
    startFactory({ entry, dataFolder, env: { QL_OPEN_BROWSER: '0' } }),
  ]);
  runId = await startReviewed(LIBRARY);
});
afterAll(async () => {
  await browser?.close();
  await factory?.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

async function startReviewed(prompt: string): Promise<string> {
  const projects = await factory.json<{ items: { id: string }[] }>('/api/v1/projects');
  const { id } = await factory.json<{ id: string }>(
    `/api/v1/projects/${projects.items[0]?.id}/runs`,
    {
      method: 'POST',
      headers: { 'idempotency-key': randomUUID() },
      body: JSON.stringify({
        prompt,
        options: { stack: 'typescript-fastify', review: true, preview: false },
      }),
    },
  );
  await vi.waitFor(
    async () => {
      const { status } = await factory.json<{ status: string }>(`/api/v1/runs/${id}`);
      expect(status).toBe('waiting');
    },
    { timeout: RUN_LIMIT_MS, interval: 200 },
  );
  return id;
}

const signal = (id: string, body: object) =>
  factory.json(`/api/v1/runs/${id}/signal`, { method: 'POST', body: JSON.stringify(body) });

async function visit(path: string, options: BrowserContextOptions = {}) {
  const { page, faults } = await signIn(browser, factory, options);
  await page.goto(`${factory.url}${path}`);
  return { page, faults };
}

const graph = (page: Page) => page.getByRole('region', { name: 'Graph of the stages' });
const diagram = (page: Page) => page.getByRole('region', { name: 'Entity diagram' });

describe('the graph of the stages', () => {
  it('says what the list says, and both choose the same stage, in the address', async () => {
    const { page, faults } = await visit(`/runs/${runId}`);
    const list = page.getByRole('list', { name: 'Stages' });
    const titles = (text: string | null) => (text ?? '').match(/[A-Z][a-z]+ [a-z ]*[a-z]/g);
    await list.getByRole('button', { name: 'Design architecture' }).click();
    const inList = await list.getByRole('button').allTextContents();
    await page.getByRole('button', { name: 'Graph', exact: true }).click();
    const design = graph(page).getByRole('button', { name: /Succeeded.*Design architecture/ });
    await design.waitFor();

    expect(await graph(page).locator('.react-flow__node').count()).toBe(inList.length);
    const inGraph = await graph(page).locator('.react-flow__node').allTextContents();
    expect(inGraph.map(titles)).toEqual(inList.map(titles));
    expect(await design.getAttribute('aria-pressed')).toBe('true');
    expect(new URL(page.url()).searchParams.toString()).toBe('stage=design&stages=graph');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is walked and chosen from by keyboard alone', async () => {
    const { page } = await visit(`/runs/${runId}?stages=graph`);
    await graph(page)
      .getByRole('button', { name: /Parse requirements/ })
      .waitFor();
    await page.getByRole('button', { name: 'Graph', exact: true }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await expect.poll(() => new URL(page.url()).searchParams.get('stage')).toBe('design');
    await page.getByRole('heading', { name: 'Design architecture' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).searchParams.get('stage')).toBeNull();
    await page.context().close();
  });
});

describe('the diagram of the entities', () => {
  it('follows what is changed at the checkpoint, and is said in words', async () => {
    const { page } = await visit(`/runs/${runId}`);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('textbox', { name: 'New field of Member' }).fill('nickname');
    await page.getByRole('button', { name: 'Add' }).nth(1).click();
    await page.getByRole('tab', { name: 'Diagram' }).click();
    await diagram(page).getByRole('group', { name: 'Table Member: id, name, nickname' }).waitFor();

    expect(await page.getByRole('figure').textContent()).toContain(
      'Loan belongs to exactly one Book (book); Book has any number of Loan.',
    );
    await page.context().close();
  });
});

describe('what is open', () => {
  it('is answered on the New screen, read again, and taken back', async () => {
    const { page } = await visit('/');
    const box = page.getByRole('textbox', { name: 'What should we build?' });
    await box.fill(LIBRARY);
    const questions = page.getByRole('region', { name: 'Open questions' });
    await questions.getByRole('button', { name: 'A loan belongs to a member' }).click();
    await questions.waitFor({ state: 'detached' });
    expect(await box.inputValue()).toBe(`${LIBRARY}\n\nDecided:\nA loan belongs to a member.`);
    await page.getByRole('button', { name: /^Leave it out: It dances/ }).click();
    await page.getByRole('region', { name: 'Not understood' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Take it back' }).click();

    expect(await box.inputValue()).toContain('It dances at night.');
    await page.context().close();
  });

  it('is answered on a run and makes the next prompt, while what was being written is kept', async () => {
    const { page } = await visit('/');
    const box = page.getByRole('textbox', { name: 'What should we build?' });
    await box.fill('A half-written thought');
    await page.goto(`${factory.url}/runs/${runId}`);
    await page.getByRole('button', { name: 'A member stands alone' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Answer and build again' }).click();
    await page.waitForURL(/\/\?project=/);
    await expect
      .poll(() => box.inputValue())
      .toBe(`${LIBRARY}\n\nDecided:\nA member stands alone.`);
    await page.getByRole('button', { name: 'Bring it back' }).click();

    expect(await box.inputValue()).toBe('A half-written thought');
    await page.context().close();
  });

  it('is answered at the checkpoint without losing what was changed there', async () => {
    const { page } = await visit(`/runs/${runId}`);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('textbox', { name: 'New field of Member' }).fill('nickname');
    await page.getByRole('button', { name: 'Add' }).nth(1).click();
    await page.getByRole('tab', { name: 'Asked and assumed' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Asked and assumed' });
    await panel.getByRole('button', { name: 'A loan belongs to a member' }).click();
    await panel.getByText('Member stands in no relation').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Diagram' }).click();

    await diagram(page).getByRole('group', { name: 'Table Member: id, name, nickname' }).waitFor();
    await diagram(page)
      .getByRole('group', { name: /Table Loan: .*memberId/ })
      .waitFor();
    await page.context().close();
  });
});

describe('every state of these screens', () => {
  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
  ] as const)('breaks no rule in the %s theme at %i px', async (colorScheme, width) => {
    const { page, faults } = await visit('/', { colorScheme, viewport: { width, height: 900 } });
    const found: string[] = [];
    for (const path of [
      `/runs/${runId}?stages=graph&stage=design`,
      `/runs/${runId}?view=reading`,
      `/?show=diagram&prompt=${encodeURIComponent(LIBRARY)}`,
    ]) {
      await page.goto(`${factory.url}${path}`);
      await page.locator('.react-flow__node').first().waitFor();
      // The rules are the same at every width; on a phone it is the room that runs out.
      const broken = width > NARROW ? await violationsOf(page) : [];
      found.push(...broken.map((line) => `${path} ${line}`));
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      if (wide > 0) found.push(`${path} is ${wide} px too wide`);
    }
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('with much to show', () => {
  const report = (what: string, { perSecond, longest }: Frames) =>
    process.stdout.write(
      `${what}: ${perSecond.toFixed(1)} frames a second, longest ${longest.toFixed(0)} ms
`,
    );

  it('pans a diagram of 200 tables smoothly', async () => {
    const wide = await startReviewed(LIBRARY);
    await signal(wide, { type: 'pause' });
    await signal(wide, { type: 'modify', stage: 'review', output: { blueprint: wideBlueprint() } });
    const { page } = await visit(`/runs/${wide}?view=reading`);
    await expect.poll(() => diagram(page).locator('.react-flow__node').count()).toBe(200);
    await diagram(page).scrollIntoViewIfNeeded();
    const frames = await smoothest(page, () => drag(page, diagram(page)));

    report('200 tables, dragged', frames);
    expect(frames.perSecond).toBeGreaterThanOrEqual(SMOOTH);
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

/** Drags the middle of the canvas to and fro. */
async function drag(page: Page, canvas: Locator) {
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('The canvas is not in the page.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < 120; step += 1) {
    await page.mouse.move(x + 180 * Math.sin(step / 12), y + 90 * Math.cos(step / 9));
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
}
