import type { Isolation } from '@quantumlayer/contracts';
import type { SandboxLimits, SandboxSpec } from '../ports.ts';
import type { LimitGroup } from './limit-group.ts';
import type { Runtime } from './runtime.ts';
import type { Launch } from './supervise.ts';

export type LaunchRequest = {
  spec: SandboxSpec;
  limits: SandboxLimits;
  group: LimitGroup;
  runtime: Runtime;
  /** The seccomp filter as a file of `struct sock_filter`. */
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
