import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { checkSpec } from '../domain/check-spec.ts';
import { resolveLimits } from '../domain/limits.ts';
import { SandboxUnavailable } from '../domain/sandbox-errors.ts';
import { assembleSeccompFilter } from '../domain/seccomp-filter.ts';
import { isMachine } from '../domain/syscalls.ts';
import type { Sandbox, SandboxHooks, SandboxProcess, SandboxSpec } from '../ports.ts';
import { killProcess } from './cgroup-files.ts';
import type { Driver } from './driver.ts';
import type { LimitGroup, LimitMechanism } from './limit-group.ts';
import { identifyProcess, isAlive } from './process-identity.ts';
import { createRunRecords, type RunRecord } from './run-records.ts';
import { buildRuntime } from './runtime.ts';
import { supervise } from './supervise.ts';

const GROUPLESS_WEAKNESS =
  'memory and CPU are bounded for each process, not for the tree: control groups are not writable here';

type Parts = {
  driver: Driver;
  limits: LimitMechanism;
  stateFolder: string;
  nodePath: string;
  logger: Logger;
};

/** The part of a sandbox that is the same for every driver: limits, records, supervision, clearing up. */
export async function createDrivenSandbox(parts: Parts): Promise<Sandbox> {
  const { driver, limits: mechanism, stateFolder, nodePath, logger } = parts;
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
  const records = createRunRecords(stateFolder);
  const filterPath = writeFilter(stateFolder);
  const runtime = await buildRuntime(stateFolder, nodePath);
  const owner = identifyProcess(process.pid) ?? { pid: process.pid, startTick: 0 };
  const prefix = createHash('sha256').update(stateFolder).digest('hex').slice(0, 8);
  let count = 0;

  function start(spec: SandboxSpec, hooks: SandboxHooks = {}): SandboxProcess {
    checkSpec(spec, stateFolder);
    const limits = resolveLimits(spec.limits);
    count += 1;
    const name = `${prefix}-${owner.pid}-${owner.startTick}-${count}`;
    const record: RunRecord = { name, label: spec.label, owner, process: null };
    records.write(record);
    const group = mechanism.create(name, limits);
    const launch = driver.launch({ spec, limits, group, runtime, filterPath });
    const child = supervise(launch, {
      limits,
      group,
      hooks,
      onSpawn: (pid) => records.write({ ...record, process: identifyProcess(pid) }),
    });
    launch.release();
    return withCleanup(child, () => clear(name, group));
  }

  async function clear(name: string, group: LimitGroup): Promise<void> {
    group.kill();
    await group.remove();
    records.remove(name);
  }

  async function collect(record: RunRecord): Promise<void> {
    if (record.process !== null && isAlive(record.process)) killProcess(record.process.pid);
    await clear(record.name, mechanism.open(record.name));
    logger.info({ label: record.label }, 'cleared a sandbox that an earlier process left');
  }

  return {
    describe: () => ({
      driver: driver.name,
      sandboxed: driver.sandboxed,
      limits: mechanism.kind,
      weaknesses: [
        ...driver.weaknesses,
        ...(mechanism.kind === 'rlimits' ? [GROUPLESS_WEAKNESS] : []),
      ],
    }),
    run: async (spec, hooks) => start(spec, hooks).finished,
    start: async (spec, hooks) => start(spec, hooks),
    async collectOrphans() {
      const orphans = records.list().filter((record) => !isAlive(record.owner));
      for (const record of orphans) await collect(record);
      return orphans.length;
    },
  };
}

function withCleanup(child: SandboxProcess, cleanup: () => Promise<void>): SandboxProcess {
  const finished = child.finished.finally(cleanup);
  // whoever called start() may look at `finished` later; a failure must wait there, not end the process
  finished.catch(() => undefined);
  return {
    pid: child.pid,
    finished,
    stop: async () => {
      child.stop().catch(() => undefined);
      return finished;
    },
  };
}

function writeFilter(stateFolder: string): string {
  if (!isMachine(process.arch)) {
    throw new SandboxUnavailable(
      [`there is no seccomp filter for ${process.arch}`],
      'run on x86_64 or aarch64',
    );
  }
  const path = join(stateFolder, `seccomp-${process.arch}.bpf`);
  writeFileSync(path, assembleSeccompFilter(process.arch), { mode: 0o600 });
  return path;
}
