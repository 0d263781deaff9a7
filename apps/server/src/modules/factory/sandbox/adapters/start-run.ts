import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { checkSpec } from '../domain/check-spec.ts';
import { resolveLimits } from '../domain/limits.ts';
import type { Bind } from '../domain/mount-steps.ts';
import type {
  SandboxHooks,
  SandboxLimits,
  SandboxProcess,
  SandboxSpec,
  StopReason,
} from '../ports.ts';
import { clearRun } from './clear-run.ts';
import { watchDisks } from './disk-watcher.ts';
import type { Disk } from './disks.ts';
import { identifyProcess } from './process-identity.ts';
import { countThreadsOfUser, residentBytesOfTree } from './process-table.ts';
import { resolveMounts } from './resolve-mounts.ts';
import type { RunRecord } from './run-records.ts';
import { supervise } from './supervise.ts';
import type { Workbench } from './workbench.ts';

type PreparedRun = { spec: SandboxSpec; limits: SandboxLimits; mounts: Bind[]; record: RunRecord };

/** Records the run, makes its disks and limits, starts it, and sees to it that nothing of it stays. */
export async function startRun(
  bench: Workbench,
  spec: SandboxSpec,
  hooks: SandboxHooks,
): Promise<SandboxProcess> {
  const run = prepareRun(bench, spec);
  bench.records.write(run.record);
  try {
    for (const disk of run.record.disks) await bench.disks.acquire(disk);
    const { child, stopWatching } = launch(bench, run, hooks);
    return withCleanup(child, async () => {
      stopWatching();
      await clearRun(bench, run.record);
    });
  } catch (error) {
    await clearRun(bench, run.record);
    throw error;
  }
}

function prepareRun(bench: Workbench, spec: SandboxSpec): PreparedRun {
  checkSpec(spec);
  const mounts = resolveMounts(spec.mounts, bench.stateFolder);
  const limits = resolveLimits(spec.limits);
  const disks = bench.hasDisks
    ? writableSources(mounts).map((source) => diskFor(bench, source, limits.diskBytes))
    : [];
  const { owner } = bench;
  const record = { name: bench.nextName(), label: spec.label, owner, process: null, disks };
  return { spec, limits, mounts, record };
}

function launch(
  bench: Workbench,
  { spec, limits, mounts, record }: PreparedRun,
  hooks: SandboxHooks,
) {
  const group = bench.limits.create(record.name, limits);
  const { release, ...command } = bench.driver.launch({
    spec,
    limits,
    launch: {
      limits,
      joinFiles: group.joinFiles,
      threadsOfUser: isGrouped(bench) ? 0 : countThreadsOfUser(process.getuid?.() ?? 0),
    },
    binds: [...bench.runtime, ...mounts],
    folder: bench.records.folderOf(record.name),
    filter: bench.filter,
    filterPath: bench.filterPath,
  });
  const watcher = watchDisks(bench.hasDisks ? [] : writableSources(mounts), limits.diskBytes);
  try {
    const child = supervise(command, {
      limits,
      group,
      hooks,
      watch: (pid) => (watcher.isFull() ? 'disk' : memoryReason(bench, pid, limits)),
      onSpawn: (pid) => bench.records.write({ ...record, process: identifyProcess(pid) }),
    });
    return { child, stopWatching: watcher.stop };
  } finally {
    release();
  }
}

function isGrouped(bench: Workbench): boolean {
  return bench.limits.kind !== 'rlimits';
}

/** Without control groups nobody else adds up what the processes of a run hold together. */
function memoryReason(bench: Workbench, pid: number, limits: SandboxLimits): StopReason | null {
  if (isGrouped(bench)) return null;
  return residentBytesOfTree(pid) > limits.memoryBytes ? 'memory' : null;
}

function writableSources(mounts: readonly Bind[]): string[] {
  return mounts.filter(({ writable }) => writable).map(({ source }) => source);
}

/** One area for each folder, whoever writes to it: runs that share a folder see the same files. */
function diskFor(bench: Workbench, source: string, bytes: number): Disk {
  const key = createHash('sha256').update(source).digest('hex').slice(0, 16);
  return { source, area: join(bench.stateFolder, 'disks', `${key}-${bench.owner.pid}`), bytes };
}

function withCleanup(child: SandboxProcess, cleanup: () => Promise<void>): SandboxProcess {
  const finished = child.finished.finally(cleanup);
  // whoever called start() may look at `finished` later; a failure must wait there, not end the process
  finished.catch(() => undefined);
  return {
    pid: child.pid,
    finished,
    async stop() {
      child.stop().catch(() => undefined);
      return finished;
    },
  };
}
