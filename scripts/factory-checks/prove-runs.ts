import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ReadRequest, RunOptions } from '@quantumlayer/contracts';
import { type FactoryProcess, startFactory } from '@quantumlayer/testing';
import { defaultProject, inParallel, peakMegabytes, postRun, untilFinished } from './real-runs.ts';
import { findFaults } from './run-faults.ts';

/** What a run is asked with, under a name to call it by. */
export type RunCase = { name: string; asked: ReadRequest; options: Partial<RunOptions> };

type Proving = {
  /** Runs at the same time. */
  parallel: number;
  /** Data folder of the factory, kept; a temporary one when absent. */
  dataFolder?: string | undefined;
  /** No run starts later than this; what did not start counts as failed. */
  minutes?: number;
};

const RUN_LIMIT_MS = 900_000;

/** Runs each case on a factory of its own, prints a line of each, and answers how many did not leave all that they should. */
export async function proveRuns(
  cases: readonly RunCase[],
  { parallel, dataFolder, minutes = Number.POSITIVE_INFINITY }: Proving,
): Promise<number> {
  const folder = dataFolder ? resolve(dataFolder) : await mkdtemp(join(tmpdir(), 'verify-runs-'));
  const factory = await startFactory({
    entry: resolve('apps/server/src/main.ts'),
    dataFolder: folder,
    env: { RUN_CONCURRENCY: String(parallel) },
  });
  const end = performance.now() + minutes * 60_000;
  let failed = 0;
  try {
    const projectId = await defaultProject(factory);
    await inParallel(cases, parallel, async (one) => {
      const { faults, figures } = await proveInTime(factory, projectId, one, end);
      if (faults.length > 0) failed += 1;
      console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${one.name.padEnd(24)} ${figures}`);
      for (const fault of faults) console.log(`       ${fault}`);
    });
    console.log(`server peak ${await peakMegabytes(factory.pid)} MB`);
  } finally {
    await factory.stop();
  }
  if (dataFolder === undefined) await rm(folder, { recursive: true, force: true });
  console.log(`${cases.length - failed} passed, ${failed} failed`);
  return failed;
}

async function proveInTime(factory: FactoryProcess, projectId: string, one: RunCase, end: number) {
  if (performance.now() > end) return { faults: ['it was not started in time'], figures: '' };
  return await prove(factory, projectId, one).catch((error: unknown) => ({
    faults: [String(error)],
    figures: '',
  }));
}

async function prove(factory: FactoryProcess, projectId: string, { asked, options }: RunCase) {
  const posted = await postRun(factory, projectId, asked, options);
  const run = await untilFinished(factory, posted.id, RUN_LIMIT_MS);
  const seconds = ((run.durationMs ?? Number.NaN) / 1000).toFixed(1);
  const entities = run.reading?.blueprint.entities.length ?? 0;
  const { tests, operations, attacks } = run.evidence ?? {};
  const figures = [
    `${seconds.padStart(5)} s`,
    `${String(entities).padStart(2)} entities`,
    `${tests?.passed ?? 0} tests`,
    `${tests?.coverageLines ?? 0} % of lines`,
    `${operations?.exercised ?? 0} operations`,
    `${attacks?.run ?? 0} attacks`,
    ...(run.options.preview ? ['preview'] : []),
  ];
  return { faults: await findFaults(factory, run), figures: figures.join(', ') };
}

/** The cases with these names, or all; throws where one has no case. */
export function chooseCases(
  cases: readonly RunCase[],
  only: readonly string[] | undefined,
): readonly RunCase[] {
  const unknown = only?.find((name) => cases.every((one) => one.name !== name));
  if (unknown !== undefined) throw new Error(`There is no ${unknown}; see --list.`);
  return only === undefined ? cases : cases.filter(({ name }) => only.includes(name));
}

/** The whole number from 1 on that an option was given; throws where it is none. */
export function countOf(option: string, value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new Error(`${option} takes a number from 1 on.`);
  return count;
}
