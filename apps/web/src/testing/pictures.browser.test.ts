import type { Browser } from 'playwright-core';
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
import { showSteady } from './steady-page.ts';

const factory = sharedFactory();
let browser: Browser;
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
});
afterAll(() => browser?.close());

describe('the pictures of the main screens', () => {
  it.each([
    ['light', 1440, 900],
    ['dark', 1440, 900],
    ['light', 390, 844],
  ] as const)('are those that are kept, %s at %i px', async (colorScheme, width, height) => {
    const { page } = await signIn(browser, factory, {
      colorScheme,
      viewport: { width, height },
      reducedMotion: 'reduce',
      // For the style that hides what differs from run to run.
      bypassCSP: true,
    });
    const faults: (string | null)[] = [];
    for (const [name, path] of Object.entries(screens)) {
      await showSteady(page, `${factory.url}${path}`);
      const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      faults.push(await comparePicture(`${name}-${colorScheme}-${width}`, taken));
    }
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
    await page.context().close();
  });
});
