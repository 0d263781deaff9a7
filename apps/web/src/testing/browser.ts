import { existsSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { FactoryConnection } from '@quantumlayer/testing';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';
import { takeTurns } from './theme-turns.ts';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** For one step of a person, also on a machine that does much besides: how fast pages are is measured elsewhere. */
const LIMIT_MS = 60_000;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The Chromium of this machine. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PROGRAMS.find((path) => existsSync(path));
  if (executablePath === undefined) {
    throw new Error('The browser tests need Chromium: apt-get install chromium, or set CHROMIUM.');
  }
  return chromium.launch({ executablePath, args: QUIET });
}

export type Visit = {
  page: Page;
  /** What the browser complained about: console errors, exceptions, refused loads. */
  faults: string[];
};

const nextTheme = takeTurns();

/** A new browser profile that is signed in by a one-time link; in the theme that the one before was not in, if none is asked for. */
export async function signIn(
  browser: Browser,
  factory: FactoryConnection,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? nextTheme(),
    ...options,
  });
  context.setDefaultTimeout(LIMIT_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error')
      faults.push(`${message.text()} ${message.location().url}`.trim());
  });
  await page.goto(await newLink(factory));
  await page.waitForURL(`${factory.url}/`);
  return { page, faults };
}

/**
 * Goes to a page and waits until it answers: its rows come with the HTML, but what a person does before its scripts have
 * run is lost.
 */
export async function visitPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await untilAlive(page.locator('main'));
}

/** Until the scripts of a part have taken over what came with the HTML; parts that are loaded apart do so later. */
export async function untilAlive(part: Locator): Promise<void> {
  await expect
    .poll(() =>
      part.evaluate((element) =>
        Object.keys(element).some((key) => key.startsWith('__reactFiber')),
      ),
    )
    .toBe(true);
}

/** A fresh one-time link. */
export async function newLink(factory: FactoryConnection): Promise<string> {
  const { url } = await factory.json<{ url: string }>('/api/v1/sign-in-links', { method: 'POST' });
  return url;
}

/** Animations that will end; what turns as long as a run goes on does not. */
function countMoving(): number {
  return document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    .length;
}

/** Violations of accessibility rules, one line each. */
export async function violationsOf(page: Page): Promise<string[]> {
  // A colour on its way to another is neither of the two.
  await expect.poll(() => page.evaluate(countMoving)).toBe(0);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => {
    const shown = nodes.map(({ html, any, all, none }) => {
      const reasons = [...any, ...all, ...none].map(({ message, relatedNodes }) =>
        [message, ...(relatedNodes ?? []).map(({ html }) => html.slice(0, 80))].join(' '),
      );
      return `${html.slice(0, 160)} (${reasons.join('; ')})`;
    });
    return `${id}: ${shown.join(' | ')}`;
  });
}
