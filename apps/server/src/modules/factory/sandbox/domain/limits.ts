import type { SandboxLimits } from './sandbox-spec.ts';

const MIB = 1024 * 1024;

/** What a run gets unless it asks for something else. Node counts ~11 threads a process against `pids`. */
export const DEFAULT_LIMITS: SandboxLimits = {
  wallMs: 60_000,
  memoryBytes: 1024 * MIB,
  cpus: 2,
  pids: 256,
  diskBytes: 256 * MIB,
  outputBytes: 4 * MIB,
};

export function resolveLimits(wanted: Partial<SandboxLimits>): SandboxLimits {
  return { ...DEFAULT_LIMITS, ...wanted };
}

/** Inodes a writable area of this size may hold: one for each 8 KiB, within sane bounds. */
export function inodesFor(diskBytes: number): number {
  return Math.min(262_144, Math.max(2_048, Math.floor(diskBytes / 8_192)));
}
