/** Posts many real runs at once, and proves that each finishes and that its state can be seen all the while. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page, Run, RunEvent, RunSummary } from '@quantumlayer/contracts';
import { type FactoryProcess, readEvents, startFactory } from '@quantumlayer/testing';
import {
  defaultProject,
  inParallel,
  peakMegabytes,
  postRun,
  untilFinished,
} from './factory-checks/real-runs.ts';
import { findFaults } from './factory-checks/run-faults.ts';

const HELP = `npm run verify:burst -- [options]

Posts N runs of one-entity prompts at once and waits for all of them. Proves of each that it was queued or running at once,
succeeded, left a whole record, and that its events tell how it got there. Ends with "N passed, N failed".

  --burst N        how many runs, 50 when absent
  --data FOLDER    data folder of the factory, kept; a temporary one when absent
  --help           print this`;

const NOUNS = ['task', 'book', 'sensor', 'ticket', 'patient', 'recipe', 'vehicle', 'invoice'];
/** How long the whole burst may take, for each run in it. */
const LIMIT_PER_RUN_MS = 60_000;
const SHOW_EVERY_MS = 15_000;

const { values: options } = parseArgs({
  options: {
    burst: { type: 'string', default: '50' },
    data: { type: 'string' },
    help: { type: 'boolean' },
  },
});

function promptOf(index: number): string {
  const noun = NOUNS[index % NOUNS.length];
  return `A ${noun} list: a ${noun} has a name, a unique code and a status of open or done`;
}

async function countByStatus(factory: FactoryProcess, projectId: string): Promise<string> {
  const path = `/api/v1/projects/${projectId}/runs?limit=100`;
  const counts: Record<string, number> = {};
  for (const { status } of (await factory.json<Page<RunSummary>>(path)).items)
    counts[status] = (counts[status] ?? 0) + 1;
  return Object.entries(counts)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ');
}

/** What was seen at once after the posting: nothing is lost, and nothing pretends to be further than it is. */
async function earlyFaults(factory: FactoryProcess, posted: readonly Run[]): Promise<string[]> {
  const seen = await Promise.all(posted.map(({ id }) => factory.json<Run>(`/api/v1/runs/${id}`)));
  const queued = seen.filter(({ status }) => status === 'queued');
  console.log(`${queued.length} of ${seen.length} show as queued, the others as running`);
  const silent = queued.filter(
    ({ stages }) => !stages[0]?.message?.startsWith('waits for its turn'),
  );
  return [
    ...seen
      .filter(({ status }) => !['queued', 'running', 'succeeded'].includes(status))
      .map(({ id, status }) => `${id} shows as ${status} right after it was posted`),
    ...silent.map(({ id }) => `${id} is queued and does not say that it waits`),
  ];
}

async function eventFaults(factory: FactoryProcess, runId: string): Promise<string[]> {
  const events = await readEvents<RunEvent>(factory, runId);
  const types = events.map(({ type }) => type);
  const faults: string[] = [];
  if (types[0] !== 'run.queued') faults.push(`its first event is ${types[0]}`);
  if (types.at(-1) !== 'run.succeeded') faults.push(`its last event is ${types.at(-1)}`);
  if (!events.every(({ id }, index) => id === index + 1)) faults.push('its events have a gap');
  return faults;
}

async function prove(factory: FactoryProcess, runId: string, limitMs: number): Promise<string[]> {
  const run = await untilFinished(factory, runId, limitMs);
  return [...(await findFaults(factory, run)), ...(await eventFaults(factory, run.id))];
}

async function burst(factory: FactoryProcess, count: number): Promise<number> {
  const projectId = await defaultProject(factory);
  const started = performance.now();
  const posted = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      postRun(factory, projectId, { prompt: promptOf(index) }, { preview: false }),
    ),
  );
  console.log(`${count} runs posted in ${Math.round(performance.now() - started)} ms`);
  const early = await earlyFaults(factory, posted);
  for (const fault of early) console.log(`FAIL ${fault}`);
  const watching = new AbortController();
  void watch(factory, projectId, started, watching.signal);
  let failed = 0;
  await inParallel(posted, 8, async ({ id }) => {
    const faults = await prove(factory, id, count * LIMIT_PER_RUN_MS).catch((error: unknown) => [
      String(error),
    ]);
    if (faults.length > 0) failed += 1;
    for (const fault of faults) console.log(`FAIL ${id}: ${fault}`);
  });
  watching.abort();
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `wall time   ${seconds.toFixed(1)} s, ${(seconds / count).toFixed(1)} s for each run`,
  );
  console.log(`server peak ${await peakMegabytes(factory.pid)} MB`);
  return failed + early.length;
}

async function watch(
  factory: FactoryProcess,
  projectId: string,
  started: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await sleep(SHOW_EVERY_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const counts = await countByStatus(factory, projectId).catch(String);
    console.log(`${Math.round((performance.now() - started) / 1000)} s: ${counts}`);
  }
}

if (options.help) {
  console.log(HELP);
} else {
  const count = Number(options.burst);
  if (!Number.isInteger(count) || count < 1 || count > 100)
    throw new Error('--burst takes a number from 1 to 100.');
  const dataFolder = options.data
    ? resolve(options.data)
    : await mkdtemp(join(tmpdir(), 'verify-burst-'));
  const factory = await startFactory({ entry: resolve('apps/server/src/main.ts'), dataFolder });
  try {
    const failed = await burst(factory, count);
    console.log(`${count - failed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    await factory.stop();
    if (options.data === undefined) await rm(dataFolder, { recursive: true, force: true });
  }
}
