import type { Isolation } from '@quantumlayer/contracts';
import type { LaunchLimits } from '../domain/launch-steps.ts';
import type { Bind } from '../domain/mount-steps.ts';
import type { SandboxLimits, SandboxSpec } from '../ports.ts';
import type { Launch } from './supervise.ts';

export type LaunchRequest = {
  spec: SandboxSpec;
  limits: SandboxLimits;
  launch: LaunchLimits;
  /** The runtime and the mounts of the run; sources are real paths. */
  binds: readonly Bind[];
  /** A folder of this run's own, removed with it. */
  folder: string;
  /** The seccomp filter as `struct sock_filter[]`, and the same as a file. */
  filter: Uint8Array;
  filterPath: string;
};

/** What differs between the ways to isolate; the rest of a run is common to all. */
export interface Driver {
  readonly name: Isolation['driver'];
  readonly sandboxed: boolean;
  readonly weaknesses: readonly string[];
  /** `release` is called once the process has been spawned. */
  launch(request: LaunchRequest): Launch & { release(): void };
}
