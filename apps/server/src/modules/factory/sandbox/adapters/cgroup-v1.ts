import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxLimits } from '../ports.ts';
import {
  killMembers,
  PARENT,
  readKey,
  readNumber,
  removeFolder,
  writeIfPresent,
} from './cgroup-files.ts';
import type { LimitGroup, LimitMechanism } from './limit-group.ts';

const CPU_PERIOD_US = 100_000;
const NEEDED = ['memory', 'pids'] as const;
const USED = [...NEEDED, 'cpu', 'cpuacct'] as const;

/** Where each controller of cgroup v1 is mounted; several may share one mount. */
export type Hierarchies = ReadonlyMap<string, string>;

export function findHierarchies(mounts: string): Hierarchies {
  const found = new Map<string, string>();
  for (const line of mounts.split('\n')) {
    const [, folder, type, options] = line.split(' ');
    if (type !== 'cgroup' || folder === undefined) continue;
    for (const option of options?.split(',') ?? []) {
      if (USED.some((controller) => controller === option)) found.set(option, folder);
    }
  }
  return found;
}

/** Null when memory or pids have no v1 hierarchy; whether they can be written shows at the first group. */
export function createCgroupV1(hierarchies: Hierarchies): LimitMechanism | null {
  if (NEEDED.some((controller) => !hierarchies.has(controller))) return null;
  const roots = [...new Set(hierarchies.values())];

  function open(name: string): LimitGroup {
    const folders = roots.map((root) => join(root, PARENT, name));
    const file = (controller: string, leaf: string) =>
      join(hierarchies.get(controller) ?? '', PARENT, name, leaf);
    return {
      joinFiles: folders.map((folder) => join(folder, 'cgroup.procs')),
      usage() {
        const cpu = readNumber(file('cpuacct', 'cpuacct.usage'));
        return {
          peakMemoryBytes: readNumber(file('memory', 'memory.max_usage_in_bytes')),
          cpuMs: cpu === null ? null : cpu / 1e6,
          outOfMemory: readKey(file('memory', 'memory.oom_control'), 'oom_kill') > 0,
        };
      },
      kill: () => folders.forEach(killMembers),
      async remove() {
        for (const folder of folders) await removeFolder(folder);
      },
    };
  }

  return {
    kind: 'cgroup-v1',
    open,
    create(name, limits) {
      for (const root of roots) mkdirSync(join(root, PARENT, name), { recursive: true });
      writeLimits((controller) => hierarchies.get(controller), name, limits);
      return open(name);
    },
  };
}

function writeLimits(
  rootOf: (controller: string) => string | undefined,
  name: string,
  limits: SandboxLimits,
): void {
  const memory = join(rootOf('memory') ?? '', PARENT, name);
  writeFileSync(join(memory, 'memory.limit_in_bytes'), String(limits.memoryBytes));
  // with swap the limit would only slow a program down; absent where swap is not accounted
  writeIfPresent(join(memory, 'memory.memsw.limit_in_bytes'), String(limits.memoryBytes));
  const pids = join(rootOf('pids') ?? '', PARENT, name);
  writeFileSync(join(pids, 'pids.max'), String(limits.pids));
  const cpu = rootOf('cpu');
  if (cpu === undefined) return;
  const quota = Math.max(1_000, Math.round(limits.cpus * CPU_PERIOD_US));
  writeFileSync(join(cpu, PARENT, name, 'cpu.cfs_period_us'), String(CPU_PERIOD_US));
  writeFileSync(join(cpu, PARENT, name, 'cpu.cfs_quota_us'), String(quota));
}
