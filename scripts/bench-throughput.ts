/** How many lists a second a generated app answers, beside a route written by hand on the same rows and database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { stacks } from '@quantumlayer/stacks';
import { invoicing } from '@quantumlayer/stacks/fixtures';
import { freePort } from './bench/free-port.ts';
import { installPackages, writeApp } from './bench/generated-app.ts';
import { outsideTool } from './bench/outside-tool.ts';
import { isMet, type Measure, median, printMeasures } from './bench/report.ts';
import { offerHelp } from './offer-help.ts';

offerHelp(`npm run bench:throughput

Starts a generated app and a route written by hand (Fastify, SQL, the same embedded database and rows), asks both for
lists by turns and prints how many each answers a second.`);

const ROWS = 1_000;
const ROUNDS = 3;
const SECONDS = 6;
const CONNECTIONS = 16;
const BAR_PERCENT = 60;
const START_MS = 60_000;
const LIMITS = [20, 100];

const [stack] = stacks;
if (stack === undefined) throw new Error('There is no stack.');
type Result = { errors: number; non2xx: number; requests: { average: number } };
type Ask = (options: { url: string; connections: number; duration: number }) => Promise<Result>;

const { default: autocannon }: { default: Ask } = await import(
  pathToFileURL(join(outsideTool('autocannon'), 'autocannon/autocannon.js')).href
);
const folder = await mkdtemp(join(tmpdir(), 'bench-throughput-'));
const children: ChildProcess[] = [];
try {
  await installPackages(stack, folder);
  await writeApp(stack, invoicing, folder);
  const [command = '', ...options] = stack.commands.start;
  const first = await start(command, options, 'data');
  await fill(first.url);
  await stop(first.child);
  // Two processes cannot have one embedded database: each gets the same rows.
  await cp(join(folder, 'data/postgres'), join(folder, 'plain'), { recursive: true });
  const generated = await start(command, options, 'data');
  await copyFile(
    resolve('scripts/bench-throughput/templates/plain-server.ts'),
    join(folder, 'plain.ts'),
  );
  const plain = await start('node', ['--liftoff-only', 'plain.ts'], 'plain');
  const measures: Measure[] = [];
  for (const limit of LIMITS) measures.push(...(await compare(generated.url, plain.url, limit)));
  printMeasures(measures);
  process.exitCode = measures.every(isMet) ? 0 : 1;
} finally {
  for (const child of children) await stop(child);
  await rm(folder, { recursive: true, force: true });
}

async function start(command: string, options: readonly string[], data: string) {
  const port = await freePort();
  const env = {
    ...process.env,
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    PORT: String(port),
    DATA_DIR: join(folder, data),
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
  };
  const child = spawn(command, options, { cwd: folder, env, stdio: 'inherit' });
  children.push(child);
  const url = `http://127.0.0.1:${port}/api/customers`;
  const deadline = performance.now() + START_MS;
  for (;;) {
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return { child, url };
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`${command} ${options.join(' ')} does not answer.`);
    await sleep(100);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

async function fill(url: string): Promise<void> {
  for (let at = 0; at < ROWS; at += 1) {
    const body = JSON.stringify({ name: `Customer ${at}`, email: `customer-${at}@example.com` });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body });
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  }
}

async function compare(generated: string, plain: string, limit: number): Promise<Measure[]> {
  const rates: Record<'generated' | 'plain', number[]> = { generated: [], plain: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ours = await ask(`${generated}?limit=${limit}`);
    const theirs = await ask(`${plain}?limit=${limit}`);
    // The first round is for warming up.
    if (round === 0) continue;
    rates.generated.push(ours);
    rates.plain.push(theirs);
  }
  const [ours, theirs] = [median(rates.generated), median(rates.plain)];
  return [
    { what: `  lists of ${limit} a second, generated`, value: ours, unit: '/s' },
    { what: `  lists of ${limit} a second, by hand`, value: theirs, unit: '/s' },
    {
      what: `lists of ${limit}: generated of by hand`,
      value: (100 * ours) / theirs,
      unit: '%',
      bar: { limit: BAR_PERCENT, best: 'high' },
    },
  ];
}

async function ask(url: string): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS });
  if (result.errors > 0 || result.non2xx > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} refused`);
  return result.requests.average;
}
