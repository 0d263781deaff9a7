import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn, untilAlive, violationsOf } from './browser.ts';
import { startReviewed } from './reviewed-run.ts';
import { sharedFactory } from './shared-factory.ts';

const LIBRARY =
  'A library: books have a title and a unique isbn. Lockers have a name. A loan belongs to a book and has a due date. It dances at night.';

const factory = sharedFactory();
let browser: Browser;
/** Waits at its checkpoint for all of this file. */
let runId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  runId = await startReviewed(factory, LIBRARY);
});
afterAll(() => browser?.close());

/** The checkpoint comes apart from its page. */
async function change(page: Page) {
  const button = page.getByRole('button', { name: 'Change', exact: true });
  await untilAlive(button);
  await button.click();
}

async function visit(path: string, options: BrowserContextOptions = {}) {
  const { page, faults } = await signIn(browser, factory, options);
  await page.goto(`${factory.url}${path}`);
  return { page, faults };
}

const graph = (page: Page) => page.getByRole('region', { name: 'Graph of the stages' });
const diagram = (page: Page) => page.getByRole('region', { name: 'Entity diagram' });

describe('the graph of the stages', () => {
  it('says what the list says, and both choose the same stage, in the address', async () => {
    const { page, faults } = await visit(`/runs/${runId}`);
    const list = page.getByRole('list', { name: 'Stages' });
    const titles = (text: string | null) => (text ?? '').match(/[A-Z][a-z]+ [a-z ]*[a-z]/g);
    await list.getByRole('button', { name: 'Design architecture' }).click();
    const inList = await list.getByRole('button').allTextContents();
    await page.getByRole('button', { name: 'Graph', exact: true }).click();
    const design = graph(page).getByRole('button', { name: /Succeeded.*Design architecture/ });
    await design.waitFor();

    expect(await graph(page).locator('.react-flow__node').count()).toBe(inList.length);
    const inGraph = await graph(page).locator('.react-flow__node').allTextContents();
    expect(inGraph.map(titles)).toEqual(inList.map(titles));
    expect(await design.getAttribute('aria-pressed')).toBe('true');
    expect(new URL(page.url()).searchParams.toString()).toBe('stage=design&stages=graph');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is walked and chosen from by keyboard alone', async () => {
    const { page } = await visit(`/runs/${runId}?stages=graph`);
    await graph(page)
      .getByRole('button', { name: /Parse requirements/ })
      .waitFor();
    await page.getByRole('button', { name: 'Graph', exact: true }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await expect.poll(() => new URL(page.url()).searchParams.get('stage')).toBe('design');
    await page.getByRole('heading', { name: 'Design architecture' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).searchParams.get('stage')).toBeNull();
    await page.context().close();
  });
});

describe('the diagram of the entities', () => {
  it('follows what is changed at the checkpoint, and is said in words', async () => {
    const { page } = await visit(`/runs/${runId}`);
    await change(page);
    await page.getByRole('textbox', { name: 'New field of Locker' }).fill('nickname');
    await page.getByRole('button', { name: 'Add', exact: true }).nth(1).click();
    await page.getByRole('tab', { name: 'Diagram' }).click();
    await diagram(page).getByRole('group', { name: 'Table Locker: id, name, nickname' }).waitFor();

    expect(await page.getByRole('figure').textContent()).toContain(
      'Loan belongs to exactly one Book (book); Book has any number of Loan.',
    );
    await page.context().close();
  });
});

describe('the form at the checkpoint', () => {
  it('is for everybody, with all that can be said of each field', async () => {
    const { page } = await visit(`/runs/${runId}`);
    await change(page);
    const details = page.getByRole('button', { name: /^Details of / });
    await details.first().waitFor();
    for (const button of await details.all()) await button.click();
    await page
      .getByLabel(/^What it is of /)
      .first()
      .waitFor();

    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });
});

describe('what is open', () => {
  it('is answered on the New screen, read again, and taken back', async () => {
    const { page } = await visit('/');
    const box = page.getByRole('textbox', { name: 'What should we build?' });
    await box.fill(LIBRARY);
    const questions = page.getByRole('region', { name: 'Open questions' });
    await questions.getByRole('button', { name: 'A loan belongs to a locker' }).click();
    await questions.waitFor({ state: 'detached' });
    expect(await box.inputValue()).toBe(`${LIBRARY}\n\nDecided:\nA loan belongs to a locker.`);
    await page.getByRole('button', { name: /^Leave it out: It dances/ }).click();
    await page.getByRole('region', { name: 'Not understood' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Take it back' }).click();

    expect(await box.inputValue()).toContain('It dances at night.');
    await page.context().close();
  });

  it('is answered on a run and makes the next prompt, while what was being written is kept', async () => {
    const { page } = await visit('/');
    const box = page.getByRole('textbox', { name: 'What should we build?' });
    await box.fill('A half-written thought');
    await page.goto(`${factory.url}/runs/${runId}`);
    const choice = page.getByRole('button', { name: 'A locker stands alone' });
    await untilAlive(choice);
    await choice.click();
    await page.reload();
    const answered = page.getByRole('region', { name: 'Questions, answered' });
    await answered.getByText('Answered: A locker stands alone.').waitFor();
    expect(await answered.getByRole('button', { name: 'A loan belongs' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Answer and build again' }).click();
    await page.waitForURL(/\/\?project=/);
    await expect
      .poll(() => box.inputValue())
      .toBe(`${LIBRARY}\n\nDecided:\nA locker stands alone.`);
    await page.getByRole('button', { name: 'Bring it back' }).click();

    expect(await box.inputValue()).toBe('A half-written thought');
    await page.context().close();
  });

  it('is answered at the checkpoint without losing what was changed there', async () => {
    const { page } = await visit(`/runs/${runId}`);
    await change(page);
    await page.getByRole('textbox', { name: 'New field of Locker' }).fill('nickname');
    await page.getByRole('button', { name: 'Add', exact: true }).nth(1).click();
    await page.getByRole('tab', { name: 'Asked and assumed' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Asked and assumed' });
    await panel.getByRole('button', { name: 'A loan belongs to a locker' }).click();
    await panel.getByText('Locker stands in no relation').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Diagram' }).click();

    await diagram(page).getByRole('group', { name: 'Table Locker: id, name, nickname' }).waitFor();
    await diagram(page)
      .getByRole('group', { name: /Table Loan: .*lockerId/ })
      .waitFor();
    await page.context().close();
  });
});

describe('the list of the stages', () => {
  it.each([1280, 390])('shows every title in full at %i px', async (width) => {
    const { page } = await visit(`/runs/${runId}`, { viewport: { width, height: 900 } });
    const list = page.getByRole('list', { name: 'Stages' });
    await list.getByRole('button').first().waitFor();
    const cut = await list.evaluate((element) =>
      [...element.querySelectorAll('li span')]
        .filter((part) => getComputedStyle(part).fontWeight >= '500')
        .filter((title) => {
          const { left, right } = title.getBoundingClientRect();
          return title.scrollWidth > title.clientWidth + 1 || left < 0 || right > window.innerWidth;
        })
        .map(({ textContent }) => textContent),
    );

    expect(await list.getByRole('listitem').count()).toBe(7);
    expect(cut).toEqual([]);
    await page.context().close();
  });
});
