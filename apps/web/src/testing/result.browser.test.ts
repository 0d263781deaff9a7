import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RunEvent } from '@quantumlayer/sdk';
import { readEvents } from '@quantumlayer/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn, type Visit, violationsOf } from './browser.ts';
import { projectNamed, type Run, runThatIs, startRun, TASKS } from './seeded-runs.ts';
import { sharedFactory } from './shared-factory.ts';
import { turnThemes } from './turn-themes.ts';

const factory = sharedFactory();

let browser: Browser;
let folder: string;
let run: Run;
let visit: Visit;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'result-'));
  browser = await launchBrowser();
  // A preview of its own: its address is changed here, and others look at theirs.
  const { id: projectId } = await projectNamed(factory, 'Result');
  const { id } = await startRun(factory, projectId, { prompt: TASKS, preview: true });
  run = await runThatIs(factory, id, 'succeeded');
  visit = await signIn(browser, factory);
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});
turnThemes(() => visit.page);

async function show(view: string, page: Page = visit.page) {
  await page.goto(`${factory.url}/runs/${run.id}?view=${view.toLowerCase()}`);
  return page.getByRole('tabpanel', { name: view, exact: true });
}

/** As the browser sees it, which alone knows that names below `.localhost` are this machine. */
async function statusOf(url: string): Promise<number | undefined> {
  const page = await visit.page.context().newPage();
  const response = await page.goto(url);
  await page.close();
  return response?.status();
}

describe('the preview', () => {
  it('is shared with its end and for whom it opens, and withdrawn by a new address', async () => {
    const { page } = visit;
    const panel = await show('Preview');
    await panel.frameLocator('iframe').getByText('/api/tasks').first().waitFor();
    await panel.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share the preview' });
    const link = dialog.getByRole('button', { name: 'Copy the link' });
    const before = (await link.getAttribute('title')) ?? '';

    expect(before).toMatch(/^http:\/\/[0-9a-f]{40}\.localhost:\d+\/$/);
    expect(await dialog.textContent()).toMatch(/machine of the factory, and nowhere else.*ends in/);
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'New address' }).click();
    await page.getByText('The preview has a new address', { exact: true }).waitFor();
    await expect.poll(() => link.getAttribute('title')).not.toBe(before);

    const after = (await link.getAttribute('title')) ?? '';
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(await panel.locator('iframe').getAttribute('src')).toBe(after);
    await panel.frameLocator('iframe').getByText('/api/tasks').first().waitFor();
    expect(await Promise.all([statusOf(before), statusOf(after)])).toEqual([404, 200]);
  });

  it('has left its address nowhere that is kept', async () => {
    const { stages } = await factory.json<Run>(`/api/v1/runs/${run.id}`);
    const dropId = stages.find(({ key }) => key === 'preview')?.dropId;
    const drop = await (await factory.request(`/api/v1/drops/${dropId}/content`)).text();
    const journal = await readEvents<RunEvent>(factory, run.id);

    expect(JSON.parse(drop)).toEqual({ previewId: run.previewId });
    expect(JSON.stringify([stages, journal])).not.toContain('localhost');
  });

  it('shows the app in the width of a phone and of a tablet', async () => {
    const panel = await show('Preview');
    const frame = panel.locator('iframe');
    for (const [name, width] of [
      ['Phone', 390],
      ['Tablet', 768],
    ] as const) {
      await panel.getByRole('button', { name }).click();
      await expect.poll(async () => (await frame.boundingBox())?.width).toBe(width);
    }
  });

  it('shows what the app writes', async () => {
    const panel = await show('Preview');
    await panel.getByRole('button', { name: 'Log', exact: true }).click();
    await visit.page.getByRole('dialog').getByText('Server listening').waitFor();
    await visit.page.keyboard.press('Escape');
  });

  it('lives an hour longer when told so', async () => {
    const read = () => factory.json<{ expiresAt: string }>(`/api/v1/previews/${run.previewId}`);
    const { expiresAt } = await read();
    await (await show('Preview')).getByRole('button', { name: 'One hour more' }).click();
    await expect
      .poll(async () => Date.parse((await read()).expiresAt) - Date.parse(expiresAt))
      .toBe(3_600_000);
  });

  it('is stopped, and started again where it was', async () => {
    const panel = await show('Preview');
    await panel.getByRole('button', { name: 'Stop', exact: true }).click();
    await panel.getByText('The preview is stopped').waitFor();
    await panel.getByRole('button', { name: 'Start it again' }).click();
    await panel.frameLocator('iframe').getByText('/api/tasks').first().waitFor();
    const { stages } = await factory.json<Run>(`/api/v1/runs/${run.id}`);
    const attempts = Object.fromEntries(stages.map((stage) => [stage.key, stage.attempts]));

    expect(attempts).toMatchObject({ quality: 1, capsule: 1, preview: 2 });
  });
});

describe('the capsule', () => {
  it('is taken away as a repository that git clones', async () => {
    const panel = await show('Capsule');
    await panel.getByRole('button', { name: 'Download' }).click();
    const waiting = visit.page.waitForEvent('download');
    await visit.page.getByRole('menuitem', { name: /Git bundle/ }).click();
    const download = await waiting;
    const file = join(folder, 'app.bundle');
    await download.saveAs(file);
    await promisify(execFile)('git', ['clone', '-q', file, join(folder, 'app')]);

    expect(download.suggestedFilename()).toMatch(/^todo-list-[0-9a-f]{12}\.bundle$/);
    expect(await readFile(join(folder, 'app', 'README.md'), 'utf8')).toContain('# Todo list');
  });

  it('says who built it, from what, and what was signed', async () => {
    const panel = await show('Capsule');
    await panel.getByText('sandboxed by').waitFor();
    const text = await panel.textContent();
    expect(text).toMatch(/Built by.*quantumlayer.*Made from.*prompt.*blueprint.*Signed for/);
    const [document] = await Promise.all([
      visit.page.waitForEvent('download'),
      panel.getByRole('link', { name: /in-toto/ }).click(),
    ]);
    expect(await readFile(await document.path(), 'utf8')).toContain('https://slsa.dev/provenance');
  });

  it('finds a component of the bill of materials by name and by licence', async () => {
    const panel = await show('Capsule');
    const table = panel.getByRole('region', { name: /^Bill of materials/ });
    await table.getByRole('row').nth(50).waitFor();
    const search = panel.getByRole('searchbox', { name: /^Find in: Bill of materials/ });
    await search.fill('pino@');
    await expect.poll(() => table.getByRole('row').count()).toBe(2);
    expect(await table.textContent()).toMatch(/pino.*MIT.*sha512:/);
    await search.fill('no such thing');
    await table.getByText('No package like “no such thing”.').waitFor();
  });
});

describe('the portal', () => {
  it('shows the reference without a fault, and its form works with the session', async () => {
    const { page, faults } = await signIn(browser, factory);
    await page.goto(`${factory.url}/developers`);
    await page.getByRole('link', { name: /API reference/ }).click();
    await page.waitForURL('**/docs');
    await page.getByRole('button', { name: 'Open Group - System' }).click();
    await page.getByRole('link', { name: /^Get what this installation/ }).click();
    await page.getByRole('button', { name: /^Test Request.*\/api\/v1\/system\)/ }).click();
    const answer = page.waitForResponse((response) => response.url().endsWith('/api/v1/system'));
    await page.getByRole('button', { name: /^Send get request/i }).click();

    expect((await answer).status()).toBe(200);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'breaks no rule of accessibility in the reference in the %s theme',
    async (colorScheme) => {
      const { page, faults } = await signIn(browser, factory, { colorScheme });
      await page.goto(`${factory.url}/docs`);
      await page.getByRole('heading', { name: 'QuantumLayer' }).waitFor();
      await page.getByRole('heading', { name: 'Health' }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  it('shows every guide and the changelog', async () => {
    const { page } = visit;
    await page.goto(`${factory.url}/developers`);
    const guides = page.locator('a[href^="/developers/guides/"]');
    const paths = await guides.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(paths.slice(0, 2)).toEqual([
      '/developers/guides/first-run',
      '/developers/guides/write-a-prompt',
    ]);
    for (const path of [...paths, '/developers/changelog']) {
      await page.goto(`${factory.url}${path}`);
      await page.getByRole('article').waitFor();
      expect(await violationsOf(page), String(path)).toEqual([]);
    }
  });
});
