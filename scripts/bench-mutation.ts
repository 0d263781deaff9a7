/** How many faults the generated tests notice: StrykerJS changes the generated code in small ways and runs them each time. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, matchesGlob, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Blueprint } from '@quantumlayer/contracts';
import { type Stack, stacks } from '@quantumlayer/stacks';
import { everyAccess, invoicing, sizedBlueprint } from '@quantumlayer/stacks/fixtures';
import { installPackages, writeApp } from './bench/generated-app.ts';
import { outsideTool } from './bench/outside-tool.ts';
import { isMet, type Measure, printMeasures } from './bench/report.ts';
import { drawSample } from './bench-mutation/draw-sample.ts';
import { listMutants } from './bench-mutation/list-mutants.ts';
import type { Sample } from './bench-mutation/sample-checker.ts';
import { type Report, summarise } from './bench-mutation/summarise.ts';
import { offerHelp } from './offer-help.ts';

offerHelp(`npm run bench:mutation -- [--only one|invoicing|everyAccess] [--mutate GLOB]... [--sample N] [--seed N] [--list]

Changes the code of generated apps in small ways, one at a time, and runs their generated tests: a test has to fail.
Prints the share that was noticed, for each app and each of its files. A change takes some seconds, and there are thousands.
A run that was ended goes on where it was when it is started again.

  --only NAME      this app alone; else invoicing, and everyAccess with its people and rules
  --mutate GLOB    these files alone, e.g. 'src/modules/**/*.ts'
  --sample N       so many changes of each app, of every file as many as its share; with the confidence interval
  --seed N         draws another sample; 1 when absent
  --state FOLDER   where the outcomes are kept to go on with; .quantumlayer/mutation when absent
  --list           print every change that no test noticed`);

const stryker = outsideTool('stryker');
const apps: Readonly<Record<string, Blueprint>> = {
  one: sizedBlueprint(1),
  invoicing,
  everyAccess,
};
const USUAL = ['invoicing', 'everyAccess'];
/** What only starts the process, fills it with examples or is one: no test is meant to run it. */
const LEFT_OUT = [
  'src/{main,run-seed,logger,stop-signals}.ts',
  'src/**/sample.ts',
  'src/samples/**',
];
/** All tests in one process, as the app itself runs them: the database starts once for each change. */
const ALL_TESTS = 'tests/all.test.ts';

/** Of the configuration, where a sample is tried. */
const SAMPLED = {
  checkers: ['sample'],
  plugins: [
    join(stryker, '@stryker-mutator/tap-runner/dist/src/index.js'),
    join(import.meta.dirname, 'bench-mutation/sample-checker.ts'),
  ],
};

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    mutate: { type: 'string', multiple: true },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    state: { type: 'string', default: '.quantumlayer/mutation' },
    list: { type: 'boolean' },
  },
});

const [stack] = stacks;
if (stack === undefined) throw new Error('There is no stack.');
const wanted = Object.entries(apps).filter(([name]) =>
  options.only === undefined ? USUAL.includes(name) : name === options.only,
);
if (wanted.length === 0) throw new Error(`There is no app ${options.only}.`);
const state = resolve(options.state);
await mkdir(state, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'bench-mutation-'));
try {
  // Above all apps, where they are found from the copies that are changed.
  await installPackages(stack, folder);
  const measures: Measure[] = [];
  for (const [name, blueprint] of wanted) measures.push(await measure(stack, name, blueprint));
  printMeasures(measures);
  process.exitCode = measures.every(isMet) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(chosen: Stack, name: string, blueprint: Blueprint): Promise<Measure> {
  const app = join(folder, name);
  await writeApp(chosen, blueprint, app);
  const tests = namesOf(app, 'tests/*.test.ts');
  await writeFile(join(app, ALL_TESTS), tests.map((path) => `import '../${path}';\n`).join(''));
  const mutated = namesOf(app, 'src/**/*.ts').filter(isWanted);
  const incrementalFile = join(state, `${name}-${await digestOf(app)}.json`);
  await keepOnlyOutcomes(incrementalFile);
  const isSample = options.sample !== undefined;
  const config = { ...configuration(mutated, incrementalFile), ...(isSample && SAMPLED) };
  await writeFile(join(app, 'stryker.config.json'), JSON.stringify(config));
  const sample = isSample ? await writeSample(app, mutated) : undefined;
  await runStryker(app, sample);
  const report: Report = JSON.parse(await readFile(join(app, 'mutation.json'), 'utf8'));
  return summarise(name, report, { isSample, isListed: options.list ?? false });
}

function namesOf(app: string, pattern: string): string[] {
  return globSync(pattern, { cwd: app }).toSorted();
}

function isWanted(path: string): boolean {
  const isMeant = options.mutate?.some((pattern) => matchesGlob(path, pattern)) ?? true;
  return isMeant && !LEFT_OUT.some((pattern) => matchesGlob(path, pattern));
}

/** Of all code and tests of an app: outcomes are kept for this app alone. */
async function digestOf(app: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of namesOf(app, '{src,tests}/**/*.{ts,sql}')) {
    hash.update(`${path}\0`).update(await readFile(join(app, path)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** What was not in a sample has no outcome: it may be in the next one. */
async function keepOnlyOutcomes(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const report: Report = JSON.parse(await readFile(path, 'utf8'));
  for (const file of Object.values(report.files)) {
    file.mutants = file.mutants.filter(({ status }) => status !== 'CompileError');
  }
  await writeFile(path, JSON.stringify(report));
}

/** Draws the sample and writes it where the checker reads it; gives that place. */
async function writeSample(app: string, mutated: readonly string[]): Promise<string> {
  const byFile = await listMutants(stryker, app, mutated);
  const keys = drawSample(byFile, Number(options.sample), Number(options.seed));
  const plugin = join(stryker, '@stryker-mutator/api/dist/src/plugin/index.js');
  const path = join(app, 'sample.json');
  const sample: Sample = { root: app, plugin: pathToFileURL(plugin).href, keys };
  await writeFile(path, JSON.stringify(sample));
  const total = [...byFile.values()].reduce((sum, { length }) => sum + length, 0);
  console.log(`${keys.length} of ${total} changes in ${byFile.size} files, seed ${options.seed}`);
  return path;
}

function configuration(mutate: readonly string[], incrementalFile: string) {
  const nodeFlags = ['--liftoff-only', '--import=./src/database/quick-imports.ts'];
  return {
    testRunner: 'tap',
    plugins: [join(stryker, '@stryker-mutator/tap-runner/dist/src/index.js')],
    tap: {
      testFiles: [ALL_TESTS],
      nodeArgs: [...nodeFlags, '--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'],
      forceBail: true,
    },
    mutate,
    incremental: true,
    incrementalFile,
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 40_000,
    tempDirName: '../changed',
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: 'mutation.json' },
  };
}

async function runStryker(app: string, sample: string | undefined): Promise<void> {
  const program = join(stryker, '@stryker-mutator/core/bin/stryker.js');
  // The tests are started as `node`, which has to be the one that this runs on.
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const child = spawn(process.execPath, [program, 'run'], {
    cwd: app,
    env: { ...process.env, PATH, ...(sample && { MUTATION_SAMPLE: sample }) },
    stdio: 'inherit',
    // A group of its own, so that its workers end with it.
    detached: true,
  });
  // It keeps what it knows before it ends.
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, pass);
  const code = await new Promise((ended) => child.once('close', ended));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, pass);
  endGroup(child.pid);
  if (code !== 0) throw new Error(`StrykerJS ended with ${code}.`);
}

/** Ends whatever is left of a group of processes. */
function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error;
  }
}
