import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FactoryProcess, startFactory } from '@quantumlayer/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, newLink, signIn, type Visit, violationsOf } from './browser.ts';

const entry = join(import.meta.dirname, '../../../server/src/main.ts');
const TASKS = 'A todo list: a task has a title, a due date and a status of open or done';
const RUN_LIMIT_MS = 240_000;

type Run = { id: string; status: string; capsuleId: string | null };

let browser: Browser;
let dataFolder: string;
let factory: FactoryProcess;

const open = () => startFactory({ entry, dataFolder, env: { QL_OPEN_BROWSER: '0' } });

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'web-ui-'));
  [browser, factory] = await Promise.all([launchBrowser(), open()]);
});
afterAll(async () => {
  await browser?.close();
  await factory?.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

const box = (page: Page) => page.getByRole('textbox', { name: 'What should we build?' });

/** Types the prompt, presses Enter, and waits for the page of the run. */
async function build(page: Page, prompt: string, review = false): Promise<string> {
  await page.goto(`${factory.url}/`);
  await box(page).fill(prompt);
  if (review) await page.getByLabel('Let me review the design first').check();
  await box(page).press('Enter');
  await page.waitForURL(/\/runs\/run_/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

const waitForStatus = (page: Page, status: string) =>
  page.locator('header').getByText(status, { exact: true }).waitFor({ timeout: RUN_LIMIT_MS });

describe('the way in', () => {
  it('opens with a link once, and says how to get another one', async () => {
    const link = await newLink(factory);
    const first = await browser.newContext();
    const page = await first.newPage();
    await page.goto(link);
    await page.waitForURL(`${factory.url}/`);
    const second = await (await browser.newContext()).newPage();
    await second.goto(link);

    await second.getByText('sign-in-link-invalid').waitFor();
    expect(await second.getByRole('main').textContent()).toContain('npm run ql -- open');
    await Promise.all([first.close(), second.context().close()]);
  });

  it('shows strangers the sign-in and nothing else', async () => {
    const page = await (await browser.newContext()).newPage();
    for (const path of ['/', '/runs', '/runs/run_1']) {
      await page.goto(`${factory.url}${path}`);
      expect(new URL(page.url()).pathname).toBe('/sign-in');
    }
    await page.context().close();
  });

  it('keeps the session where scripts cannot read it', async () => {
    const { page } = await signIn(browser, factory);
    const [cookie] = await page.context().cookies();

    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.context().close();
  });
});

describe('from a sentence to a running app', () => {
  let visit: Visit;
  let runId: string;

  beforeAll(async () => {
    visit = await signIn(browser, factory);
    runId = await build(visit.page, TASKS);
    await waitForStatus(visit.page, 'Succeeded');
  });
  afterAll(() => visit.page.context().close());

  const show = async (view: string) => {
    await visit.page.getByRole('tab', { name: view, exact: true }).click();
    return visit.page.getByRole('tabpanel', { name: view, exact: true });
  };

  it('reads along while one types', async () => {
    const { page } = await signIn(browser, factory);
    await box(page).fill('A zoo: an animal has a name and a weight in kg. It dances at night.');
    await page.getByRole('heading', { name: 'Animal' }).waitFor();

    expect(
      await page.getByRole('region', { name: 'How this is understood' }).textContent(),
    ).toContain('dances');
    await page.context().close();
  });

  it('shows the figures of the evidence', async () => {
    const figures = (await show('Overview'))
      .getByRole('list', { name: 'Figures' })
      .getByRole('listitem');
    expect((await figures.allTextContents()).join(' ')).toMatch(/passed.*\d+ of \d+.*\d+\.\d %/);
  });

  it('opens the output behind a check', async () => {
    const panel = await show('Evidence');
    await panel.getByText('Run the tests').click();
    await panel.getByText('Show the whole output').locator('visible=true').click();

    await expect
      .poll(() => panel.locator('pre').locator('visible=true').textContent())
      .toContain('tests');
  });

  it('shows the generated files and what is in them', async () => {
    const panel = await show('Files');
    await panel.getByRole('button', { name: 'README.md' }).click();
    await expect
      .poll(() => panel.getByLabel('Content of README.md').textContent())
      .toContain('npm ci');
  });

  it('shows the app in a frame of another origin that cannot reach the factory', async () => {
    const panel = await show('Preview');
    const frame = panel.frameLocator('iframe');
    await frame.getByText('/api/tasks').first().waitFor();
    const inner = visit.page.frames().find((one) => one.url().includes('.localhost'));
    const reached = await inner?.evaluate(async (url) => {
      const attempts = [
        () => String(window.parent.document.title),
        async () => (await fetch(`${url}/api/v1/runs`, { credentials: 'include' })).text(),
        () => document.cookie,
      ];
      return Promise.all(
        attempts.map(async (attempt) => {
          try {
            return await attempt();
          } catch {
            return 'refused';
          }
        }),
      );
    }, factory.url);

    expect(reached).toEqual(['refused', 'refused', '']);
  });

  it('verifies the capsule when asked', async () => {
    const panel = await show('Capsule');
    await panel.getByRole('button', { name: 'Verify now' }).click();
    await panel.getByText('It verifies').waitFor();
  });

  it('draws each stage on the timeline', async () => {
    const spans = (await show('Timeline')).getByRole('listitem');
    expect(await spans.count()).toBeGreaterThanOrEqual(7);
  });

  it('is the same for another browser that comes later', async () => {
    const { page, faults } = await signIn(browser, factory);
    await page.goto(`${factory.url}/runs/${runId}`);
    await waitForStatus(page, 'Succeeded');

    await expect.poll(() => page.getByRole('log').textContent()).toContain('Run succeeded');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('has not made the browser complain', () => {
    // Its own page asked where it may not; that refusal is the only one.
    expect(
      visit.faults.filter(
        (fault) => !fault.includes('/api/v1/runs') && !fault.includes('ERR_FAILED'),
      ),
    ).toEqual([]);
  });

  describe('every page', () => {
    it.each([
      ['light', 1440],
      ['dark', 1440],
      ['light', 390],
    ] as const)(
      'breaks no rule of accessibility in the %s theme at %i px',
      async (colorScheme, width) => {
        const { page, faults } = await signIn(browser, factory, {
          colorScheme,
          viewport: { width, height: 900 },
        });
        const found: string[] = [];
        for (const path of [
          ...['/', '/runs', '/projects', '/drops', '/dashboard', '/developers', '/settings/keys'],
          `/runs/${runId}`,
          ...['files', 'evidence', 'reading', 'timeline', 'capsule'].map(
            (view) => `/runs/${runId}?view=${view}`,
          ),
        ]) {
          await page.goto(`${factory.url}${path}`, { waitUntil: 'networkidle' });
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.locator('.shimmer').first().waitFor({ state: 'detached' });
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          found.push(...(await violationsOf(page)).map((line) => `${path} ${line}`));
          if (overflow > 0) found.push(`${path} is ${overflow} px too wide`);
        }
        expect(found).toEqual([]);
        expect(faults).toEqual([]);
        await page.context().close();
      },
    );
  });
});

describe('a run that waits for a person', () => {
  it('builds the changed blueprint', async () => {
    const { page } = await signIn(browser, factory);
    const runId = await build(page, TASKS, true);
    await waitForStatus(page, 'Waiting for you');
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('textbox', { name: 'New field of Task' }).fill('colour');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('button', { name: 'Build this instead' }).click();
    await waitForStatus(page, 'Succeeded');
    const files = await factory.json<{ items: { path: string }[] }>(`/api/v1/runs/${runId}/files`);
    const migration = files.items.find(({ path }) => path.startsWith('migrations/'))?.path ?? '';
    const text = await factory.request(
      `/api/v1/runs/${runId}/files/content?path=${encodeURIComponent(migration)}`,
    );

    expect(await text.text()).toContain('colour');
    await page.context().close();
  });

  it('ends with the reason when it is rejected', async () => {
    const { page } = await signIn(browser, factory);
    await build(page, TASKS, true);
    await waitForStatus(page, 'Waiting for you');
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Tasks need an owner');
    await page.getByRole('button', { name: 'Reject and end the run' }).click();
    await waitForStatus(page, 'Failed');

    expect(await page.getByRole('region', { name: 'Why it failed' }).textContent()).toContain(
      'Tasks need an owner',
    );
    await page.context().close();
  });
});

describe('a run that is under way', () => {
  it('is cancelled', async () => {
    const { page } = await signIn(browser, factory);
    const runId = await build(page, TASKS);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await waitForStatus(page, 'Cancelled');

    expect((await factory.json<Run>(`/api/v1/runs/${runId}`)).status).toBe('cancelled');
    await page.context().close();
  });

  it('is followed to its end through a kill -9 of the server', async () => {
    const { page } = await signIn(browser, factory);
    await build(page, TASKS);
    await page.getByRole('log').getByText('Type-check').waitFor({ timeout: RUN_LIMIT_MS });
    const { port } = new URL(factory.url);
    await factory.kill();
    await page.getByText('The connection to the factory is lost').waitFor();
    factory = await startFactory({ entry, dataFolder, env: { QL_OPEN_BROWSER: '0', PORT: port } });
    await waitForStatus(page, 'Succeeded');
    await page.getByRole('searchbox', { name: 'Find in the log' }).fill('queued');

    await expect.poll(() => page.getByRole('log').locator('time').count()).toBe(1);
    expect(await page.getByText('The connection to the factory is lost').count()).toBe(0);
    await page.context().close();
  });
});

describe('hostile text', () => {
  it('is shown and never run', async () => {
    const { page, faults } = await signIn(browser, factory);
    const evil = '<img src=x onerror="window.stolen=1"><script>window.stolen=1</script>';
    await build(page, `A zoo: an animal has a name. ${evil} ](javascript:alert(1))`, true);
    await waitForStatus(page, 'Waiting for you');
    await page.getByRole('tab', { name: 'Reading and design' }).click();

    expect(await page.evaluate(() => 'stolen' in window)).toBe(false);
    expect(await page.getByRole('tabpanel').textContent()).toContain('<script>');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
