import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn, type Visit } from './browser.ts';
import { promptBox, showView, waitForStatus } from './journey.ts';
import {
  projectNamed,
  type Run,
  runThatIs,
  seededRuns,
  signalRun,
  startRun,
} from './seeded-runs.ts';
import { sharedFactory } from './shared-factory.ts';
import { turnThemes } from './turn-themes.ts';

const factory = sharedFactory();
const EVIL =
  '<img src=x onerror="window.stolen=1"><script>window.stolen=1</script><svg onload="window.stolen=1">';
const PROMPT = `A zoo: an animal has a name. ${EVIL} [click](javascript:window.stolen=1)`;

declare global {
  interface Window {
    /** What the policy of the page has refused. */
    refused?: string[];
  }
}

let browser: Browser;
let visit: Visit;
let projectId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  visit = await signIn(browser, factory);
  await visit.page.addInitScript(() => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      window.refused?.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  projectId = (await projectNamed(factory, `Zoo ${EVIL}`.slice(0, 100))).id;
});
afterAll(() => browser?.close());
turnThemes(() => visit.page);

/** Nothing of it ran, and nothing of it was even tried: what is text never becomes an element. */
async function expectHarmless(page: Page): Promise<void> {
  const state = await page.evaluate(() => ({
    stolen: 'stolen' in window,
    refused: window.refused,
    elements: document.querySelectorAll('img[src="x"], svg[onload], [href^="javascript:"]').length,
  }));
  expect(state).toEqual({ stolen: false, refused: [], elements: 0 });
  // A question that was refused is written to the console by the browser itself.
  expect(visit.faults.filter((fault) => !/status of (404|422)/.test(fault))).toEqual([]);
}

describe('hostile text', () => {
  it('in a prompt is shown as it is while one types', async () => {
    const { page } = visit;
    await page.goto(`${factory.url}/`);
    await promptBox(page).fill(PROMPT);
    await page.getByRole('heading', { name: 'Animal' }).waitFor();

    expect(
      await page.getByRole('region', { name: 'How this is understood' }).textContent(),
    ).toContain('<script>');
    await expectHarmless(page);
  });

  it('in a link to the prompt box is a prompt and no page', async () => {
    const { page } = visit;
    await page.goto(`${factory.url}/?prompt=${encodeURIComponent(PROMPT)}`);
    await expect.poll(() => promptBox(page).inputValue()).toBe(PROMPT);
    await expectHarmless(page);
  });

  it('in the name of a project is shown wherever the name is', async () => {
    const { page } = visit;
    for (const path of [
      '/projects',
      `/projects/${projectId}`,
      `/projects/${projectId}?view=settings`,
    ]) {
      await page.goto(`${factory.url}${path}`);
      await page.locator('main').getByText('Zoo <img src=x').first().waitFor();
      await expectHarmless(page);
    }
  });

  it('in addresses finds nothing and does nothing', async () => {
    const { page } = visit;
    const evil = encodeURIComponent(EVIL);
    for (const path of [
      `/runs?q=${evil}&failure=${evil}&since=${evil}`,
      `/drops?q=${evil}&run=${evil}`,
      `/projects?q=${evil}`,
    ]) {
      await page.goto(`${factory.url}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.shimmer').first().waitFor({ state: 'detached' });
      await expectHarmless(page);
    }
  });

  describe('in a blueprint', () => {
    let run: Run;

    beforeAll(async () => {
      const { id } = await startRun(factory, projectId, { prompt: PROMPT, review: true });
      await runThatIs(factory, id, 'waiting');
      const waiting = await factory.json<Run>(`/api/v1/runs/${id}`);
      await signalRun(factory, id, {
        type: 'modify',
        stage: 'review',
        output: { blueprint: poisoned(waiting.reading?.blueprint) },
      });
      run = await runThatIs(factory, id, 'succeeded');
    });

    it('builds, and is shown as text in every view of the run', async () => {
      const { page } = visit;
      await page.goto(`${factory.url}/runs/${run.id}`);
      await waitForStatus(page, 'Succeeded');
      for (const view of ['Evidence', 'Reading and design', 'Timeline', 'Capsule', 'Overview']) {
        await showView(page, view);
        await expectHarmless(page);
      }
    });

    it('is text in the files that were made of it', async () => {
      const { page } = visit;
      const panel = await showView(page, 'Files');
      await panel.getByRole('button', { name: 'README.md' }).click();
      await expect
        .poll(() => panel.getByLabel('Content of README.md').textContent())
        .toContain('window.stolen');
      await expectHarmless(page);
    });

    it('is text in the lists of runs and drops, and as the name of a drop', async () => {
      const { page } = visit;
      const drop = run.stages.find(({ key }) => key === 'parse')?.dropId ?? '';
      await factory.json(`/api/v1/drops/${drop}/pin`, {
        method: 'PUT',
        body: JSON.stringify({ name: EVIL.slice(0, 100), note: EVIL }),
      });
      for (const path of [
        `/runs?project=${projectId}`,
        `/drops?project=${projectId}`,
        `/drops/${drop}`,
      ]) {
        await page.goto(`${factory.url}${path}`);
        await page
          .locator('main')
          .getByText('<img src=x')
          .locator('visible=true')
          .first()
          .waitFor();
        await expectHarmless(page);
      }
    });
  });

  it('in the reason of a person is text in the log and in the failure', async () => {
    const { page } = visit;
    const { id } = await startRun(factory, projectId, { prompt: PROMPT, review: true });
    await runThatIs(factory, id, 'waiting');
    await signalRun(factory, id, { type: 'reject', stage: 'review', reason: EVIL });
    await runThatIs(factory, id, 'failed');
    await page.goto(`${factory.url}/runs/${id}`);
    await page.getByRole('region', { name: 'Why it failed' }).getByText('<script>').waitFor();
    await page.getByRole('log').getByText('<script>').first().waitFor();
    await expectHarmless(page);
  });

  it('in a file name, in what a check wrote and in a problem of the server is text', async () => {
    const { page } = visit;
    const { first } = await seededRuns(factory);
    const file = { path: `src/${EVIL.replaceAll('/', '-')}.ts`, size: 1, digest: EVIL };
    // A server may say anything; the page may not believe it.
    await page.route(`**/runs/${first.id}/files?**`, (route) =>
      route.fulfill({ json: { items: [file], nextCursor: null } }),
    );
    await page.route(`**/runs/${first.id}/files`, (route) =>
      route.fulfill({ json: { items: [file], nextCursor: null } }),
    );
    await page.route('**/files/content?**', (route) =>
      route.fulfill({
        status: 404,
        contentType: 'application/problem+json',
        json: { type: `/problems/${EVIL}`, title: EVIL, detail: EVIL, status: 404, instance: EVIL },
      }),
    );
    await page.route('**/checks/*/output*', (route) =>
      route.fulfill({ contentType: 'text/plain', body: `\u001b[31m${EVIL}` }),
    );
    await page.goto(
      `${factory.url}/runs/${first.id}?view=files&file=${encodeURIComponent(file.path)}`,
    );
    await page.getByRole('navigation', { name: 'Files' }).getByText('<img src=x').waitFor();
    await page.getByRole('alert').getByText('<script>').first().waitFor();
    await expectHarmless(page);
    const panel = await showView(page, 'Evidence');
    await panel.getByText('Run the tests').click();
    await panel.getByText('Show the whole output').locator('visible=true').click();
    await panel.locator('pre').getByText('<script>').waitFor();
    await expectHarmless(page);
  });
});

/** The blueprint with hostile words wherever a person may write some. */
function poisoned(blueprint: NonNullable<Run['reading']>['blueprint'] | undefined): unknown {
  if (blueprint === undefined) throw new Error('the run has no blueprint');
  const text = { description: EVIL };
  const kind = { name: 'kind', type: 'enum', required: true, unique: false, ...text };
  const entities = blueprint.entities.map((entity) => ({
    ...entity,
    ...text,
    fields: [
      ...entity.fields.map((field) => ({ ...field, ...text })),
      { ...kind, values: [EVIL.slice(0, 64), '</script><script>', 'javascript:window.stolen=1'] },
    ],
  }));
  return { ...blueprint, ...text, title: EVIL.slice(0, 100), entities };
}
