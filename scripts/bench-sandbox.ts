// Start times of each sandbox driver, and what a hundred runs at once leave behind: `npm run bench:sandbox`.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../apps/server/src/modules/factory/sandbox/index.ts';
import { createLogger } from '../apps/server/src/platform/logger.ts';

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
  report('  empty command', await repeat(sandbox, ['true']), 20);
  report('  node -e 0', await repeat(sandbox, ['node', '-e', '0']), 100);
  const started = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, () => runOnce(sandbox, ['sleep', '0.1'])));
  const seconds = (performance.now() - started) / 1_000;
  console.log(`  ${AT_ONCE} at once: ${seconds.toFixed(1)} s, left behind: ${describeLeftovers()}`);
}

async function repeat(sandbox: Sandbox, command: readonly string[]): Promise<number[]> {
  for (let round = 0; round < WARM_UP; round += 1) await runOnce(sandbox, command);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await runOnce(sandbox, command);
    times.push(performance.now() - started);
  }
  return times;
}

async function runOnce(sandbox: Sandbox, command: readonly string[]): Promise<void> {
  const spec = { label: 'bench', command, cwd: '/', env: {}, mounts: [], limits: {} };
  const { exitCode } = await sandbox.run(spec);
  if (exitCode !== 0) throw new Error(`${command.join(' ')} ended with ${exitCode}`);
}

/** Whole runs as a caller sees them: limits made, program started and ended, everything cleared. */
function report(name: string, times: readonly number[], bar: number): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  console.log(`${name.padEnd(18)} p50 ${at(0.5)} ms  p90 ${at(0.9)} ms  (bar: p50 <= ${bar} ms)`);
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
