import { killRun } from './cgroup-files.ts';
import { isAlive } from './process-identity.ts';
import type { RunRecord } from './run-records.ts';
import type { Workbench } from './workbench.ts';

/** Kills what is left of a run, removes its limit group, brings its disks back, and forgets it. */
export async function clearRun(bench: Workbench, record: RunRecord): Promise<void> {
  const group = bench.limits.open(record.name);
  group.kill();
  await group.remove();
  // a folder inside another was mounted after it and must go first
  for (const disk of record.disks.toReversed()) {
    reportLeftOut(bench, record, await bench.disks.release(disk.source));
  }
  bench.records.remove(record.name);
}

/** Clears the runs of processes that are no more; returns how many there were. */
export async function clearOrphans(bench: Workbench): Promise<number> {
  const orphans = bench.records.list().filter(({ owner }) => !isAlive(owner));
  for (const record of orphans) {
    if (record.process !== null && isAlive(record.process)) killRun(record.process.pid);
    bench.limits.open(record.name).kill();
  }
  for (const record of orphans) {
    for (const disk of record.disks) bench.disks.adopt(disk);
    await clearRun(bench, record);
    bench.logger.info({ label: record.label }, 'cleared a sandbox that an earlier process left');
  }
  return orphans.length;
}

function reportLeftOut(bench: Workbench, { label }: RunRecord, paths: readonly string[]): void {
  if (paths.length === 0) return;
  bench.logger.warn({ label, paths: paths.slice(0, 20) }, 'a sandbox left what cannot be kept');
}
