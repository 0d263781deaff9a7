import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DBOS } from '@dbos-inc/dbos-sdk';
import { startRunnerProcess } from '../apps/server/src/modules/factory/workflows/adapters/testing/start-runner-process.ts';
import {
  createBlobOutputStore,
  openEmbeddedRunner,
  type WorkflowRunner,
  workflowMigrations,
} from '../apps/server/src/modules/factory/workflows/index.ts';
import type { BlobStore } from '../apps/server/src/platform/blob-store.ts';
import { openDatabase } from '../apps/server/src/platform/database.ts';
import { createFolderBlobStore } from '../apps/server/src/platform/folder-blob-store.ts';
import { migrate } from '../apps/server/src/platform/migrate.ts';
import { gaps, isMet, type Measure, median, printMeasures } from './bench/report.ts';
import { offerHelp } from './offer-help.ts';

offerHelp(`npm run bench:workflow

What a step costs in the embedded runner: the gaps between steps, and steps a second with many workflows at once,
beside bare DBOS in the same run.`);

/**
 * What a durable step costs, beside a bare DBOS workflow on the same database in the same run. `BENCH_DATABASE_URL` takes
 * a PostgreSQL server instead of embedded Postgres on disk.
 */
const ORGANISATION = 'org_bench';
const RUNS = 50;
const STEPS_PER_RUN = 20;

/** When the handler of each execution was called, in milliseconds. */
const moments = new Map<string, number[]>();

function stamp(executionId: string): void {
  const own = moments.get(executionId) ?? [];
  own.push(performance.now());
  moments.set(executionId, own);
}

/** The same work as a step here: nothing but being called and returning a small value. */
const bare = DBOS.registerWorkflow(
  async (name: string, steps: number) => {
    for (let step = 0; step < steps; step += 1) {
      await DBOS.runStep(async () => {
        stamp(name);
        return { step };
      });
    }
  },
  { name: 'bareBenchmark' },
);

function chain(length: number, more: object[] = []) {
  const nodes = Array.from({ length }, (_, index) => ({
    kind: 'step' as const,
    id: `s${index}`,
    handler: 'stamp',
    after: index === 0 ? [] : [`s${index - 1}`],
    inputs: index === 0 ? {} : { before: `nodes.s${index - 1}.step` },
  }));
  // Every node has the shape of the first ones.
  return { version: 1 as const, name: 'bench', nodes: [...nodes, ...more] as typeof nodes };
}

async function run(
  runner: WorkflowRunner,
  executionId: string,
  definition: ReturnType<typeof chain>,
) {
  await runner.start({ organisationId: ORGANISATION, executionId, definition, input: null });
  const events = runner.events(ORGANISATION, executionId, 0)[Symbol.asyncIterator]();
  while ((await events.next()).done !== true);
  const { status } = await runner.get(ORGANISATION, executionId);
  if (status !== 'succeeded') throw new Error(`${executionId} ${status}`);
}

async function measureSteps(runner: WorkflowRunner): Promise<Measure[]> {
  await run(runner, 'warm', chain(100));
  await run(runner, 'chain', chain(300));
  await (await DBOS.startWorkflow(bare)('bare', 300)).getResult();
  const ours = median(gaps(moments.get('chain') ?? []));
  return [
    {
      what: 'a durable step with journal and event, p50',
      value: ours,
      unit: 'ms',
      bar: { limit: 5, best: 'low' },
    },
    { what: '  bare DBOS step, p50', value: median(gaps(moments.get('bare') ?? [])), unit: 'ms' },
  ];
}

/** What a large output costs more: it goes into a file that survives a power cut. */
async function measureOutputs(blobs: BlobStore): Promise<Measure[]> {
  const times: number[] = [performance.now()];
  for (let index = 0; index < 100; index += 1) {
    await blobs.put(Buffer.from(`output ${index}`.padEnd(4_096)));
    times.push(performance.now());
  }
  return [{ what: '  a large output costs more, p50', value: median(gaps(times)), unit: 'ms' }];
}

async function measureThroughput(runner: WorkflowRunner): Promise<Measure[]> {
  const names = Array.from({ length: RUNS }, (_, index) => `many${index}`);
  const total = RUNS * STEPS_PER_RUN;
  const start = performance.now();
  await Promise.all(names.map((name) => run(runner, name, chain(STEPS_PER_RUN))));
  const ours = total / ((performance.now() - start) / 1_000);
  const bareStart = performance.now();
  await Promise.all(
    names.map(async (name) =>
      (await DBOS.startWorkflow(bare)(`bare${name}`, STEPS_PER_RUN)).getResult(),
    ),
  );
  const theirs = total / ((performance.now() - bareStart) / 1_000);
  return [
    {
      what: `steps with ${RUNS} runs at once`,
      value: ours,
      unit: 'steps/s',
      bar: { limit: 200, best: 'high' },
    },
    { what: `  bare DBOS steps with ${RUNS} workflows at once`, value: theirs, unit: 'steps/s' },
  ];
}

/** Short runs go on beside the end of the long one, so that both meet the same machine. */
async function measureLongRun(runner: WorkflowRunner): Promise<Measure[]> {
  let isOver = false;
  const long = run(runner, 'long', chain(2_100)).finally(() => {
    isOver = true;
  });
  const short: number[] = [];
  while ((moments.get('long')?.length ?? 0) < 1_900 && !isOver) await sleep(5);
  for (let round = 0; !isOver; round += 1) {
    await run(runner, `short${round}`, chain(15));
    short.push(...gaps(moments.get(`short${round}`) ?? []).slice(5));
  }
  await long;
  const early = median(short);
  const late = median(gaps(moments.get('long') ?? []).slice(1_900));
  return [
    { what: 'step at step 10, beside the next', value: early, unit: 'ms' },
    { what: 'step at step 2,000, beside the former', value: late, unit: 'ms' },
    {
      what: 'step 2,000 against step 10',
      value: late / early,
      unit: 'x',
      bar: { limit: 1.5, best: 'low' },
    },
  ];
}

async function measureSignal(runner: WorkflowRunner): Promise<Measure[]> {
  const waits: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const id = `signal${round}`;
    const checkpoint = { kind: 'checkpoint', id: 'ok', of: 's0', after: ['s0'] };
    const last = { kind: 'step', id: 'end', handler: 'stamp', after: ['ok'] };
    const definition = chain(1, [checkpoint, last]);
    await runner.start({ organisationId: ORGANISATION, executionId: id, definition, input: null });
    let start = 0;
    for await (const event of runner.events(ORGANISATION, id, 0)) {
      if (event.type !== 'stage.waiting') continue;
      // Long enough that the turn has ended and the execution is really at rest.
      await sleep(50);
      start = performance.now();
      await runner.signal(ORGANISATION, id, { type: 'approve', stage: 'ok' });
    }
    waits.push((moments.get(id)?.at(-1) ?? Number.NaN) - start);
  }
  return [
    {
      what: 'signal to resumed, p50',
      value: median(waits),
      unit: 'ms',
      bar: { limit: 100, best: 'low' },
    },
    { what: 'signal to resumed, slowest of 20', value: Math.max(...waits), unit: 'ms' },
  ];
}

/** From SIGKILL to the interrupted step at work again, in a new process that has to start first. */
async function measureKill(folder: string): Promise<Measure[]> {
  const definition = {
    version: 1,
    name: 'kill',
    nodes: [{ kind: 'step', id: 'long', handler: 'long' }],
  };
  const first = await startRunnerProcess(join(folder, 'kill'), folder);
  first.send({ start: definition, executionId: 'kill' });
  await first.until(({ type }) => type === 'stage.started');
  const start = performance.now();
  await first.kill();
  const second = await startRunnerProcess(join(folder, 'kill'), folder);
  const ready = performance.now() - start;
  second.send({ executionId: 'kill' });
  await second.until(({ type, attempt }) => type === 'stage.started' && attempt === 2);
  const value = performance.now() - start;
  await second.kill();
  return [
    {
      what: 'kill -9 to resumed by a new process',
      value,
      unit: 'ms',
      bar: { limit: 5_000, best: 'low' },
    },
    { what: '  of which starting that process', value: ready, unit: 'ms' },
  ];
}

async function main(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-workflow-'));
  const database = await openDatabase(process.env.BENCH_DATABASE_URL ?? join(folder, 'data'));
  await migrate(database, workflowMigrations);
  const blobs = createFolderBlobStore(join(folder, 'blobs'));
  const runner = await openEmbeddedRunner({
    database,
    outputs: createBlobOutputStore(blobs),
    handlers: {
      async stamp({ executionId, node }) {
        stamp(executionId);
        // Unlike any other output, or content addressing would save the write.
        return { step: node, of: executionId };
      },
    },
    log: { debug() {}, warn: console.error, error: console.error },
    concurrency: RUNS,
  });
  console.log(
    `workflow benchmark on ${database.home === 'embedded' ? 'embedded Postgres' : 'PostgreSQL'}\n`,
  );
  const measures: Measure[] = [];
  const parts = [
    measureSteps,
    () => measureOutputs(blobs),
    measureThroughput,
    measureLongRun,
    measureSignal,
  ];
  for (const measure of parts) {
    const found = await measure(runner);
    printMeasures(found);
    measures.push(...found);
  }
  await runner.close();
  await database.close();
  const kill = await measureKill(folder);
  printMeasures(kill);
  await rm(folder, { recursive: true });
  return [...measures, ...kill].every(isMet) ? 0 : 1;
}

process.exitCode = await main();
