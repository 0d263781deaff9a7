/** How many faults the generated tests notice: StrykerJS changes the generated code in small ways and runs them each time. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Blueprint } from '@quantumlayer/contracts';
import { type Stack, stacks } from '@quantumlayer/stacks';
import { invoicing, sizedBlueprint } from '@quantumlayer/stacks/fixtures';
import { installPackages, writeApp } from './bench/generated-app.ts';
import { outsideTool } from './bench/outside-tool.ts';
import { isMet, type Measure, printMeasures } from './bench/report.ts';
import { offerHelp } from './offer-help.ts';

offerHelp(`npm run bench:mutation -- [--only one|invoicing] [--mutate GLOB]... [--list]

Changes the code of two generated apps in small ways, one at a time, and runs their generated tests: a test has to fail.
Prints the share that was noticed, for each app and each of its files. Each change takes some seconds, and there are
hundreds: 82 of them took 20 minutes on a machine that had other work.

  --only NAME      this app alone
  --mutate GLOB    these files alone, e.g. 'src/modules/**/*.ts'
  --list           print every change that no test noticed`);

const BAR_PERCENT = 70;
const stryker = outsideTool('stryker');
const apps: Readonly<Record<string, Blueprint>> = { one: sizedBlueprint(1), invoicing };
/** What only starts the process, fills it with examples or is one: no test is meant to run it. */
const LEFT_OUT = ['main', 'run-seed', 'logger', 'stop-signals'].map((name) => `!src/${name}.ts`);
const WHOLE = ['src/**/*.ts', '!src/**/sample.ts', '!src/samples/**', ...LEFT_OUT];

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    mutate: { type: 'string', multiple: true },
    list: { type: 'boolean' },
  },
});

type Mutant = {
  status: string;
  mutatorName: string;
  replacement?: string;
  location: { start: { line: number } };
};
/** The part of the mutation-testing-elements report that is read here. */
type Report = { files: Record<string, { mutants: Mutant[] }> };

const NOTICED = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

const [stack] = stacks;
if (stack === undefined) throw new Error('There is no stack.');
const wanted = Object.entries(apps).filter(([name]) => name === (options.only ?? name));
if (wanted.length === 0) throw new Error(`There is no app ${options.only}.`);
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
  await writeFile(join(app, 'stryker.config.json'), JSON.stringify(configuration()));
  await runStryker(app);
  const report: Report = JSON.parse(await readFile(join(app, 'mutation.json'), 'utf8'));
  return summarise(name, report);
}

function configuration() {
  const plugin = '@stryker-mutator/tap-runner/dist/src/index.js';
  const hooks = ['-r', '{{hookFile}}', '{{testFile}}'];
  return {
    testRunner: 'tap',
    plugins: [join(stryker, plugin)],
    tap: {
      testFiles: ['tests/*.test.ts'],
      nodeArgs: ['--import=./src/database/quick-imports.ts', '--test-reporter=tap', ...hooks],
      forceBail: true,
    },
    mutate: options.mutate ?? WHOLE,
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 20_000,
    tempDirName: '../changed',
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: 'mutation.json' },
  };
}

async function runStryker(app: string): Promise<void> {
  const program = join(stryker, '@stryker-mutator/core/bin/stryker.js');
  // The tests are started as `node`, which has to be the one that this runs on.
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const child = spawn(process.execPath, [program, 'run'], {
    cwd: app,
    env: { ...process.env, PATH },
    stdio: 'inherit',
  });
  const code = await new Promise((ended) => child.once('close', ended));
  if (code !== 0) throw new Error(`StrykerJS ended with ${code}.`);
}

function summarise(name: string, { files }: Report): Measure {
  const all = Object.values(files).flatMap(({ mutants }) => mutants);
  for (const [path, { mutants }] of Object.entries(files)) {
    const { noticed, judged, late } = count(mutants);
    if (judged === 0) continue;
    console.log(
      `${name}  ${path}: ${noticed} of ${judged}, ${late} of them by running out of time`,
    );
    for (const mutant of options.list ? mutants : []) {
      if (!MISSED.includes(mutant.status)) continue;
      const change = mutant.replacement?.replaceAll(/\s+/g, ' ').slice(0, 80) ?? '';
      console.log(`      line ${mutant.location.start.line}: ${mutant.mutatorName} ${change}`);
    }
  }
  const { noticed, judged, late } = count(all);
  return {
    what: `${name}: ${noticed} of ${judged} changes noticed (${late} by time)`,
    value: judged === 0 ? 0 : (100 * noticed) / judged,
    unit: '%',
    bar: { limit: BAR_PERCENT, best: 'high' },
  };
}

/**
 * Changes that do not run at all say nothing about the tests. `late`: what ran out of time, which is an endless loop or a
 * machine that does something else besides.
 */
function count(mutants: readonly Mutant[]) {
  const noticed = mutants.filter(({ status }) => NOTICED.includes(status)).length;
  const late = mutants.filter(({ status }) => status === 'Timeout').length;
  return {
    late,
    noticed,
    judged: noticed + mutants.filter(({ status }) => MISSED.includes(status)).length,
  };
}
