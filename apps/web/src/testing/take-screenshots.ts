/** `npm run screenshots`: the pictures of the README, taken of a real run in a factory made for it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFactory } from '@quantumlayer/testing';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser, signIn } from './browser.ts';
import { build, promptBox, showView, waitForStatus } from './journey.ts';

const folder = join(import.meta.dirname, '../../../../docs/images');
const entry = join(import.meta.dirname, '../../../server/src/main.ts');
const PROMPT =
  'An invoicing API: customers have a name and a unique email and many invoices; an invoice has a number, a due date, ' +
  'an amount in euro and a status of draft, sent or paid';
const MORE = [
  'A todo list: a task has a title, a due date and a status of open or done',
  'A library: a book has a title and a unique isbn; a member has a name and many loans',
];
const VIEW = { width: 1280, height: 800 };
const SCHEMES = ['light', 'dark'] as const;
const COLOURS = 128;

/** One picture in both themes. */
async function take(page: Page, name: string): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    const small = await sharp(png).png({ palette: true, colours: COLOURS, effort: 10 }).toBuffer();
    await writeFile(join(folder, `${name}-${colorScheme}.png`), small);
    process.stdout.write(`${name}-${colorScheme}.png ${Math.round(small.length / 1024)} KB\n`);
  }
}

const dataFolder = await mkdtemp(join(tmpdir(), 'screenshots-'));
const factory = await startFactory({ entry, dataFolder, env: { QL_OPEN_BROWSER: '0' } });
const browser = await launchBrowser();
try {
  await mkdir(folder, { recursive: true });
  const { page } = await signIn(browser, factory, { viewport: VIEW, deviceScaleFactor: 1.5 });
  for (const prompt of MORE) {
    await build(page, factory, prompt);
    await waitForStatus(page, 'Succeeded');
  }
  await page.goto(factory.url);
  await promptBox(page).fill(PROMPT);
  await page.getByRole('heading', { name: 'Invoice', exact: true }).waitFor();
  await take(page, 'new');
  await promptBox(page).press('Enter');
  await page.waitForURL(/\/runs\/run_/);
  await page.getByRole('log').getByText('Run the tests').waitFor({ timeout: 120_000 });
  await take(page, 'run');
  await waitForStatus(page, 'Succeeded');
  const panel = await showView(page, 'Evidence');
  await panel.getByText('Run the tests').click();
  await take(page, 'evidence');
  await page.goto(`${factory.url}/dashboard`, { waitUntil: 'networkidle' });
  await page.locator('.shimmer').first().waitFor({ state: 'detached' });
  await take(page, 'dashboard');
} finally {
  await browser.close();
  await factory.stop();
  await rm(dataFolder, { recursive: true, force: true });
}
