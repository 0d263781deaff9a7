import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn, type Visit, violationsOf, visitPage } from './browser.ts';
import { showView, waitForStatus } from './journey.ts';
import { projectNamed, runThatIs, startRun } from './seeded-runs.ts';
import { sharedFactory } from './shared-factory.ts';
import { turnThemes } from './turn-themes.ts';

const factory = sharedFactory();
let browser: Browser;
let visit: Visit;
let page: Page;
let projectId: string;
let base: string;

beforeAll(async () => {
  browser = await launchBrowser();
  visit = await signIn(browser, factory);
  page = visit.page;
  projectId = (await projectNamed(factory, 'Changes')).id;
  const { id } = await startRun(factory, projectId, {
    prompt: 'Clients have a name, a fax number and a country.',
    key: 'changes-base',
  });
  base = (await runThatIs(factory, id, 'succeeded')).capsuleId ?? '';
});
afterAll(() => browser?.close());
turnThemes(() => page);

/** The code of a version as a person changed it, as a zip. */
async function editedCode(
  capsuleId: string,
  path: string,
  edit: (text: string) => string,
): Promise<Buffer> {
  const response = await factory.request(`/api/v1/capsules/${capsuleId}/download?format=zip`);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const name = Object.keys(files).find((one) => one.endsWith(`/${path}`)) ?? '';
  const before = strFromU8(files[name] ?? new Uint8Array());
  const after = edit(before);
  expect(after).not.toBe(before);
  return Buffer.from(zipSync({ ...files, [name]: strToU8(after) }));
}

const box = () => page.getByRole('textbox', { name: 'What should be different?' });
const panel = () => page.getByRole('region', { name: 'What it would do' });

describe('a follow-up', () => {
  it('begins at a version', async () => {
    await visitPage(page, `${factory.url}/projects/${projectId}?view=versions`);
    await page.getByRole('link', { name: /^Change version 1$/ }).click();
    await page.waitForURL(/\/change\?base=/);
    await box().fill('Rename client to customer, drop the fax number. They shine.');
  });

  it('shows what it would do to blueprint, database and code before it is done', async () => {
    await panel().getByText('Client is called Customer now.').waitFor();
    const text = (await panel().textContent()) ?? '';
    expect(text).toContain('Dropped with all that is in it');
    expect(text).toContain('alter table "client" rename to "customer"');
    await panel().getByText('They shine').first().waitFor();
    await panel()
      .getByRole('button', { name: /src\/seed\.ts/ })
      .click();
    await panel()
      .getByRole('region', { name: 'Changes of src/seed.ts' })
      .getByText('customer')
      .first()
      .waitFor();
  });

  it('has nothing that axe finds', async () => expect(await violationsOf(page)).toEqual([]));

  it('asks for what rows that are there would lack', async () => {
    await box().fill('Clients also have a required quantity.');
    const field = panel().getByLabel(/^Rows that are there get as/);
    await field.fill('3');
    await panel()
      .getByText(/set "quantity" = 3/)
      .first()
      .waitFor();
    await panel().getByText('with rows the migration fails').waitFor({ state: 'detached' });
  });

  it('that changes nothing says so, and starts nothing', async () => {
    await box().fill('Clients have a name.');
    await panel()
      .getByText(/nothing/i)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: 'Make the next version' }).isDisabled()).toBe(
      true,
    );
  });

  it('outlives a reload', async () => {
    await box().fill('Clients also have a phone.');
    await page.reload();
    await expect.poll(() => box().inputValue()).toBe('Clients also have a phone.');
  });

  it('can be a document in place of words, and words again', async () => {
    await page.getByLabel('A document to attach').setInputFiles({
      name: 'clients.sql',
      mimeType: 'text/plain',
      buffer: Buffer.from('create table client (name text not null, phone text, vat text);'),
    });
    await page.getByText('clients.sql').waitFor();
    await panel().getByText('Client gets a vat.').waitFor();
    await panel().getByText('Dropped with all that is in it').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove the document' }).click();
    expect(await box().inputValue()).toBe('Clients also have a phone.');
  });

  it('becomes the next version, which says who made it', { timeout: 240_000 }, async () => {
    await panel().getByText('Client gets a phone.').waitFor();
    await panel().locator('ins', { hasText: 'phone, optional' }).waitFor();
    await page.getByLabel('Let me review the design first').check();
    await page.getByRole('button', { name: 'Make the next version' }).click();
    await page.waitForURL(/\/runs\/run_/);
    await waitForStatus(page, 'Waiting for you');
    await page.getByRole('heading', { name: 'Blueprint: 1 change' }).waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await waitForStatus(page, 'Succeeded');
    await (await showView(page, 'Evidence')).getByText('Migrate a seeded database').waitFor();
    await page.getByRole('link', { name: 'Change it' }).waitFor();
    await visitPage(page, `${factory.url}/projects/${projectId}?view=versions`);
    const newest = page.getByRole('list', { name: 'Versions' }).getByRole('listitem').first();
    expect(await newest.textContent()).toContain('by a prompt');
    expect(await newest.textContent()).toContain('Clients also have a phone.');
  });

  it('is asked for once more from a drop of it, in its words and of the same version', async () => {
    const runs = await factory.json<{ items: { id: string }[] }>(
      `/api/v1/projects/${projectId}/runs`,
    );
    const run = await factory.json<{ stages: { dropId: string }[] }>(
      `/api/v1/runs/${runs.items[0]?.id}`,
    );
    await visitPage(page, `${factory.url}/drops/${run.stages[0]?.dropId}`);
    await page.getByRole('button', { name: 'Change it in these words' }).click();
    await page.waitForURL(new RegExp(`/projects/${projectId}/change\\?base=`));
    await expect.poll(() => box().inputValue()).toBe('Clients also have a phone.');
    await panel().getByText('Client gets a phone.').waitFor();
  });

  it('meets hand edits that were pushed back, and waits where both changed a line', {
    timeout: 480_000,
  }, async () => {
    await visitPage(page, `${factory.url}/projects/${projectId}?view=versions`);
    const edited = await editedCode(base, 'src/modules/client/schema.ts', (text) =>
      text.replace(/^(.*faxNumber.*)$/m, '$1 // by hand'),
    );
    await page.getByLabel('Edited code of version 1').setInputFiles({
      name: 'edited.zip',
      mimeType: 'application/zip',
      buffer: edited,
    });
    await page.waitForURL(/\/runs\/run_/);
    await waitForStatus(page, 'Succeeded');
    await page.getByRole('link', { name: 'Change it' }).click();
    await box().fill('Drop the fax number.');
    await panel().getByText('1 file changed by hand and by this at the same place').waitFor();
    await page.getByRole('button', { name: 'Make the next version' }).click();
    await page.waitForURL(/\/runs\/run_/);
    await waitForStatus(page, 'Waiting for you');
    const file = page.getByRole('region', { name: 'src/modules/client/schema.ts' });
    await file.getByRole('region', { name: 'Mine' }).getByText('// by hand').waitFor();
    const goOn = page.getByRole('button', { name: 'Go on with these' });
    expect(await goOn.isDisabled()).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    for (const place of await file
      .getByLabel('Generated', { exact: true })
      .and(page.getByRole('radio'))
      .all())
      await place.check();
    await page.reload();
    await goOn.click();
    // What becomes of it is proved without a browser.
    await page.getByRole('heading', { name: 'Your edits and this change meet' }).waitFor({
      state: 'detached',
    });
    await page.locator('header').getByText('Running', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await waitForStatus(page, 'Cancelled');
  });

  it('needs a version that there is', async () => {
    await page.goto(`${factory.url}/projects/${projectId}/change?base=cap_none`);
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
  });
});

it('leaves nothing in the console but what was refused', () =>
  expect(visit.faults.filter((fault) => !/\/(changes|capsules\/cap_none)$/.test(fault))).toEqual(
    [],
  ));
