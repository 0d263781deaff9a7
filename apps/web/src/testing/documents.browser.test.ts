import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn, type Visit, visitPage } from './browser.ts';
import { promptBox, showView, waitForStatus } from './journey.ts';
import { sharedFactory } from './shared-factory.ts';
import { turnThemes } from './turn-themes.ts';

const SQL = `create table keepers (
  id serial primary key,
  email varchar(120) not null unique
);
create table animals (
  id serial primary key,
  name text not null,
  weight_kg numeric(8, 2) check (weight_kg > 0),
  keeper_id integer not null references keepers (id)
);
create index animals_lower on animals (lower(name));
`;
const factory = sharedFactory();
let browser: Browser;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  visit = await signIn(browser, factory);
  page = visit.page;
});
afterAll(() => browser?.close());
turnThemes(() => page);

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});
const reading = () => page.getByRole('region', { name: 'How this is understood' });
const inBox = () => page.getByRole('region', { name: 'Document', exact: true });
const textOf = () => page.getByLabel('Text of the document');

async function attach(name: string, text: string): Promise<void> {
  await page.getByLabel('A document to attach').setInputFiles(file(name, text));
  await inBox().getByText(name).waitFor();
}

async function remove(): Promise<void> {
  await page.getByRole('button', { name: 'Remove the document' }).click();
  await inBox().waitFor({ state: 'detached' });
}

describe('a document in the box', () => {
  it('is read as soon as it is there, and the prompt adds to it', async () => {
    await visitPage(page, `${factory.url}/`);
    await attach('zoo.sql', SQL);
    await reading().getByRole('heading', { name: 'Animal' }).waitFor();
    await promptBox(page).fill('Animals also have a nickname.');
    await reading().getByText('nickname').waitFor();
    await reading().getByText('weightKg').waitFor();
  });

  it('says what has no place in an app, and shows where it stands', async () => {
    const left = reading().getByRole('region', { name: /^Left out of the document/ });
    await left.getByRole('button', { name: 'line 11' }).click();
    await expect
      .poll(() => textOf().evaluate((field: HTMLTextAreaElement) => field.selectionStart))
      .toBe(SQL.indexOf('create index'));
  });

  it('outlives a reload', async () => {
    await page.reload();
    await inBox().getByText('zoo.sql').waitFor();
    await reading().getByRole('heading', { name: 'Keeper' }).waitFor();
  });

  it('names line and column of what is wrong, and goes there', async () => {
    await remove();
    await attach('broken.sql', `${SQL}create table (\n  id int\n);\n`);
    await reading()
      .getByRole('button', { name: /^Go to line 12/ })
      .click();
    await expect
      .poll(() =>
        textOf().evaluate(
          (field: HTMLTextAreaElement) =>
            field.value.slice(0, field.selectionStart).split('\n').length,
        ),
      )
      .toBe(12);
    await remove();
  });

  it('is told from a prompt when it is pasted', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await promptBox(page).fill('');
    await page.evaluate((text) => navigator.clipboard.writeText(text), SQL);
    await promptBox(page).press('ControlOrMeta+V');
    await inBox().getByText('11 lines').waitFor();
    expect(await promptBox(page).inputValue()).toBe('');
    await remove();
  });

  it('has a limit, and says so before anything is sent', async () => {
    const long = 'x'.repeat(500_001);
    await page.getByLabel('A document to attach').setInputFiles(file('long.sql', long));
    await page.getByText('long.sql is too long', { exact: true }).waitFor();
    expect(await inBox().count()).toBe(0);
  });
});

describe('a run from a document', () => {
  it('starts from the document alone, and shows what became of its lines', async () => {
    await visitPage(page, `${factory.url}/`);
    await attach('zoo.sql', SQL);
    await page.getByLabel('Let me review the design first').check();
    await page.getByRole('button', { name: 'Build it' }).click();
    await page.waitForURL(/\/runs\/run_/);
    await waitForStatus(page, 'Waiting for you');
    const panel = await showView(page, 'Reading and design');
    await panel.getByRole('heading', { name: 'zoo.sql, line by line' }).waitFor();
    await panel.getByText('Keeper.email').first().waitFor();
    await panel.getByRole('region', { name: /^Left out of the document/ }).waitFor();
    expect(await panel.getByText('The prompt, phrase by phrase').count()).toBe(0);
  });

  it('begins another one, with what was in the box kept aside', async () => {
    const runId = new URL(page.url()).pathname.split('/').at(-1);
    const run = await factory.json<{ stages: { key: string; dropId: string }[] }>(
      `/api/v1/runs/${runId}`,
    );
    await visitPage(page, `${factory.url}/`);
    await promptBox(page).fill('Half a thought about boats');
    await visitPage(page, `${factory.url}/drops/${run.stages[0]?.dropId}`);
    await page.getByRole('button', { name: 'Use its document' }).click();
    await inBox().getByText('zoo.sql').waitFor();
    expect(await promptBox(page).inputValue()).toBe('');
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect.poll(() => promptBox(page).inputValue()).toBe('Half a thought about boats');
    expect(await inBox().count()).toBe(0);
  });
});

describe('pages with documents', () => {
  it('have written nothing to the console but that a document was refused', () =>
    expect(visit.faults.filter((fault) => !fault.endsWith('/api/v1/blueprints/read'))).toEqual([]));
});
