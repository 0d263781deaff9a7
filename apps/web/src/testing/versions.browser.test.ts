import type { components } from '@quantumlayer/sdk';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn, type Visit } from './browser.ts';
import { showView, waitForStatus } from './journey.ts';
import { runThatIs, type Seed, seededRuns } from './seeded-runs.ts';
import { sharedFactory } from './shared-factory.ts';
import { turnThemes } from './turn-themes.ts';

type Version = components['schemas']['SoftwareVersion'];

const factory = sharedFactory();
let browser: Browser;
let visit: Visit;
let seed: Seed;

const listVersions = async () =>
  (await factory.json<{ items: Version[] }>(`/api/v1/projects/${seed.projectId}/versions`)).items;

beforeAll(async () => {
  browser = await launchBrowser();
  seed = await seededRuns(factory);
  visit = await signIn(browser, factory);
});
afterAll(() => browser?.close());
turnThemes(() => visit.page);

describe('the versions of a project', () => {
  it('are compared side by side, word by word', async () => {
    const { page } = visit;
    await page.goto(`${factory.url}/projects/${seed.projectId}?view=versions`);
    await page.getByRole('link', { name: 'Compare version 2 with the one before' }).click();
    const files = page.getByRole('navigation', { name: 'Files that differ' });
    await files.getByRole('button', { name: /migrations\// }).click();
    const sides = page.locator('.cm-editor');
    await expect.poll(() => sides.count()).toBe(2);
    const changed = sides.last().locator('.cm-changedText');
    await expect.poll(async () => (await changed.allTextContents()).join(' ')).toContain('blocked');

    expect(await sides.first().textContent()).not.toContain('blocked');
    expect((await changed.allTextContents()).join('').length).toBeLessThan(
      ((await sides.last().locator('.cm-content').textContent()) ?? '').length,
    );
    expect(new URL(page.url()).searchParams.get('file')).toMatch(/^migrations\//);
  });

  it('are the same after a reload of what the address says, and the other way round', async () => {
    const { page } = visit;
    await page.reload();
    const [older, newer] = [
      page.getByLabel('Before', { exact: true }),
      page.getByLabel('After', { exact: true }),
    ];
    await expect.poll(() => older.inputValue()).toBe(seed.first.capsuleId);
    await expect.poll(() => newer.inputValue()).toBe(seed.second.capsuleId);
    await page.getByRole('button', { name: 'Swap' }).click();

    await expect.poll(() => older.inputValue()).toBe(seed.second.capsuleId);
    await expect.poll(() => page.locator('.cm-editor').first().textContent()).toContain('blocked');
  });

  it('come back as the newest without touching what came after', async () => {
    const { page } = visit;
    const before = await listVersions();
    const old = before.find(({ id }) => id === seed.first.capsuleId);
    await page.goto(`${factory.url}/projects/${seed.projectId}?view=versions`);
    await page.getByRole('button', { name: 'Restore version 1' }).click();
    const dialog = page.getByRole('dialog', { name: 'Restore version 1' });
    await dialog.getByText('The database stays as it is.').waitFor();
    await dialog.getByRole('button', { name: 'Restore it' }).click();
    await page.waitForURL(/\/runs\/run_/);
    await waitForStatus(page, 'Succeeded');
    const [newest, ...rest] = await listVersions();

    expect(newest).toMatchObject({ number: before.length + 1, codeDigest: old?.codeDigest });
    expect(rest).toEqual(before);
    await page.goto(`${factory.url}/projects/${seed.projectId}?view=versions`);
    const rows = page.getByRole('list', { name: 'Versions' }).getByRole('listitem');
    await expect.poll(() => rows.count()).toBe(before.length + 1);
    await rows.first().getByText('Newest').waitFor();
  });

  it('ask for what the rows that are there lack before they come back', async () => {
    const { page } = visit;
    const { id } = await factory.json<{ id: string }>(`/api/v1/projects/${seed.projectId}/runs`, {
      method: 'POST',
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({
        ...{ prompt: 'Drop the due date, add a note', base: { capsuleId: seed.first.capsuleId } },
        options: { preview: false },
      }),
    });
    await runThatIs(factory, id, 'succeeded');
    await page.goto(`${factory.url}/projects/${seed.projectId}?view=versions`);
    await page.getByRole('button', { name: 'Restore version 1' }).click();
    const dialog = page.getByRole('dialog', { name: 'Restore version 1' });
    const value = dialog.getByLabel('Rows that are there get as Task.dueDate');
    await value.waitFor();
    await dialog.getByText('Task.note').waitFor();
    const act = dialog.getByRole('button', { name: 'Restore it' });

    expect(await act.isDisabled()).toBe(true);
    await value.fill('2026-01-31');
    await act.click();
    await page.waitForURL(/\/runs\/run_/);
    await waitForStatus(page, 'Succeeded');
  });

  it('verify still, the older ones as well', async () => {
    const { page } = visit;
    await page.goto(`${factory.url}/runs/${seed.second.id}`);
    const panel = await showView(page, 'Capsule');
    await panel.getByRole('button', { name: 'Verify now' }).click();
    await panel.getByText('It verifies').waitFor();
  });

  it('have not made the browser complain', () => {
    expect(visit.faults).toEqual([]);
  });
});
