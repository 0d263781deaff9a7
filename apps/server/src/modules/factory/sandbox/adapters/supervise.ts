import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { SandboxStartFailed } from '../domain/sandbox-errors.ts';
import type {
  SandboxHooks,
  SandboxLimits,
  SandboxProcess,
  SandboxResult,
  StopReason,
} from '../ports.ts';
import { killRun } from './cgroup-files.ts';
import { collectOutput } from './collect-output.ts';
import type { LimitGroup } from './limit-group.ts';

/** Descriptor 3 of what is launched; the driver's own program writes its progress there. */
const STATUS_DESCRIPTOR = 3;
const COMMAND_NOT_FOUND = 127;
const OOM_POLL_MS = 100;
const PIPE_GRACE_MS = 1_000;

/**
 * `executed`: the program inside ran, and its exit status is the run's. `not-found`: the sandbox was made, but holds
 * no such program. Otherwise the reason why the sandbox could not be made.
 */
export type Verdict = 'executed' | 'not-found' | { failure: string };

/** How a driver starts the outermost process of a run. */
export type Launch = {
  command: readonly [string, ...string[]];
  /** Of the outermost process. Namespaced drivers leave it empty: the program inside can read it. */
  env: Readonly<Record<string, string>>;
  cwd: string;
  /** Files that the outermost process gets as descriptors 4, 5, ... */
  descriptors: readonly number[];
  /** Reads the status report and stderr of a run that ended by itself. */
  judge(status: Buffer, stderr: Buffer): Verdict;
};

export type Supervision = {
  limits: SandboxLimits;
  group: LimitGroup;
  hooks: SandboxHooks;
  /** A second opinion beside the clock, e.g. a watcher of disk use; its timer ends with the run. */
  watch?: (pid: number) => StopReason | null;
  onSpawn?: (pid: number) => void;
};

/** Starts a process, holds it to its limits and kills the whole tree at the end, whatever the end is. */
export function supervise(launch: Launch, supervision: Supervision): SandboxProcess {
  const { limits, group, hooks } = supervision;
  const started = performance.now();
  const [program, ...parameters] = launch.command;
  const child = spawn(program, parameters, {
    cwd: launch.cwd,
    env: launch.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', ...launch.descriptors],
  });
  const { pid } = child;
  if (pid !== undefined) supervision.onSpawn?.(pid);

  let stopped: StopReason | null = null;
  function kill(reason: StopReason): void {
    if (child.exitCode !== null || child.signalCode !== null) return;
    stopped ??= reason;
    if (pid !== undefined) killRun(pid);
    group.kill();
  }

  const output = collectOutput(child, limits.outputBytes, hooks, () => kill('output'));
  const status = collectStatus(child);
  const release = watchLimits(supervision, pid ?? -1, kill);
  const cancel = () => kill('cancelled');
  hooks.signal?.addEventListener('abort', cancel, { once: true });
  if (hooks.signal?.aborted) cancel();

  async function finish(): Promise<SandboxResult> {
    try {
      await ended(child);
      const usage = group.usage();
      if (usage.outOfMemory) stopped ??= 'memory';
      const { stdout, stderr, output: both } = output();
      const verdict = stopped === null ? launch.judge(status(), stderr) : 'executed';
      if (typeof verdict === 'object') throw new SandboxStartFailed(reasonOf(verdict, child));
      return {
        ...describeEnd(child, stopped),
        ...(verdict === 'not-found' && { exitCode: COMMAND_NOT_FOUND }),
        stopped,
        durationMs: performance.now() - started,
        output: both,
        stdout,
        peakMemoryBytes: usage.peakMemoryBytes,
        cpuMs: usage.cpuMs,
      };
    } finally {
      release();
      hooks.signal?.removeEventListener('abort', cancel);
    }
  }

  const finished = finish();
  return {
    pid: pid ?? -1,
    finished,
    stop() {
      kill('cancelled');
      return finished;
    },
  };
}

/** Resolves when the process has ended and its pipes are drained; a stray holder of a pipe cannot delay that. */
async function ended(child: ChildProcess): Promise<void> {
  // both wait for the same failure; only the first to be awaited may report it
  const closed = once(child, 'close').catch(() => undefined);
  try {
    await once(child, 'exit');
  } catch (error) {
    throw new SandboxStartFailed(error instanceof Error ? error.message : String(error));
  }
  const grace = new AbortController();
  await Promise.race([
    closed,
    sleep(PIPE_GRACE_MS, undefined, { signal: grace.signal }).catch(() => undefined),
  ]);
  grace.abort();
  for (const stream of child.stdio) stream?.destroy();
}

/** Exit status 128 + n is how the process at the top inside reports a program that signal n ended. */
function describeEnd(child: ChildProcess, stopped: StopReason | null) {
  const exitCode = stopped === null ? child.exitCode : null;
  const inside = exitCode !== null && exitCode > 128 ? SIGNALS[exitCode - 128] : undefined;
  return { exitCode, signal: inside ?? child.signalCode };
}

const SIGNALS: Readonly<Record<number, string>> = {
  3: 'SIGQUIT',
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  13: 'SIGPIPE',
  15: 'SIGTERM',
  24: 'SIGXCPU',
  25: 'SIGXFSZ',
  31: 'SIGSYS',
};

function collectStatus(child: ChildProcess): () => Buffer {
  const chunks: Buffer[] = [];
  child.stdio[STATUS_DESCRIPTOR]?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks);
}

function watchLimits(
  { limits, group, watch }: Supervision,
  pid: number,
  kill: (reason: StopReason) => void,
): () => void {
  const wall = setTimeout(() => kill('wall-clock'), limits.wallMs);
  const poll = setInterval(() => {
    const reason = group.usage().outOfMemory ? 'memory' : (watch?.(pid) ?? null);
    if (reason !== null) kill(reason);
  }, OOM_POLL_MS);
  return () => {
    clearTimeout(wall);
    clearInterval(poll);
  };
}

function reasonOf({ failure }: { failure: string }, child: ChildProcess): string {
  const text = failure.trim().slice(-500);
  return text === '' ? `it ended with ${child.exitCode ?? child.signalCode}` : text;
}
