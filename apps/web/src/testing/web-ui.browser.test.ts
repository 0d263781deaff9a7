import { rm } from 'node:fs/promises';
import { startFactory } from '@quantumlayer/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, newLink, signIn, type Visit } from './browser.ts';
import { build, promptBox, showView, waitForStatus } from './journey.ts';
import { projectNamed, type Run, seededRuns, TASKS } from './seeded-runs.ts';
import { entry, folderWithDependencies, sharedFactory } from './shared-factory.ts';
import { turnThemes } from './turn-themes.ts';

const RUN_LIMIT_MS = 120_000;
const factory = sharedFactory();
let browser: Browser;
let projectId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  await seededRuns(factory);
  projectId = (await projectNamed(factory, 'Web UI')).id;
});
afterAll(() => browser?.close());

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
    runId = (await seededRuns(factory)).first.id;
    await visit.page.goto(`${factory.url}/runs/${runId}`);
    await waitForStatus(visit.page, 'Succeeded');
  });
  afterAll(() => visit.page.context().close());
  turnThemes(() => visit.page);

  const show = (view: string) => showView(visit.page, view);

  it('reads along while one types', async () => {
    const { page } = await signIn(browser, factory);
    await promptBox(page).fill(
      'A zoo: an animal has a name and a weight in kg. It dances at night.',
    );
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
    await expect.poll(() => spans.count()).toBeGreaterThanOrEqual(7);
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
    const isRefusal = (fault: string) =>
      fault.includes('ERR_FAILED') ||
      (fault.includes('/api/v1/runs') && fault.includes('Content Security Policy'));
    expect(visit.faults.filter((fault) => !isRefusal(fault))).toEqual([]);
  });
});

describe('a run that waits for a person', () => {
  it('builds the changed blueprint', async () => {
    const { page } = await signIn(browser, factory);
    const runId = await build(page, factory, TASKS, { review: true, projectId });
    await waitForStatus(page, 'Waiting for you');
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('textbox', { name: 'New field of Task' }).fill('colour');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    for (const entity of ['Label', 'Mistake']) {
      await page.getByRole('textbox', { name: 'New entity' }).fill(entity);
      await page.getByRole('textbox', { name: 'New entity' }).press('Enter');
      await page.getByLabel('Target of a new relation of Task').selectOption(entity);
      await page.getByRole('button', { name: 'Add a relation to Task' }).click();
    }
    await page.getByRole('button', { name: 'Remove the entity Mistake' }).click();
    await page.getByRole('button', { name: 'Details of colour' }).click();
    await page.getByLabel('Characters at most of colour').fill('17');
    await page.getByLabel('Unless given of colour').fill('blue');
    await page.getByRole('tab', { name: 'Text' }).click();
    const text = page.getByRole('textbox', { name: 'Blueprint as JSON' });
    await text.fill((await text.inputValue()).replace('"Todo list"', '"Chores"'));
    await page.getByRole('button', { name: 'Build this instead' }).click();
    await waitForStatus(page, 'Succeeded');
    await page.getByRole('heading', { level: 1, name: 'Chores' }).waitFor();
    await expect.poll(() => page.title()).toBe('Succeeded: Chores · QuantumLayer');
    const files = await factory.json<{ items: { path: string }[] }>(`/api/v1/runs/${runId}/files`);
    const migration = files.items.find(({ path }) => path.startsWith('migrations/'))?.path ?? '';
    const migrated = await factory.request(
      `/api/v1/runs/${runId}/files/content?path=${encodeURIComponent(migration)}`,
    );

    const sql = await migrated.text();
    expect(sql).toContain(`"colour" varchar(17) default 'blue'`);
    expect(sql).toContain('"label_id" uuid not null');
    expect(sql).not.toContain('mistake');
    await page.context().close();
  });

  it('ends with the reason when it is rejected', async () => {
    const { page } = await signIn(browser, factory);
    await build(page, factory, TASKS, { review: true, projectId });
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
    const runId = await build(page, factory, TASKS, { projectId });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await waitForStatus(page, 'Cancelled');

    expect((await factory.json<Run>(`/api/v1/runs/${runId}`)).status).toBe('cancelled');
    await page.context().close();
  });

  it('is followed to its end through a kill -9 of the server', async () => {
    const dataFolder = await folderWithDependencies();
    const env = { QL_OPEN_BROWSER: '0' };
    let own = await startFactory({ entry, dataFolder, env });
    const { page } = await signIn(browser, own);
    await build(page, own, TASKS);
    await page.getByRole('log').getByText('Type-check').waitFor({ timeout: RUN_LIMIT_MS });
    const { port } = new URL(own.url);
    await own.kill();
    await page.getByText('The connection to the factory is lost').waitFor();
    own = await startFactory({ entry, dataFolder, env: { ...env, PORT: port } });
    await waitForStatus(page, 'Succeeded');
    await page.getByRole('searchbox', { name: 'Find in the log' }).fill('queued');

    await expect.poll(() => page.getByRole('log').locator('time').count()).toBe(1);
    expect(await page.getByText('The connection to the factory is lost').count()).toBe(0);
    await page.context().close();
    await own.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });
});
