import type { FactoryConnection } from '@quantumlayer/testing';
import type { Locator, Page } from 'playwright-core';

const RUN_LIMIT_MS = 240_000;

export const promptBox = (page: Page) =>
  page.getByRole('textbox', { name: 'What should we build?' });

/** Types the prompt, presses Enter, and waits for the page of the run. */
export async function build(
  page: Page,
  factory: FactoryConnection,
  prompt: string,
  { review = false, projectId }: { review?: boolean; projectId?: string } = {},
): Promise<string> {
  await page.goto(`${factory.url}/${projectId === undefined ? '' : `?project=${projectId}`}`);
  await promptBox(page).fill(prompt);
  if (review) await page.getByLabel('Let me review the design first').check();
  await promptBox(page).press('Enter');
  await page.waitForURL(/\/runs\/run_/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

export const waitForStatus = (page: Page, status: string) =>
  page.locator('header').getByText(status, { exact: true }).waitFor({ timeout: RUN_LIMIT_MS });

/** Shows one of the views of a run or a project. */
export async function showView(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name, exact: true }).click();
  return page.getByRole('tabpanel', { name, exact: true });
}

/** What the button would put into the clipboard, and does. */
export async function copied(page: Page, button: Locator): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await button.click();
  await button.getByText('Copied').waitFor({ state: 'attached' });
  return page.evaluate(() => navigator.clipboard.readText());
}
