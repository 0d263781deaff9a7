/**
 * The bars of the web UI: sizes of what is loaded, speed, stillness, silence and access of the main pages, signed in,
 * after a real run. `-- bundle`, `-- pages` and `-- lighthouse` do one of the three; with `brief` Lighthouse judges two
 * pages instead of three.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type FactoryProcess, startFactory } from '@quantumlayer/testing';
import { type Browser, chromium } from 'playwright-core';
import { freePort } from './bench/free-port.ts';
import { isMet, type Measure, printMeasures } from './bench/report.ts';
import { defaultProject, postRun, untilFinished } from './factory-checks/real-runs.ts';
import { offerHelp } from './offer-help.ts';
import { browserProgram } from './web-gates/browser-program.ts';
import { measureBundles } from './web-gates/bundle-sizes.ts';
import { measureWithLighthouse } from './web-gates/lighthouse.ts';
import { measurePages, openSignedIn, type Pages } from './web-gates/page-figures.ts';

offerHelp(`npm run test:web-gates -- [bundle] [pages] [lighthouse] [brief]

Holds the web UI to its bars: sizes of what is loaded, speed, stillness, silence and access of the main pages, signed
in, after a real run. Without a word all three are done; with brief, Lighthouse judges two pages instead of three.`);

const PROMPT = 'A todo list: a task has a title, a due date and a status of open or done';
const RUN_LIMIT_MS = 120_000;
const wanted = process.argv.slice(2);
const isBrief = wanted.includes('brief');
const isWanted = (part: string) => wanted.length === 0 || wanted.includes(part);

const measures: Measure[] = isWanted('bundle') ? measureBundles(resolve('apps/web/.next')) : [];
if (isWanted('pages') || isWanted('lighthouse')) measures.push(...(await measureLive()));
printMeasures(measures);
process.exitCode = measures.every(isMet) ? 0 : 1;

async function measureLive(): Promise<Measure[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'web-gates-'));
  const port = await freePort();
  const factory = await startFactory({
    entry: resolve('apps/server/src/main.ts'),
    dataFolder,
    env: { QL_OPEN_BROWSER: '0' },
  });
  const browser = await chromium.launch({
    executablePath: browserProgram(),
    args: ['--no-sandbox', '--disable-background-networking', `--remote-debugging-port=${port}`],
  });
  try {
    return await measureAll(factory, browser, port);
  } finally {
    await browser.close();
    await factory.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function measureAll(factory: FactoryProcess, browser: Browser, port: number) {
  const runId = await finishRun(factory);
  const main: Pages = { run: `/runs/${runId}`, new: '/', ...(!isBrief && { runs: '/runs' }) };
  const all: Pages = {
    ...{ ...main, runs: '/runs' },
    ...{ projects: '/projects', drops: '/drops', dashboard: '/dashboard' },
    ...{ developers: '/developers', machine: '/settings/machine', keys: '/settings/keys' },
  };
  const found: Measure[] = [];
  for (const theme of ['light', 'dark'] as const) {
    const context = await openSignedIn(browser, await newLink(factory), theme);
    if (isWanted('pages')) found.push(...(await measurePages(context, factory.url, all, theme)));
    if (isWanted('lighthouse') && theme === 'light') {
      const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`);
      const visit = { port, url: factory.url, cookie: cookie.join('; ') };
      found.push(...(await measureWithLighthouse(visit, main)));
    }
    await context.close();
  }
  return [...found, ...(await measureStaticFiles(factory))];
}

/** Files whose names hold their digests never change: browsers and CDNs may keep them, and the build compresses them. */
async function measureStaticFiles({ url }: FactoryProcess): Promise<Measure[]> {
  const html = await (await fetch(`${url}/sign-in`)).text();
  const files = [...new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g) ?? [])];
  const share = async (encoding: string, isMet: (headers: Headers) => boolean) => {
    const headers = { 'accept-encoding': encoding };
    const answers = await Promise.all(files.map((file) => fetch(`${url}${file}`, { headers })));
    const met = answers.filter((answer) => answer.ok && isMet(answer.headers));
    return files.length === 0 ? 0 : (100 * met.length) / files.length;
  };
  const isKept = (headers: Headers) =>
    /max-age=31536000.*immutable/.test(headers.get('cache-control') ?? '');
  const measure = (what: string, value: number): Measure => ({
    what: `static files that ${what}, of ${files.length}`,
    value,
    unit: '%',
    bar: { limit: 100, best: 'high' },
  });
  const comesAs = (encoding: string) =>
    share(encoding, (headers) => headers.get('content-encoding') === encoding);
  return [
    measure('may be kept', await share('identity', isKept)),
    measure('come as br', await comesAs('br')),
    measure('come as gzip', await comesAs('gzip')),
  ];
}

async function finishRun(factory: FactoryProcess): Promise<string> {
  const project = await defaultProject(factory);
  const { id } = await postRun(factory, project, { prompt: PROMPT }, { preview: false });
  const { status } = await untilFinished(factory, id, RUN_LIMIT_MS);
  if (status !== 'succeeded') throw new Error(`the run that pages are measured with has ${status}`);
  return id;
}

async function newLink(factory: FactoryProcess): Promise<string> {
  const { url } = await factory.json<{ url: string }>('/api/v1/sign-in-links', { method: 'POST' });
  return url;
}
