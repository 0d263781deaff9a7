import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn } from './browser.ts';
import { comparePicture } from './compare-picture.ts';
import {
  projectNamed,
  type Run,
  runThatIs,
  seededRuns,
  signalRun,
  startRun,
  TASKS,
} from './seeded-runs.ts';
import { sharedFactory } from './shared-factory.ts';
import { makeSteady, openSteady } from './steady-page.ts';
import { turnTo } from './turn-themes.ts';

const LOOKS = [
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 1440, height: 900 },
  { theme: 'light', width: 390, height: 844 },
] as const;

const factory = sharedFactory();
let browser: Browser;
let page: Page;
let screens: Record<string, string>;

beforeAll(async () => {
  browser = await launchBrowser();
  const { projectId, first, second } = await seededRuns(factory);
  const { id } = await projectNamed(factory, 'Pictures');
  const failed = await startRun(factory, id, { prompt: TASKS, review: true, key: 'picture-1' });
  const { status } = await factory.json<Run>(`/api/v1/runs/${failed.id}`);
  if (status !== 'failed') {
    await runThatIs(factory, failed.id, 'waiting');
    await signalRun(factory, failed.id, { type: 'reject', stage: 'review', reason: 'No owner' });
    await runThatIs(factory, failed.id, 'failed');
  }
  const waiting = await startRun(factory, id, { prompt: TASKS, review: true, key: 'picture-2' });
  await runThatIs(factory, waiting.id, 'waiting');
  screens = {
    new: `/?project=${id}&prompt=${encodeURIComponent(TASKS)}`,
    runs: `/runs?project=${id}`,
    run: `/runs/${first.id}`,
    evidence: `/runs/${first.id}?view=evidence`,
    files: `/runs/${first.id}?view=files`,
    checkpoint: `/runs/${waiting.id}`,
    failure: `/runs/${failed.id}`,
    projects: '/projects?q=Pictures',
    compare: `/projects/${projectId}/compare?from=${first.capsuleId}&to=${second.capsuleId}`,
    drops: `/drops?project=${id}`,
    dashboard: `/dashboard?project=${id}`,
    developers: '/developers',
    password: '/settings/password',
    problem: '/problems/quality-failed',
  };
  // For the style that hides what differs from run to run.
  ({ page } = await signIn(browser, factory, { reducedMotion: 'reduce', bypassCSP: true }));
});
afterAll(() => browser?.close());

describe('the pictures of the main screens', () => {
  it.each([
    ...['new', 'runs', 'run', 'evidence', 'files', 'checkpoint', 'failure', 'projects', 'compare'],
    ...['drops', 'dashboard', 'developers', 'password', 'problem'],
  ] as const)('are those that are kept: %s', async (name) => {
    await page.setViewportSize(LOOKS[0]);
    await openSteady(page, `${factory.url}${screens[name]}`);
    const faults: (string | null)[] = [];
    for (const { theme, width, height } of LOOKS) {
      await page.setViewportSize({ width, height });
      await turnTo(page, theme);
      await makeSteady(page);
      const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      faults.push(await comparePicture(`${name}-${theme}-${width}`, taken));
    }
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });
});
