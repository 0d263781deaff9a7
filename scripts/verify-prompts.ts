/** Proves the factory on prompts of many kinds: each becomes a real run, and what it left is looked at from outside. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type FactoryProcess, startFactory } from '@quantumlayer/testing';
import { type PromptCase, prompts, shuffledCorpus } from './factory-checks/prompts.ts';
import {
  defaultProject,
  inParallel,
  peakMegabytes,
  postRun,
  untilFinished,
} from './factory-checks/real-runs.ts';
import { findFaults } from './factory-checks/run-faults.ts';

const HELP = `npm run verify:prompts -- [options]

Posts prompts of many kinds as real runs and proves of each: it succeeded, every check passed, no operation failed, the
capsule verifies offline, every stage left one drop. Prints a line per prompt and ends with "N passed, N failed".

  --only NAME      only this prompt (may be given more than once)
  --corpus         every prompt of the reader's corpus instead of the chosen ones: hours
  --seed TEXT      with --corpus: another order
  --sample N       only the first N prompts
  --parallel N     runs at the same time, 2 when absent
  --data FOLDER    data folder of the factory, kept; a temporary one when absent
  --list           print the names of the prompts
  --help           print this`;

const RUN_LIMIT_MS = 900_000;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    corpus: { type: 'boolean' },
    seed: { type: 'string', default: '1' },
    sample: { type: 'string' },
    parallel: { type: 'string', default: '2' },
    data: { type: 'string' },
    list: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

const offered = () => (options.corpus ? shuffledCorpus(options.seed) : prompts);

function choose(): readonly PromptCase[] {
  const { only, sample } = options;
  const all = offered();
  const unknown = only?.find((name) => all.every((prompt) => prompt.name !== name));
  if (unknown !== undefined) throw new Error(`There is no prompt ${unknown}; see --list.`);
  const named = only === undefined ? all : all.filter(({ name }) => only.includes(name));
  return sample === undefined ? named : named.slice(0, countOf('--sample', sample));
}

function countOf(option: string, value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new Error(`${option} takes a number from 1 on.`);
  return count;
}

async function prove(factory: FactoryProcess, projectId: string, prompt: PromptCase) {
  const posted = await postRun(factory, projectId, prompt.prompt, prompt.options);
  const run = await untilFinished(factory, posted.id, RUN_LIMIT_MS);
  const seconds = ((run.durationMs ?? Number.NaN) / 1000).toFixed(1);
  const entities = run.reading?.blueprint.entities.length ?? 0;
  const { tests, operations } = run.evidence ?? {};
  const figures = [
    `${seconds.padStart(5)} s`,
    `${String(entities).padStart(2)} entities`,
    `${tests?.passed ?? 0} tests`,
    `${tests?.coverageLines ?? 0} % of lines`,
    `${operations?.exercised ?? 0} operations`,
    ...(prompt.options.preview ? ['preview'] : []),
  ];
  return { faults: await findFaults(factory, run), figures: figures.join(', ') };
}

async function proveAll(chosen: readonly PromptCase[], dataFolder: string): Promise<number> {
  const parallel = countOf('--parallel', options.parallel);
  const factory = await startFactory({
    entry: resolve('apps/server/src/main.ts'),
    dataFolder,
    env: { RUN_CONCURRENCY: String(parallel) },
  });
  let failed = 0;
  try {
    const projectId = await defaultProject(factory);
    await inParallel(chosen, parallel, async (prompt) => {
      const { faults, figures } = await prove(factory, projectId, prompt).catch(
        (error: unknown) => ({ faults: [String(error)], figures: '' }),
      );
      if (faults.length > 0) failed += 1;
      console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${prompt.name.padEnd(18)} ${figures}`);
      for (const fault of faults) console.log(`       ${fault}`);
    });
    console.log(`server peak ${await peakMegabytes(factory.pid)} MB`);
  } finally {
    await factory.stop();
  }
  return failed;
}

if (options.help) {
  console.log(HELP);
} else if (options.list) {
  for (const { name } of offered()) console.log(name);
} else {
  const chosen = choose();
  const dataFolder = options.data
    ? resolve(options.data)
    : await mkdtemp(join(tmpdir(), 'verify-prompts-'));
  const failed = await proveAll(chosen, dataFolder);
  if (options.data === undefined) await rm(dataFolder, { recursive: true, force: true });
  console.log(`${chosen.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
