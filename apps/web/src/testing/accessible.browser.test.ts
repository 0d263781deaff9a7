import { readdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn, type Visit, violationsOf } from './browser.ts';
import { startReviewed } from './reviewed-run.ts';
import { seededRuns } from './seeded-runs.ts';
import { sharedFactory } from './shared-factory.ts';
import { turnTo } from './turn-themes.ts';

const LOOKS = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'dark', width: 390 },
] as const;

const HAS_DIAGRAM = /view=reading|stages=graph|show=diagram/;

const factory = sharedFactory();
let browser: Browser;
let visit: Visit;
let runPath: string;
/** Of a run that waits for a person. */
let waitingPath: string;
let projectPath: string;
let versionId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  const { projectId, first, second } = await seededRuns(factory);
  runPath = `/runs/${first.id}`;
  projectPath = `/projects/${projectId}`;
  versionId = second.capsuleId ?? '';
  waitingPath = `/runs/${await startReviewed(factory, 'A book has a title and many loans.')}`;
  visit = await signIn(browser, factory);
});
afterAll(() => browser?.close());

describe('in both themes and on a phone', () => {
  it.each([
    ...['/', '/runs', '/projects', '/drops', '/dashboard', '/developers', '/settings/keys'],
    ...['RUN', 'RUN?view=files', 'RUN?view=evidence', 'RUN?view=reading'],
    ...['RUN?view=timeline', 'RUN?view=capsule', 'RUN?stages=graph'],
    ...['PROJECT', 'PROJECT?view=versions', 'PROJECT?view=settings', 'PROJECT/change?base=VERSION'],
    ...['WAITING', 'WAITING?checkpoint=change', 'WAITING?stages=graph&stage=design'],
    '/?show=diagram&prompt=A%20task%20has%20a%20title.%20A%20person%20has%20many%20tasks.',
  ])('%s breaks no rule of accessibility and fits', async (path) => {
    const { page, faults } = visit;
    const places: Record<string, string> = {
      RUN: runPath,
      WAITING: waitingPath,
      PROJECT: projectPath,
      VERSION: versionId,
    };
    const url = path.replaceAll(/RUN|WAITING|PROJECT|VERSION/g, (name) => places[name] ?? name);
    await page.goto(`${factory.url}${url}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.locator('.shimmer').count()).toBe(0);
    if (HAS_DIAGRAM.test(path)) await page.locator('.react-flow__node').first().waitFor();
    const found: string[] = [];
    for (const { theme, width } of LOOKS) {
      await page.setViewportSize({ width, height: 900 });
      await turnTo(page, theme);
      const broken = await violationsOf(page);
      found.push(...broken.map((line) => `${theme}, ${width} px: ${line}`));
      const overflow = await overflowOf(page);
      if (overflow > 0) found.push(`${theme}, ${width} px: ${overflow} px too wide`);
    }

    expect(found).toEqual([]);
    if (path.endsWith('view=files')) {
      // On a phone the tree scrolls by itself.
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(3_000);
    }
    expect(faults).toEqual([]);
  });

  it('every guide fits a phone', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 390, height: 900 });
    const files = await readdir(new URL('../../../../docs/guides/', import.meta.url));
    const slugs = files
      .filter((name) => /^[a-z-]+\.md$/.test(name))
      .map((name) => name.slice(0, -3));
    const found: string[] = [];
    for (const slug of slugs) {
      await page.goto(`${factory.url}/developers/guides/${slug}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const overflow = await overflowOf(page);
      if (overflow > 0) found.push(`${slug}: ${overflow} px too wide`);
    }

    expect(slugs.length).toBeGreaterThan(5);
    expect(found).toEqual([]);
  });
});

function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
