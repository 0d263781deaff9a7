import type { Page } from 'playwright-core';
import { beforeEach, expect } from 'vitest';
import { takeTurns, type themes } from './theme-turns.ts';

/** Each test goes on in the theme that the one before was not in: a file walks its journeys in both, in the same time. */
export function turnThemes(pageOf: () => Page): void {
  const next = takeTurns();
  beforeEach(async () => {
    await turnTo(pageOf(), next());
  });
}

/** Shows the page that is open in a theme, as when the system changes to it. */
export async function turnTo(page: Page, colorScheme: (typeof themes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme });
  const root = page.locator('html');
  await expect.poll(() => root.getAttribute('class')).toContain(colorScheme);
}
