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
