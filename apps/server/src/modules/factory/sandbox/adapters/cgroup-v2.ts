import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
const NEEDED = ['memory', 'pids'];

/** The mount point of a unified hierarchy that has the controllers we need, or null. */
export function findUnified(mounts: string): string | null {
  for (const line of mounts.split('\n')) {
    const [, folder, type] = line.split(' ');
    if (type === 'cgroup2' && folder !== undefined && hasControllers(folder)) return folder;
  }
  return null;
}

function hasControllers(folder: string): boolean {
  const controllers = readFileSync(join(folder, 'cgroup.controllers'), 'utf8').trim().split(' ');
  return NEEDED.every((name) => controllers.includes(name));
}

/** Groups below `<root>/quantumlayer`; throws at the first group when the hierarchy is not ours to write. */
export function createCgroupV2(root: string): LimitMechanism {
  const parent = join(root, PARENT);

  function open(name: string): LimitGroup {
    const folder = join(parent, name);
    return {
      joinFiles: [join(folder, 'cgroup.procs')],
      usage: () => ({
        peakMemoryBytes: readNumber(join(folder, 'memory.peak')),
        cpuMs: readKey(join(folder, 'cpu.stat'), 'usage_usec') / 1e3,
        outOfMemory: readKey(join(folder, 'memory.events'), 'oom_kill') > 0,
      }),
      kill() {
        writeIfPresent(join(folder, 'cgroup.kill'), '1');
        killMembers(folder);
      },
      remove: () => removeFolder(folder),
    };
  }

  return {
    kind: 'cgroup-v2',
    open,
    create(name, limits) {
      mkdirSync(join(parent, name), { recursive: true });
      for (const folder of [root, parent]) delegate(folder);
      writeLimits(join(parent, name), limits);
      return open(name);
    },
  };
}

function delegate(folder: string): void {
  const file = join(folder, 'cgroup.subtree_control');
  const given = readFileSync(file, 'utf8').trim().split(' ');
  const missing = ['memory', 'pids', 'cpu'].filter((name) => !given.includes(name));
  if (missing.length > 0) writeFileSync(file, missing.map((name) => `+${name}`).join(' '));
}

function writeLimits(folder: string, limits: SandboxLimits): void {
  writeFileSync(join(folder, 'memory.max'), String(limits.memoryBytes));
  writeIfPresent(join(folder, 'memory.swap.max'), '0');
  writeIfPresent(join(folder, 'memory.oom.group'), '1');
  writeFileSync(join(folder, 'pids.max'), String(limits.pids));
  const quota = Math.max(1_000, Math.round(limits.cpus * CPU_PERIOD_US));
  writeIfPresent(join(folder, 'cpu.max'), `${quota} ${CPU_PERIOD_US}`);
}
