/** What the web UI costs the server process: memory at rest, and the time from the start to the first page. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FactoryProcess, startFactory } from '@quantumlayer/testing';
import { isMet, type Measure, median, printMeasures } from './bench/report.ts';
import { offerHelp } from './offer-help.ts';

offerHelp(`npm run bench:web

What the web UI costs the server process: memory at rest, and the time from the start to the first page. Takes about
a minute on a machine that does nothing else.`);

const STARTS = 3;
const REST_MS = 10_000;
const BAR_MEGABYTES = 400;
const BAR_START_MS = 6_000;

const entry = resolve('apps/server/src/main.ts');
const dataFolder = await mkdtemp(join(tmpdir(), 'bench-web-'));
try {
  // The first start makes the database; people wait for it once.
  const first = await timeStart(true);
  await first.factory.stop();
  const plain = await timeStart(false);
  const plainMemory = await atRest(plain.factory);
  await plain.factory.stop();
  const starts: number[] = [];
  let memory = Number.NaN;
  for (let turn = 0; turn < STARTS; turn += 1) {
    const { factory, milliseconds } = await timeStart(true);
    starts.push(milliseconds);
    if (turn === STARTS - 1) {
      await lookAround(factory);
      memory = await atRest(factory);
    }
    await factory.stop();
  }
  const low = (limit: number) => ({ limit, best: 'low' as const });
  const measures: Measure[] = [
    { what: 'first start ever to first page', value: first.milliseconds, unit: 'ms' },
    {
      what: `warm start to first page, median of ${STARTS}`,
      value: median(starts),
      unit: 'ms',
      bar: low(BAR_START_MS),
    },
    { what: 'memory at rest without the web UI', value: plainMemory, unit: 'MB' },
    { what: 'memory at rest after some pages', value: memory, unit: 'MB', bar: low(BAR_MEGABYTES) },
  ];
  printMeasures(measures);
  process.exitCode = measures.every(isMet) ? 0 : 1;
} finally {
  await rm(dataFolder, { recursive: true, force: true });
}

async function timeStart(withPages: boolean) {
  const started = performance.now();
  const env = { QL_OPEN_BROWSER: '0', WEB_UI: String(withPages) };
  const factory = await startFactory({ entry, dataFolder, env });
  if (withPages) await readPage(factory, '/sign-in');
  return { factory, milliseconds: performance.now() - started };
}

async function lookAround(factory: FactoryProcess): Promise<void> {
  const { url } = await factory.json<{ url: string }>('/api/v1/sign-in-links', { method: 'POST' });
  const session = await fetch(`${factory.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: factory.url },
    body: JSON.stringify({ token: url.split('#')[1] }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  for (const path of ['/', '/runs', '/projects', '/drops', '/dashboard', '/settings/machine']) {
    await readPage(factory, path, cookie);
  }
}

async function readPage({ url }: FactoryProcess, path: string, cookie = ''): Promise<void> {
  const response = await fetch(`${url}${path}`, { headers: { cookie }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
  await response.text();
}

/** Memory that the process holds when nothing happens in it any more. */
async function atRest({ pid }: FactoryProcess): Promise<number> {
  await sleep(REST_MS);
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1_024;
}
