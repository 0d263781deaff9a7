// Start times of each sandbox driver, and what a hundred runs at once leave behind: `npm run bench:sandbox`.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../apps/server/src/modules/factory/sandbox/index.ts';
import { createLogger } from '../apps/server/src/platform/logger.ts';
import { offerHelp } from './offer-help.ts';

offerHelp(`npm run bench:sandbox

Start times of each sandbox driver that this machine has, and what a hundred runs at once leave behind.`);

const ROUNDS = 100;
const WARM_UP = 5;
const AT_ONCE = 100;

const folder = mkdtempSync(join(tmpdir(), 'sandbox-bench-'));
try {
  for (const driver of ['bubblewrap', 'namespaces', 'unsafe-process'] as const) {
    const sandbox = await createSandbox({
      driver,
      stateFolder: join(folder, driver),
      nodePath: process.execPath,
      logger: createLogger({ LOG_LEVEL: 'warn', NODE_ENV: 'production' }),
    });
    await measureDriver(sandbox);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureDriver(sandbox: Sandbox): Promise<void> {
  const { driver, limits } = sandbox.describe();
  console.log(`${driver} (limits by ${limits})`);
  report('  sh', await repeat(sandbox, ['sh', '-c', 'echo up']), 20);
  report('  node', await repeat(sandbox, ['node', '-p', '1']), 100);
  const started = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, () => runOnce(sandbox, ['sleep', '0.1'])));
  const seconds = (performance.now() - started) / 1_000;
  console.log(`  ${AT_ONCE} at once: ${seconds.toFixed(1)} s, left behind: ${describeLeftovers()}`);
}

/** Milliseconds from the call to the program's first word, and to its end with everything cleared. */
type Times = { start: number; whole: number };

async function repeat(sandbox: Sandbox, command: readonly string[]): Promise<Times[]> {
  for (let round = 0; round < WARM_UP; round += 1) await runOnce(sandbox, command);
  const times: Times[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await runOnce(sandbox, command));
  return times;
}

async function runOnce(sandbox: Sandbox, command: readonly string[]): Promise<Times> {
  const spec = { label: 'bench', command, cwd: '/', env: {}, mounts: [], limits: {} };
  const called = performance.now();
  let start = Number.NaN;
  const onOutput = () => {
    start = performance.now() - called;
  };
  const { exitCode } = await sandbox.run(spec, { onOutput });
  if (exitCode !== 0) throw new Error(`${command.join(' ')} ended with ${exitCode}`);
  return { start, whole: performance.now() - called };
}

function report(name: string, times: readonly Times[], bar: number): void {
  const at = (part: keyof Times, share: number) => {
    const sorted = times.map((time) => time[part]).toSorted((a, b) => a - b);
    return `${(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1)} ms`;
  };
  const started = `p50 ${at('start', 0.5)}  p90 ${at('start', 0.9)}  (bar: p50 <= ${bar} ms)`;
  console.log(`${name.padEnd(8)} started ${started}, ended and cleared p50 ${at('whole', 0.5)}`);
}

function describeLeftovers(): string {
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n');
  const groups = mounts
    .map((line) => line.split(' '))
    .filter(([, , type]) => type === 'cgroup' || type === 'cgroup2')
    .flatMap(([, root]) => listFolder(`${root}/quantumlayer`))
    .filter((name) => name.includes(`-${process.pid}-`));
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter(
      (pid) =>
        readQuietly(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1] === `${process.pid}`,
    );
  const ownMounts = mounts.filter((line) => line.includes(folder));
  return `${children.length} processes, ${ownMounts.length} mounts, ${groups.length} control groups`;
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
