import type { components } from '@quantumlayer/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, signIn, type Visit, visitPage } from './browser.ts';
import { promptBox } from './journey.ts';
import { projectNamed, type Seed, seededRuns, TASKS } from './seeded-runs.ts';
import { sharedFactory } from './shared-factory.ts';
import { themes } from './theme-turns.ts';
import { turnThemes } from './turn-themes.ts';

type Statistics = components['schemas']['Statistics'];
type RunRows = { items: components['schemas']['RunSummary'][] };

const factory = sharedFactory();
const mark = Date.now().toString(36);
let browser: Browser;
let visit: Visit;
let page: Page;
let seed: Seed;

beforeAll(async () => {
  browser = await launchBrowser();
  seed = await seededRuns(factory);
  visit = await signIn(browser, factory);
  page = visit.page;
});
afterAll(() => browser?.close());
turnThemes(() => page);

const go = (path: string) => visitPage(page, `${factory.url}${path}`);
const rowsOf = (name: string) =>
  page.getByRole('list', { name, exact: true }).getByRole('listitem');

describe('projects', () => {
  const name = `Clinic ${mark}`;

  it('are created, and lead to their first run', async () => {
    await go('/projects');
    await page.getByRole('button', { name: 'New project' }).click();
    const dialog = page.getByRole('dialog', { name: 'New project' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('What is it?').fill('Patients and visits');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('link', { name: 'Start the first' }).click();
    await expect
      .poll(() => page.getByLabel('Project').locator('option:checked').textContent())
      .toBe(name);
  });

  it('have names that are taken once', async () => {
    await go('/projects');
    await page.getByRole('button', { name: 'New project' }).click();
    const dialog = page.getByRole('dialog', { name: 'New project' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByRole('link', { name: 'project-name-taken' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('are found by words, and by the address that the words make', async () => {
    await page.getByLabel('Find a project').fill(mark);
    await expect.poll(() => rowsOf('Projects').count()).toBe(1);
    await page.waitForURL(new RegExp(`q=${mark}`));
    await page.reload();
    await expect.poll(() => rowsOf('Projects').count()).toBe(1);
    await page.getByLabel('Find a project').fill('nothing is called so');
    await page.getByText('No project fits').waitFor();
  });

  it('ask before a page with unsaved changes is left', async () => {
    await go(`/projects?q=${mark}`);
    await rowsOf('Projects').getByRole('link').click();
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByLabel('What is it?').fill('Something else');
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    const here = page.url();
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await expect.poll(() => asked).toEqual(['confirm']);
    expect(page.url()).toBe(here);
    await page.reload({ timeout: 2_000 }).catch(() => undefined);
    await expect.poll(() => asked).toEqual(['confirm', 'beforeunload']);
    expect(await page.getByLabel('What is it?').inputValue()).toBe('Something else');
    page.removeAllListeners('dialog');
  });

  it('ask before a shortcut, a command or the way back leads from unsaved changes', async () => {
    const here = page.url();
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await expect.poll(() => asked).toBe(1);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search or do' }).waitFor();
    await page.keyboard.type('go to drops');
    await page.keyboard.press('Enter');
    await expect.poll(() => asked).toBe(2);
    await page.evaluate(() => window.history.back());
    await expect.poll(() => asked).toBe(3);
    await expect.poll(() => page.url()).toBe(here);

    expect(await page.getByLabel('What is it?').inputValue()).toBe('Something else');
    page.removeAllListeners('dialog');
  });

  it('are left by the way back when that is what one wants, and come back by the way forth', async () => {
    const here = page.url();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.evaluate(() => window.history.back());
    await page.getByRole('heading', { level: 1, name: 'Projects' }).waitFor();
    await page.evaluate(() => window.history.forward());
    await expect.poll(() => page.url()).toBe(here);

    await expect
      .poll(() => page.getByLabel('What is it?').inputValue())
      .toBe('Patients and visits');
  });

  it('are renamed', async () => {
    await page.getByLabel('Name').fill(`${name} again`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: `${name} again` }).waitFor();
    await go('/projects');
    await page.getByText(`${name} again`).waitFor();
  });

  it('are archived, which loses nothing, and restored', async () => {
    await page.getByText(`${name} again`).click();
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Archive the project' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Archive', exact: true }).click();
    await page.locator('header').getByText('Archived').waitFor();
    await go(`/projects?q=${mark}`);
    await page.getByText('No project fits').waitFor();
    await page.getByLabel('Archived too').check();
    await rowsOf('Projects').getByRole('link').click();
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Restore the project' }).click();
    await page.getByRole('link', { name: 'New run' }).waitFor();
  });
});

describe('the new screen', () => {
  it('shows the last runs of the project it is for, and leads to all of them', async () => {
    await go(`/?project=${seed.projectId}`);
    const { items } = await factory.json<RunRows>(
      `/api/v1/runs?projectId=${seed.projectId}&limit=5`,
    );
    const paths = () =>
      rowsOf('Recent runs')
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    await expect.poll(paths).toEqual(items.map(({ id }) => `/runs/${id}`));
    await page.getByRole('link', { name: 'All runs' }).click();
    await page.waitForURL(new RegExp(`/runs\\?project=${seed.projectId}`));
  });

  it('is as empty as ever where nothing was built yet', async () => {
    const { id } = await projectNamed(factory, `Untouched ${mark}`);
    await go(`/?project=${id}`);
    await promptBox(page).waitFor();
    expect(await page.getByText('Recent runs').count()).toBe(0);
  });
});

describe('drops', () => {
  it('are filtered by stage and by run; the address says how', async () => {
    await go(`/drops?project=${seed.projectId}&run=${seed.first.id}`);
    await expect
      .poll(() => rowsOf('Drops').count())
      .toBe(seed.first.stages.filter((stage) => stage.dropId !== null).length);
    await page.getByLabel('Stage', { exact: true }).selectOption('design');
    await expect.poll(() => rowsOf('Drops').count()).toBe(1);
    await page.waitForURL(/stage=design/);
    await page.getByRole('button', { name: 'Show the drops of every run' }).click();
    await expect.poll(() => rowsOf('Drops').count()).toBeGreaterThan(1);
  });

  it('are searched, also in vain', async () => {
    await page.getByLabel('Find by stage or prompt').fill('todo list');
    await expect.poll(() => rowsOf('Drops').count()).toBeGreaterThan(1);
    await page.getByLabel('Find by stage or prompt').fill('nothing is called so');
    await page.getByText('No drop fits').waitFor();
  });

  it('are compared, any two', async () => {
    await go(`/drops?project=${seed.projectId}&stage=parse`);
    // Of the two runs that differ: a version that came back has the drop of the first one again.
    for (const { id } of [seed.first, seed.second]) {
      const { items } = await factory.json<{ items: { id: string }[] }>(
        `/api/v1/drops?runId=${id}&stage=parse`,
      );
      const link = page.locator(`a[href="/drops/${items[0]?.id}"]`);
      await rowsOf('Drops').filter({ has: link }).getByRole('checkbox').check();
    }
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.getByRole('navigation', { name: 'Files that differ' }).waitFor();
    await expect.poll(() => page.locator('.cm-editor').count()).toBe(2);
  });

  it('are pinned under a name, listed so, and unpinned', async () => {
    const drop = seed.first.stages.find(({ key }) => key === 'parse')?.dropId;
    await go(`/drops/${drop}`);
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Name').fill(`Tasks ${mark}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Pin', exact: true }).click();
    await page.locator('header').getByText(`Tasks ${mark}`).waitFor();
    await go('/drops?pinned=1');
    await page.getByRole('list', { name: 'Drops' }).getByText(`Tasks ${mark}`).click();
    await page.getByRole('button', { name: 'Unpin' }).click();
    await page.getByRole('button', { name: 'Pin', exact: true }).waitFor();
  });

  it('begin a run from the prompt behind them', async () => {
    await page.getByRole('button', { name: 'Use its prompt' }).click();
    await expect.poll(() => promptBox(page).inputValue()).toBe(TASKS);
  });
});

describe.each(themes)('the dashboard, in the %s theme', (colorScheme) => {
  beforeEach(() => page.emulateMedia({ colorScheme }));

  const read = () =>
    factory.json<Statistics>(`/api/v1/statistics?days=30&projectId=${seed.projectId}`);

  it('shows what the rows of the API say', async () => {
    await go(`/dashboard?project=${seed.projectId}`);
    const { runs, sandbox, now } = await read();
    const { items } = await factory.json<RunRows>(
      `/api/v1/runs?projectId=${seed.projectId}&limit=100`,
    );
    const count = (status: string) => items.filter((run) => run.status === status).length;
    const figure = (name: string) =>
      page
        .getByRole('list', { name: 'Figures' })
        .getByRole('link', { name: new RegExp(`^${name}`) });
    const judged = count('succeeded') + count('failed');

    await expect.poll(() => figure('Runs').textContent()).toContain(`${items.length}`);
    expect(runs.count).toBe(items.length);
    expect(await figure('Success rate').textContent()).toContain(
      `${Math.round((100 * count('succeeded')) / judged)} %${count('succeeded')} succeeded, ${count('failed')} failed`,
    );
    expect(await figure('In the sandbox').textContent()).toContain(sandbox.minutes.toFixed(1));
    expect(await figure('Waiting for a person').textContent()).toContain(`${count('waiting')}`);
    expect(await figure('Running now').textContent()).toContain(`${now.running.count}`);
  });

  it.each([
    ['Success rate', ['succeeded', 'failed']],
    ['Time to capsule', ['succeeded']],
    ['Runs', ['succeeded', 'failed', 'cancelled', 'queued', 'running', 'waiting', 'paused']],
  ])('leads from %s to the runs that it is made of', async (name, statuses) => {
    await go(`/dashboard?project=${seed.projectId}`);
    const figures = page.getByRole('list', { name: 'Figures' });
    await figures.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await page.waitForURL(/\/runs\?/);
    const { items } = await factory.json<RunRows>(
      `/api/v1/runs?projectId=${seed.projectId}&limit=100`,
    );
    const wanted = items.filter(({ status }) => statuses.includes(status)).map(({ id }) => id);
    const shown = async () => {
      const links = await rowsOf('Runs').getByRole('link').all();
      const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
      return paths.map((path) => path?.split('/').at(-1));
    };
    await expect.poll(shown).toEqual(wanted);
  });

  it('leads from the slowest stage to the run in which it was', async () => {
    await go(`/dashboard?project=${seed.projectId}`);
    await page
      .getByRole('link', { name: /was slowest$/ })
      .first()
      .click();
    await page.waitForURL(/\/runs\/run_.*view=timeline/);
  });
});

describe('every place', () => {
  it('has not made the browser complain but of what was refused', () => {
    expect(visit.faults.filter((fault) => !/status of (404|409|422)/.test(fault))).toEqual([]);
  });
});
