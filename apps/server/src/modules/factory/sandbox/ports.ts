import type { Isolation } from '@quantumlayer/contracts';

export type SandboxLimits = {
  /** Wall clock, milliseconds; the whole tree is killed after it. */
  wallMs: number;
  memoryBytes: number;
  /** 1 = one core. */
  cpus: number;
  pids: number;
  /** Size of the private writable /tmp and of each sized writable mount. */
  diskBytes: number;
  /** Bytes of stdout + stderr kept; the process is killed when it writes more. */
  outputBytes: number;
};

/** A host path seen inside. Read-only unless `writable`; never the data folder of the factory as a whole. */
export type SandboxMount = { source: string; target: string; writable?: boolean };

export type SandboxSpec = {
  /** Whose work it is, e.g. the run id: names cgroups and lets leftovers be found and killed after a crash. */
  label: string;
  /** argv; `node` is found on the sandbox's PATH. */
  command: readonly string[];
  /** Working directory inside. */
  cwd: string;
  /** The whole environment; nothing is inherited. */
  env: Readonly<Record<string, string>>;
  mounts: readonly SandboxMount[];
  limits: Partial<SandboxLimits>;
};

export type StopReason = 'wall-clock' | 'memory' | 'output' | 'disk' | 'cancelled';

export type SandboxResult = {
  exitCode: number | null;
  signal: string | null;
  /** Why the sandbox ended it; null when it ended by itself. */
  stopped: StopReason | null;
  durationMs: number;
  /** stdout and stderr, interleaved as they came. */
  output: Buffer;
  stdout: Buffer;
  peakMemoryBytes: number | null;
  cpuMs: number | null;
};

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
