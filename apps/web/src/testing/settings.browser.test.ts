import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn, type Visit } from './browser.ts';
import { copied, showView, waitForStatus } from './journey.ts';
import {
  projectNamed,
  runThatIs,
  type Seed,
  seededRuns,
  signalRun,
  startRun,
  TASKS,
} from './seeded-runs.ts';
import { sharedFactory } from './shared-factory.ts';
import { turnThemes } from './turn-themes.ts';

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

const go = (path: string) => page.goto(`${factory.url}${path}`);
const command = async (words: string) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search or do' }).getByRole('option').first().waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
};
const statusWith = async (key: string) =>
  (await fetch(`${factory.url}/api/v1/runs`, { headers: { authorization: `Bearer ${key}` } }))
    .status;

describe('keys', () => {
  let secret: string;

  it('are shown once', async () => {
    await go('/settings/keys');
    await page.getByRole('button', { name: 'Create a key' }).click();
    await page.getByLabel('What is it for?').fill(`CI ${mark}`);
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'The key is created' });
    secret = await copied(page, dialog.getByRole('button', { name: /the key|Copied/ }));
    expect(await statusWith(secret)).toBe(200);
    await dialog.getByRole('button', { name: 'I have it' }).click();
    await page.getByText(`CI ${mark}`).waitFor();
    await page.reload();
    await page.getByText(`CI ${mark}`).waitFor();
    expect(await page.content()).not.toContain(secret);
  });

  it('are refused from the moment they are revoked', async () => {
    await page.getByRole('button', { name: `Revoke CI ${mark}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke the key' }).click();
    await page.getByText(`CI ${mark}`).waitFor({ state: 'detached' });
    expect(await statusWith(secret)).toBe(401);
  });
});

describe('the signing key', () => {
  it('is rotated, and what the old one signed verifies still', async () => {
    await go('/settings/signing-key');
    const key = page.getByRole('button', { name: 'Copy the fingerprint' }).first();
    const before = await key.getAttribute('title');
    await page.getByRole('button', { name: 'Rotate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate the key' }).click();
    await expect.poll(() => key.getAttribute('title')).not.toBe(before);
    await page.getByText('Retired').first().waitFor();
    await go(`/runs/${seed.first.id}`);
    const panel = await showView(page, 'Capsule');
    await panel.getByRole('button', { name: 'Verify now' }).click();
    await panel.getByText('It verifies').waitFor();
  });
});

describe('what this machine has', () => {
  it('is shown with what mends each lack, and where the data is', async () => {
    await go('/settings/machine');
    await page.getByText('What this machine has').waitFor();
    await page.getByText(factory.dataFolder).first().waitFor();
    await go('/settings/about');
    await page.getByText('Apache-2.0').waitFor();
  });
});

describe('the pages for developers', () => {
  it('lead from every code to what to do', async () => {
    await go('/developers');
    await page.getByRole('link', { name: /^Problems/ }).click();
    await page.getByRole('link', { name: 'quality-failed' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Quality failed' }).waitFor();
    await page.getByText('What to do').waitFor();
  });

  it('show a guide', async () => {
    await go('/developers');
    await page.getByRole('link', { name: /verif/i }).first().click();
    await page.waitForURL(/\/developers\/guides\//);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
});

describe('everywhere', () => {
  it.each(['/nowhere', '/runs/run_1', '/drops/drp_1', '/projects/prj_1', '/problems/no-such-code'])(
    'says of %s that nothing is there, and where to go',
    async (path) => {
      await go(path);
      await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
      await page.getByRole('link', { name: 'See the runs' }).waitFor();
    },
  );

  it('opens a view from its address', async () => {
    await go(`/runs/${seed.first.id}?view=files&file=package.json`);
    await expect
      .poll(() => page.getByLabel('Content of package.json').textContent())
      .toContain('fastify');
  });

  it('copies an id', async () => {
    const id = await copied(page, page.getByRole('button', { name: /the id of the run|Copied/ }));
    expect(id).toBe(seed.first.id);
  });

  it('has every action of a page in the command menu', async () => {
    const { id } = await startRun(factory, seed.projectId, { prompt: TASKS, review: true });
    await runThatIs(factory, id, 'waiting');
    const menu = page.getByRole('dialog', { name: 'Search or do' });
    const wanted: Record<string, string[]> = {
      '/projects': ['Create a project', 'Show archived projects too', 'Go to Drops'],
      [`/projects/${seed.projectId}?view=versions`]: [
        ...['Start a run in this project', 'Show: Previews', 'Restore version 1'],
        ...['Compare version 2 with the one before', 'Download the code of version 1'],
      ],
      [`/projects/${seed.projectId}?view=settings`]: ['Archive Seeded'],
      '/settings/keys': ['Create an API key', 'Revoke ', 'Settings: Password'],
      '/settings/signing-key': ['Rotate the signing key', 'Copy the public key'],
      '/drops': ['Show pinned drops only'],
      [`/drops/${seed.first.stages[0]?.dropId}`]: [
        ...['Pin the drop', 'Download the drop', 'Use its prompt', 'Compare with Reading'],
      ],
      [`/runs/${id}?view=files`]: [
        ...['Approve the design', 'Change the design', 'Reject the design'],
        ...['Cancel the run', 'Pause the run', 'Show: Evidence', 'Copy the id of the run'],
      ],
      [`/runs/${seed.first.id}`]: [
        ...['Run again from Validate quality', 'Verify the capsule', 'Show the stages as a graph'],
        ...['Download: Capsule', 'Download: Zip', 'Download: Git bundle', 'Copy the log'],
      ],
      [`/runs/${seed.first.id}?view=preview`]: [
        ...['Open the preview', 'Reload the preview', 'Share the preview', 'Stop the preview'],
        ...['One hour more', 'Show the log of the app', 'Give the preview a new address'],
      ],
      '/runs': ['Show runs that are: Failed', 'Next row'],
      '/dashboard': ['Show the last 90 days'],
      '/developers': ['Open: API reference', 'Open: Changelog', 'Read: '],
      '/': [
        ...['Try the example: Library', 'Review the design first', 'Switch to the dark theme'],
        ...['Show the keyboard shortcuts', 'Sign out'],
      ],
    };
    for (const [path, names] of Object.entries(wanted)) {
      await go(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.shimmer').first().waitFor({ state: 'detached' });
      await page.keyboard.press('Control+k');
      await menu.getByRole('option').first().waitFor();
      await expect
        .poll(
          async () => {
            const options = await menu.getByRole('option').allTextContents();
            return names.filter((name) => !options.some((option) => option.includes(name)));
          },
          { message: path },
        )
        .toEqual([]);
    }
    await signalRun(factory, id, { type: 'reject', stage: 'review', reason: 'only looked at' });
  });

  it('does from the command menu what the view that is shown has no button for', async () => {
    const { id: projectId } = await projectNamed(factory, 'Commanded');
    const { id } = await startRun(factory, projectId, { prompt: TASKS, review: true });
    await runThatIs(factory, id, 'waiting');
    await go(`/runs/${id}?view=timeline`);
    await command('change the design');
    await page.getByRole('button', { name: 'Build this instead' }).waitFor();
    await go(`/runs/${id}?view=timeline`);
    await command('reject the design');
    const dialog = page.getByRole('dialog', { name: 'Reject the design' });
    await dialog.getByLabel('Reason').fill('only looked at');
    await dialog.getByRole('button', { name: 'Reject and end the run' }).click();
    await waitForStatus(page, 'Failed');
    await go(`/runs/${seed.first.id}`);
    await command('verify');
    await page.getByText('It verifies', { exact: true }).waitFor();
  });

  it('says it when a run ends that is not in view, with a link to it', async () => {
    const { id: projectId } = await projectNamed(factory, 'Watched');
    const { id } = await startRun(factory, projectId, { prompt: TASKS });
    await go('/projects');
    // Other files have runs that go on and end as well.
    await page.getByText(/^\d+ running$/).waitFor();
    await factory.json(`/api/v1/runs/${id}/cancel`, { method: 'POST' });
    const toast = page.getByRole('listitem').filter({ hasText: 'A run was cancelled' });
    await toast.locator(`a[href$="${id}"]`).click();
    await page.waitForURL(new RegExp(id));
    await expect.poll(() => page.title()).toMatch(/^Cancelled: /);
  });

  it('has not made the browser complain but of what is not there', () => {
    expect(visit.faults.filter((fault) => !/status of 404/.test(fault))).toEqual([]);
  });
});
