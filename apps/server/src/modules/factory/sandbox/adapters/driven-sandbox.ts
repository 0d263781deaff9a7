import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { checkSpec } from '../domain/check-spec.ts';
import { resolveLimits } from '../domain/limits.ts';
import { assembleSeccompFilter } from '../domain/seccomp-filter.ts';
import type { Sandbox, SandboxHooks, SandboxProcess, SandboxSpec } from '../ports.ts';
import { killProcess } from './cgroup-files.ts';
import { watchDisks } from './disk-watcher.ts';
import { type Disk, mountDisk, unmountDisk } from './disks.ts';
import type { Driver } from './driver.ts';
import { thisMachine } from './entry-file.ts';
import type { LimitGroup, LimitMechanism } from './limit-group.ts';
import { identifyProcess, isAlive } from './process-identity.ts';
import { resolveMounts, runtimeBinds } from './resolve-mounts.ts';
import { createRunRecords, type RunRecord } from './run-records.ts';
import { buildRuntime } from './runtime.ts';
import { supervise } from './supervise.ts';

const RLIMITS_WEAKNESS =
  'memory and CPU are bounded for each process, not for the tree: control groups are not writable here';
const WATCHER_WEAKNESS =
  'the size of writable mounts is watched, not enforced: a program can pass it for a moment before it is killed';

type Parts = {
  driver: Driver;
  limits: LimitMechanism;
  stateFolder: string;
  nodePath: string;
  logger: Logger;
};

/** The part of a sandbox that is the same for every driver: limits, disks, records, supervision, clearing up. */
export async function createDrivenSandbox(parts: Parts): Promise<Sandbox> {
  const { driver, limits: mechanism, nodePath, logger } = parts;
  mkdirSync(parts.stateFolder, { recursive: true, mode: 0o700 });
  const stateFolder = realpathSync(parts.stateFolder);
  const records = createRunRecords(stateFolder);
  const filter = assembleSeccompFilter(thisMachine());
  const filterPath = join(stateFolder, `seccomp-${process.arch}.bpf`);
  writeFileSync(filterPath, filter, { mode: 0o600 });
  const runtime = runtimeBinds(await buildRuntime(stateFolder, nodePath));
  const owner = identifyProcess(process.pid) ?? { pid: process.pid, startTick: 0 };
  const prefix = createHash('sha256').update(stateFolder).digest('hex').slice(0, 8);
  const hasDisks = driver.sandboxed && process.getuid?.() === 0;
  let count = 0;

  async function start(spec: SandboxSpec, hooks: SandboxHooks = {}): Promise<SandboxProcess> {
    checkSpec(spec);
    const mounts = resolveMounts(spec.mounts, stateFolder);
    const limits = resolveLimits(spec.limits);
    count += 1;
    const name = `${prefix}-${owner.pid}-${owner.startTick}-${count}`;
    const folder = records.folderOf(name);
    const writable = mounts.filter((mount) => mount.writable).map((mount) => mount.source);
    const disks = (hasDisks ? writable : []).map((source, index) => ({
      source,
      area: join(folder, `disk-${index}`),
      bytes: limits.diskBytes,
    }));
    const record: RunRecord = { name, label: spec.label, owner, process: null, disks };
    records.write(record);
    const group = mechanism.open(name);
    try {
      for (const disk of disks) await mountDisk(disk);
      mechanism.create(name, limits);
      const binds = [...runtime, ...mounts];
      const launch = driver.launch({ spec, limits, group, binds, folder, filter, filterPath });
      const watcher = watchDisks(hasDisks ? [] : writable, limits.diskBytes);
      const child = supervise(launch, {
        limits,
        group,
        hooks,
        watch: () => (watcher.isFull() ? 'disk' : null),
        onSpawn: (pid) => records.write({ ...record, process: identifyProcess(pid) }),
      });
      launch.release();
      return withCleanup(child, async () => {
        watcher.stop();
        await clear(record, group);
      });
    } catch (error) {
      await clear(record, group);
      throw error;
    }
  }

  async function clear({ name, label, disks }: RunRecord, group: LimitGroup): Promise<void> {
    group.kill();
    await group.remove();
    for (const disk of disks) await returnDisk(disk, label);
    records.remove(name);
  }

  async function returnDisk(disk: Disk, label: string): Promise<void> {
    const leftOut = await unmountDisk(disk);
    if (leftOut.length === 0) return;
    logger.warn({ label, leftOut: leftOut.slice(0, 20) }, 'a sandbox left what cannot be kept');
  }

  return {
    describe: () => ({
      driver: driver.name,
      sandboxed: driver.sandboxed,
      limits: mechanism.kind,
      weaknesses: [
        ...driver.weaknesses,
        ...(mechanism.kind === 'rlimits' ? [RLIMITS_WEAKNESS] : []),
        ...(hasDisks ? [] : [WATCHER_WEAKNESS]),
      ],
    }),
    run: async (spec, hooks) => (await start(spec, hooks)).finished,
    start,
    async collectOrphans() {
      const orphans = records.list().filter((record) => !isAlive(record.owner));
      for (const record of orphans) {
        if (record.process !== null && isAlive(record.process)) killProcess(record.process.pid);
        await clear(record, mechanism.open(record.name));
        logger.info({ label: record.label }, 'cleared a sandbox that an earlier process left');
      }
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
    async stop() {
      child.stop().catch(() => undefined);
      return finished;
    },
  };
}
