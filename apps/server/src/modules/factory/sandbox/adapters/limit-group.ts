import type { Isolation } from '@quantumlayer/contracts';
import type { SandboxLimits } from '../ports.ts';

export type Usage = { peakMemoryBytes: number | null; cpuMs: number | null; outOfMemory: boolean };

/** The processes of one run, as the kernel counts and bounds them together. */
export interface LimitGroup {
  /** Files that a process writes `0` into to join, before it starts anything. */
  readonly joinFiles: readonly string[];
  usage(): Usage;
  /** SIGKILL to every member. */
  kill(): void;
  /** Removes the group once its members are gone; kills those that stay. */
  remove(): Promise<void>;
}

/** A way to bound memory, CPU and processes of a whole tree. */
export interface LimitMechanism {
  readonly kind: Isolation['limits'];
  create(name: string, limits: SandboxLimits): LimitGroup;
  /** The same group by its name, to clear it after a crash. */
  open(name: string): LimitGroup;
}

/** Where control groups cannot be had: limits are the rlimits of each process, and a watcher of the tree. */
export const noGroups: LimitMechanism = {
  kind: 'rlimits',
  create: () => noGroup,
  open: () => noGroup,
};

const noGroup: LimitGroup = {
  joinFiles: [],
  usage: () => ({ peakMemoryBytes: null, cpuMs: null, outOfMemory: false }),
  kill: () => undefined,
  remove: async () => undefined,
};
