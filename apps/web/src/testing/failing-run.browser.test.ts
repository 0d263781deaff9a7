import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FactoryProcess, startFactory } from '@quantumlayer/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn, type Visit } from './browser.ts';
import { build, showView, waitForStatus } from './journey.ts';
import type { Run } from './seeded-runs.ts';
import { entry, folderWithDependencies } from './shared-factory.ts';
import { turnThemes } from './turn-themes.ts';

const FAULT = "throw new Error('a disk fault has eaten this package');\n";

let browser: Browser;
/** One of its own: every run of a factory stands on the same packages. */
let factory: FactoryProcess;
let dataFolder: string;
let visit: Visit;
let runId: string;
let mend: (() => Promise<void>) | undefined;

/** A package that the generated app stands on is damaged on the disk, as a real disk does it. */
async function damagePackage(): Promise<() => Promise<void>> {
  const folder = join(dataFolder, 'dependencies');
  const sets = (await readdir(folder)).filter((name) => /^[0-9a-f]{64}$/.test(name));
  const paths = sets.map((set) => join(folder, set, 'node_modules/fastify/fastify.js'));
  const before = await Promise.all(paths.map((path) => readFile(path)));
  await Promise.all(paths.map((path, index) => writeFile(path, FAULT + before[index])));
  return async () => {
    await Promise.all(paths.map((path, index) => writeFile(path, before[index] ?? '')));
  };
}

beforeAll(async () => {
  dataFolder = await folderWithDependencies();
  [browser, factory] = await Promise.all([
    launchBrowser(),
    startFactory({ entry, dataFolder, env: { QL_OPEN_BROWSER: '0' } }),
  ]);
  visit = await signIn(browser, factory);
  mend = await damagePackage();
  runId = await build(visit.page, factory, 'A notebook: a note has a text');
  await waitForStatus(visit.page, 'Failed');
});
afterAll(async () => {
  await browser?.close();
  await factory?.stop();
  await rm(dataFolder, { recursive: true, force: true });
});
turnThemes(() => visit.page);

describe('a run that fails', () => {
  it('says which check failed, why, and what to do next', async () => {
    const reason = visit.page.getByRole('region', { name: 'Why it failed' });
    await reason.getByText('quality-failed').waitFor();
    const { failure } = await factory.json<Run>(`/api/v1/runs/${runId}`);
    const text = (await reason.textContent()) ?? '';

    expect(failure).toMatchObject({ stage: 'quality', code: 'quality-failed' });
    expect(text).toContain(failure?.message);
    expect(text).toContain(failure?.next);
    expect(await reason.getByRole('link', { name: 'quality-failed' }).getAttribute('href')).toBe(
      '/problems/quality-failed',
    );
  });

  it('shows the output of the failing check in one click', async () => {
    const { page } = visit;
    const reason = page.getByRole('region', { name: 'Why it failed' });
    await reason
      .getByRole('button', { name: /^Output of / })
      .first()
      .click();

    await expect.poll(() => reason.locator('pre').textContent()).toContain('a disk fault');
  });

  it('shows what passed and what did not as evidence', async () => {
    const panel = await showView(visit.page, 'Evidence');
    await panel.getByText('failed', { exact: true }).first().waitFor();

    expect(await panel.getByText('passed', { exact: true }).count()).toBeGreaterThan(0);
  });

  it('has no capsule, and says why', async () => {
    const panel = await showView(visit.page, 'Capsule');
    await panel.getByText('Only a run whose every check has passed').waitFor();
    expect((await factory.json<Run>(`/api/v1/runs/${runId}`)).capsuleId).toBeNull();
  });

  it('says so in the title and the icon of the tab', async () => {
    const icon = visit.page.locator('link[rel="icon"]');

    expect(await visit.page.title()).toMatch(/^Failed: /);
    expect(decodeURIComponent((await icon.getAttribute('href')) ?? '')).toContain('#dc2626');
  });

  it('goes on from the stage when what was wrong is mended', async () => {
    const { page } = visit;
    await mend?.();
    await showView(page, 'Overview');
    await page.getByRole('button', { name: 'Run again from' }).click();
    await page.getByRole('menuitem', { name: 'Validate quality' }).click();
    await waitForStatus(page, 'Succeeded');
    const run = await factory.json<Run>(`/api/v1/runs/${runId}`);
    const attempts = Object.fromEntries(run.stages.map((stage) => [stage.key, stage.attempts]));

    expect(await page.getByRole('region', { name: 'Why it failed' }).count()).toBe(0);
    expect(attempts).toMatchObject({ parse: 1, design: 1, code: 1, quality: 2, capsule: 1 });
    expect(run.capsuleId).not.toBeNull();
    expect(await page.title()).toMatch(/^Succeeded: /);
  });

  it('shows both attempts on the timeline', async () => {
    const panel = await showView(visit.page, 'Timeline');
    await panel.getByText('Validate quality · attempt 2').waitFor();
    expect(await panel.getByText(/^Validate quality/).count()).toBe(2);
  });

  it('has not made the browser complain', () => {
    expect(visit.faults).toEqual([]);
  });
});
