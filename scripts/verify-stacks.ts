/**
 * Proves the stacks: apps that cover every field type, every relation and every awkward name are generated,
 * type-checked, linted, tested, started and called.
 *
 *   npm run verify:stacks -- [--stack ID] [--only NAME] [--postgres URL] [--modules FOLDER] [--alone NAME] [--seed N]
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Blueprint } from '@quantumlayer/contracts';
import { type Stack, stacks } from '@quantumlayer/stacks';
import {
  clinicWithPeople,
  everyAccess,
  everyBranch,
  everyComputed,
  everyKept,
  everyKeptByRoles,
  everyNested,
  everyReader,
  everyRecord,
  everyRecordOpen,
  everyRelation,
  everyRule,
  everyTeam,
  everyTogether,
  everyType,
  invoicing,
  lockerRoom,
  reservedNames,
  sizedBlueprint,
} from '@quantumlayer/stacks/fixtures';
import { writeApp } from './bench/generated-app.ts';
import { offerHelp } from './offer-help.ts';
import { environment, memoryOf, run } from './verify-stacks/commands.ts';
import { ADMIN, exercise } from './verify-stacks/exercise.ts';
import { chooseOfToday, runEachAlone, runShuffled } from './verify-stacks/test-order.ts';

offerHelp(`npm run verify:stacks -- [--stack ID] [--only NAME] [--postgres URL] [--modules FOLDER] [--alone NAME] [--seed N]

Proves the stacks: apps that cover every field type, every relation and every awkward name are generated,
type-checked, linted, tested, started and called. Their tests pass in another order as well, and each file of tests by itself.

  --stack ID        this stack alone
  --only NAME       this blueprint alone (may be given more than once)
  --postgres URL    the apps keep their rows on this server
  --modules FOLDER  a node_modules that is there already
  --alone NAME      each file of tests of this app by itself; of another app each day when absent, 'all' is all of them
  --seed N          of the other order; today's when absent`);

const BLUEPRINTS: Readonly<Record<string, Blueprint>> = {
  invoicing,
  everyType,
  everyRelation,
  everyRule,
  everyTogether,
  everyComputed,
  everyKept,
  everyKeptByRoles,
  everyNested,
  reservedNames,
  clinicWithPeople,
  everyAccess,
  everyRecord,
  everyRecordOpen,
  lockerRoom,
  everyTeam,
  everyBranch,
  everyReader,
  one: sizedBlueprint(1),
  five: sizedBlueprint(5),
  twenty: sizedBlueprint(20),
};

const { values: options } = parseArgs({
  options: {
    stack: { type: 'string' },
    only: { type: 'string', multiple: true },
    postgres: { type: 'string' },
    modules: { type: 'string' },
    alone: { type: 'string' },
    seed: { type: 'string' },
  },
});
const chosen = Object.entries(BLUEPRINTS).filter(([name]) => options.only?.includes(name) ?? true);
const names = chosen.map(([name]) => name);
const alone = options.alone ?? chooseOfToday(names, new Date());
const seed = Number(options.seed ?? Math.floor(Date.now() / 86_400_000));
let passed = 0;
let failed = 0;

function report(name: string, ok: boolean, detail: string, output = ''): void {
  if (ok) passed += 1;
  else failed += 1;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${detail}`);
  if (!ok) console.log(output.split('\n').slice(-40).join('\n'));
}

async function install(stack: Stack, folder: string): Promise<string> {
  if (options.modules) return options.modules;
  const { packageJson, lockFile } = stack.dependencySet();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), packageJson);
  await writeFile(join(folder, 'package-lock.json'), lockFile);
  // npm keeps the environment of its caller: that is where registry, proxy and certificates may be named.
  const ran = await run(['npm', 'ci', '--no-audit', '--no-fund'], folder, process.env);
  const detail = `npm ci ${ran.seconds.toFixed(1)} s`;
  report(`${stack.id} dependencies`, ran.exitCode === 0, detail, ran.output);
  if (ran.exitCode !== 0) throw new Error('The dependencies could not be installed.');
  return join(folder, 'node_modules');
}

async function write(stack: Stack, blueprint: Blueprint, root: string, modules: string) {
  const written = await writeApp(stack, blueprint, root);
  await symlink(modules, join(root, 'node_modules'));
  return written;
}

async function check(stack: Stack, name: string, root: string): Promise<void> {
  if (stack.commands.build) {
    const build = await run(stack.commands.build, root);
    report(`${name} build`, build.exitCode === 0, `${build.seconds.toFixed(1)} s`, build.output);
  }
  const started = performance.now();
  const [types, lint, tests] = await Promise.all([
    run(stack.commands.typecheck, root),
    run(stack.commands.lint, root),
    run(stack.commands.tests, root),
  ]);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  report(`${name} types`, types.exitCode === 0, `${types.seconds.toFixed(1)} s`, types.output);
  report(`${name} lint`, lint.exitCode === 0, `${lint.seconds.toFixed(1)} s`, lint.output);
  const format = await run([...stack.commands.lint.slice(0, 2), 'check'], root);
  report(`${name} format`, format.exitCode === 0, 'as Biome prints it', format.output);
  await reportTests(stack, `${name} tests`, root, tests.exitCode, tests.output);
  console.log(`     ${name}: the three together ${seconds} s`);
  await checkOrder(stack, name, root);
  if (options.postgres) {
    const env = environment({ TEST_DATABASE_URL: options.postgres });
    const again = await run(stack.commands.tests, root, env);
    await reportTests(stack, `${name} tests on PostgreSQL`, root, again.exitCode, again.output);
  }
}

/** Tests that hang on what others did before fail in another order, or by themselves. */
async function checkOrder(stack: Stack, name: string, root: string): Promise<void> {
  const shuffled = await runShuffled(stack, root, seed);
  const order = `another order, seed ${seed}, ${shuffled.seconds.toFixed(1)} s`;
  report(`${name} tests shuffled`, shuffled.exitCode === 0, order, shuffled.output);
  if (alone !== name && alone !== 'all') return;
  const { files, failed: left, output } = await runEachAlone(stack, root);
  const detail = `${files - left.length} of ${files} files pass by themselves ${left.join(' ')}`;
  report(`${name} tests alone`, left.length === 0, detail, output);
}

async function reportTests(
  stack: Stack,
  name: string,
  root: string,
  exitCode: number | null,
  output: string,
): Promise<void> {
  const files: Record<string, string> = {};
  for (const path of stack.testReport.files) files[path] = await readFile(join(root, path), 'utf8');
  const result = stack.testReport.read(files);
  const ok =
    exitCode === 0 && result.failed === 0 && result.passed > 0 && result.coverageLines >= 90;
  report(name, ok, JSON.stringify(result), output.replaceAll(/^ℹ {2}.*\n/gm, ''));
}

async function startAndCall(stack: Stack, name: string, root: string): Promise<void> {
  const socket = join(root, 'app.sock');
  const started = performance.now();
  const [program = '', ...argv] = stack.commands.start;
  const env = environment({ SOCKET: socket, SEED: 'true', LOG_LEVEL: 'warn', ...ADMIN });
  const child = spawn(program, argv, { cwd: root, env });
  let log = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
  }
  try {
    while (!(await isReady(socket))) {
      if (child.exitCode !== null || performance.now() - started > 60_000)
        throw new Error('not ready');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const milliseconds = Math.round(performance.now() - started);
    const { calls, failures } = await exercise(socket);
    const memory = await memoryOf(child);
    const detail = `ready in ${milliseconds} ms, ${calls} calls, ${memory.now} MB (peak ${memory.peak})`;
    report(
      `${name} start and calls`,
      failures.length === 0,
      detail,
      `${failures.join('\n')}\n${log}`,
    );
  } catch (error) {
    report(`${name} start and calls`, false, String(error), log);
  }
  child.kill('SIGTERM');
  report(`${name} stop`, (await ended) === 0, 'ends by itself on SIGTERM', log);
}

/** A signal to npm alone ends the app as well, and the same data folder opens again. */
async function startThroughNpm(name: string, root: string): Promise<void> {
  const socket = join(root, 'npm.sock');
  const env = environment({ SOCKET: socket, LOG_LEVEL: 'warn' });
  for (const start of ['first', 'second']) {
    const npm = spawn('npm', ['start'], { cwd: root, env, stdio: 'ignore' });
    const isUp = await until(async () => isReady(socket));
    npm.kill('SIGTERM');
    const isDown = await until(async () => !(await isReady(socket)));
    report(`${name} ${start} npm start`, isUp && isDown, 'ends on SIGTERM to npm alone');
  }
}

async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  for (const end = performance.now() + 60_000; performance.now() < end; ) {
    if (await isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function isReady(socket: string): Promise<boolean> {
  const ran = await run(['curl', '-fs', '--unix-socket', socket, 'http://app/readyz'], '/');
  return ran.exitCode === 0;
}

const workspace = await mkdtemp(join(tmpdir(), 'verify-stacks-'));
for (const stack of stacks.filter(({ id }) => id === (options.stack ?? id))) {
  const modules = await install(stack, join(workspace, stack.id));
  for (const [name, blueprint] of chosen) {
    const root = join(workspace, `${stack.id}-${name}`);
    const { files, milliseconds } = await write(stack, blueprint, root, modules);
    console.log(`     ${name}: ${files} files in ${Math.round(milliseconds)} ms`);
    await check(stack, name, root);
    await startAndCall(stack, name, root);
    await startThroughNpm(name, root);
  }
}
if (failed === 0) await rm(workspace, { recursive: true });
else console.log(`The apps are kept in ${workspace}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
