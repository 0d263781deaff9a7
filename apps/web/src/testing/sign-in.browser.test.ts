import { rm } from 'node:fs/promises';
import { type FactoryProcess, startFactory } from '@quantumlayer/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signIn } from './browser.ts';
import { entry, folderWithDependencies } from './shared-factory.ts';

const SECRET = 'Plans of the moon base';
const PASSWORD = 'correct horse battery';

let browser: Browser;
/** One of its own: setting a password signs out everybody else who looks at the factory. */
let factory: FactoryProcess;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = await folderWithDependencies();
  [browser, factory] = await Promise.all([
    launchBrowser(),
    startFactory({ entry, dataFolder, env: { QL_OPEN_BROWSER: '0' } }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await factory?.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

describe('what the server reads for a page', () => {
  it('is shown to whoever asked for it alone, also when many ask at once', async () => {
    const { page } = await signIn(browser, factory);
    const cookie = (await page.context().cookies()).map((one) => `${one.name}=${one.value}`);
    await factory.json('/api/v1/projects', {
      method: 'POST',
      body: JSON.stringify({ name: SECRET }),
    });
    const ask = async (headers: HeadersInit) => {
      const answer = await fetch(`${factory.url}/projects`, { headers, redirect: 'manual' });
      return { status: answer.status, html: await answer.text() };
    };
    const pairs = await Promise.all(
      Array.from({ length: 20 }, () =>
        Promise.all([ask({ cookie: cookie.join('; ') }), ask({}), ask({ cookie: 'ql_session=a' })]),
      ),
    );

    expect(pairs.map(([owner]) => owner.html.includes(SECRET))).toEqual(pairs.map(() => true));
    for (const stranger of pairs.flatMap(([, ...strangers]) => strangers)) {
      expect(stranger.status).toBe(307);
      expect(stranger.html).not.toContain(SECRET);
    }
    await page.context().close();
  });
});

describe('the password', () => {
  it('ends every other session when it is set', async () => {
    const other = await signIn(browser, factory);
    const { page } = await signIn(browser, factory);
    await page.goto(`${factory.url}/settings/password`);
    await page.getByLabel(/^New password/).fill(PASSWORD);
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('The password is set').first().waitFor();

    await page.goto(`${factory.url}/runs`);
    expect(new URL(page.url()).pathname).toBe('/runs');
    await other.page.goto(`${factory.url}/runs`);
    await other.page.waitForURL(/\/sign-in/);
  });

  it('signs in where no link is at hand, and a wrong one does not', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${factory.url}/sign-in`);
    await page.getByLabel(/password/i).fill('wrong horse battery');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel(/password/i).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${factory.url}/`);
    await context.close();
  });
});
