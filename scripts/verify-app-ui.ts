/**
 * An app with a web UI of its own, built by the steps of its Dockerfile and started as that starts it: what its pages
 * load, and what Lighthouse says of them on a desktop and on a phone.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findStack } from '@quantumlayer/stacks';
import { clinicWithPeople } from '@quantumlayer/stacks/fixtures';
import { chromium } from 'playwright-core';
import { z } from 'zod';
import { freePort } from './bench/free-port.ts';
import { writeApp } from './bench/generated-app.ts';
import { isMet, type Measure, printMeasures } from './bench/report.ts';
import { offerHelp } from './offer-help.ts';
import { runDockerfile } from './verify-app-ui/run-dockerfile.ts';
import { browserProgram } from './web-gates/browser-program.ts';
import { measureWithLighthouse } from './web-gates/lighthouse.ts';

offerHelp(`npm run verify:app-ui

Builds an app of the stack react-admin by the steps of its Dockerfile, starts it, and holds its pages to their bars:
what the first load brings, and Lighthouse on a desktop and on a phone.`);

const START_LIMIT_MS = 120_000;
const BAR_FIRST_LOAD_KB = 150;
const ADMIN = { email: 'admin@example.com', password: 'correct-horse-battery' };

const listSchema = z.object({ items: z.array(z.object({ id: z.string() })).min(1) });

const workspace = await mkdtemp(join(tmpdir(), 'verify-app-ui-'));
try {
  const measures = await measureApp(workspace);
  printMeasures(measures);
  process.exitCode = measures.every(isMet) ? 0 : 1;
} finally {
  await rm(workspace, { recursive: true, force: true });
}

async function measureApp(root: string): Promise<Measure[]> {
  const stack = findStack('react-admin');
  if (stack === null) throw new Error('the stack react-admin is missing');
  await writeApp(stack, clinicWithPeople, join(root, 'app'));
  const { folder, command } = await runDockerfile(join(root, 'app'), join(root, 'stages'));
  const port = await freePort();
  const [, ...args] = command;
  const app = spawn(process.execPath, args, {
    cwd: folder,
    stdio: 'inherit',
    env: {
      ...{ ...process.env, HOST: '127.0.0.1', PORT: String(port), SEED: 'true' },
      ...{ DATA_DIR: join(root, 'data'), LOG_LEVEL: 'warn' },
      ...{ ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password },
    },
  });
  const ended = new Promise((resolve) => app.once('close', resolve));
  try {
    const url = `http://127.0.0.1:${port}`;
    await untilReady(url);
    return [await measureFirstLoad(folder), ...(await measurePages(url))];
  } finally {
    app.kill('SIGTERM');
    await ended;
  }
}

async function untilReady(url: string): Promise<void> {
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end; ) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the app does not start');
}

/** The scripts that the page names itself; others come with what needs them. */
async function measureFirstLoad(folder: string): Promise<Measure> {
  const assets = join(folder, 'web/dist/assets');
  const page = await readFile(join(folder, 'web/dist/index.html'), 'utf8');
  const named = (await readdir(assets)).filter(
    (name) => name.endsWith('.js') && page.includes(name),
  );
  const sizes = await Promise.all(
    named.map(async (name) => gzipSync(await readFile(join(assets, name))).length),
  );
  const value = sizes.reduce((sum, size) => sum + size, 0) / 1_000;
  const bar = { limit: BAR_FIRST_LOAD_KB, best: 'low' as const };
  return { what: 'JavaScript of the first load, gzip', value, unit: 'KB', bar };
}

async function measurePages(url: string): Promise<Measure[]> {
  const cookie = await signIn(url);
  const answer = await fetch(`${url}/api/patients?limit=1`, { headers: { cookie } });
  const { items } = listSchema.parse(await answer.json());
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: browserProgram(),
    args: ['--no-sandbox', '--disable-background-networking', `--remote-debugging-port=${port}`],
  });
  try {
    return await measureWithLighthouse(
      { port, url, cookie },
      {
        ...{ dashboard: '/', list: '/patients', form: '/patients/new' },
        detail: `/patients/${items[0]?.id}`,
      },
    );
  } finally {
    await browser.close();
  }
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(ADMIN),
  });
  if (!answer.ok) throw new Error(`signing in was answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
