import type { Isolation } from '@quantumlayer/contracts';
import type { SandboxResult, SandboxSpec } from './domain/sandbox-spec.ts';

export type {
  SandboxLimits,
  SandboxMount,
  SandboxResult,
  SandboxSpec,
  StopReason,
} from './domain/sandbox-spec.ts';

export type SandboxHooks = {
  signal?: AbortSignal;
  onOutput?: (chunk: Buffer, stream: 'stdout' | 'stderr') => void;
};

/** A long-running process, such as a preview. */
export type SandboxProcess = {
  /** Host pid of the outermost process. */
  pid: number;
  finished: Promise<SandboxResult>;
  stop(): Promise<SandboxResult>;
};

/**
 * Runs untrusted code. Every driver passes `sandbox.contract.ts` and, but for `unsafe-process`, the escape suite.
 * No network; a server inside is reached over a Unix socket in a writable mount.
 */
export interface Sandbox {
  describe(): Isolation;
  /** Rejects only when the sandbox itself could not be made; a failing program is a result. */
  run(spec: SandboxSpec, hooks?: SandboxHooks): Promise<SandboxResult>;
  start(spec: SandboxSpec, hooks?: SandboxHooks): Promise<SandboxProcess>;
  /** Kills what earlier processes of the factory left behind; returns how many trees were killed. */
  collectOrphans(): Promise<number>;
}
