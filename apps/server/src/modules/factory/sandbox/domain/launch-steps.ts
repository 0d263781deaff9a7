import { REPORT_DESCRIPTOR } from './entry-machine-code.ts';
import { call, type Step } from './entry-program.ts';
import { AT_FDCWD } from './mount-steps.ts';
import type { SandboxLimits } from './sandbox-spec.ts';

const WRITE_ONLY = 1;
const LAST_DESCRIPTOR = 0xffffffff;
/** Whatever the factory's own is: folders made on the way must be open to nobody. */
const FILE_CREATION_MASK = 0o022;
const OPEN_FILES = 4_096;

// asm-generic/resource.h
const RLIMIT_CPU = 0;
const RLIMIT_FSIZE = 1;
const RLIMIT_DATA = 2;
const RLIMIT_CORE = 4;
const RLIMIT_NPROC = 6;
const RLIMIT_NOFILE = 7;

/** V8 reserves this much for code before it runs anything; a watcher holds the tree to the real limit. */
const RESERVED_DATA_BYTES = 1024 ** 3;

export type LaunchLimits = {
  limits: SandboxLimits;
  /** Files of the control groups to join; none where limits are rlimits alone. */
  joinFiles: readonly string[];
  /** Threads that the user runs already, which the kernel counts against the same limit. */
  threadsOfUser: number;
};

/**
 * The first steps of every run: lets go of whatever the factory itself was started with, but for the `kept`
 * descriptors behind the report's, joins the control groups, and sets the limits of each process.
 */
export function launchSteps(launch: LaunchLimits, kept: number): Step[] {
  const free = REPORT_DESCRIPTOR + 1 + kept;
  return [
    call('umask', FILE_CREATION_MASK),
    call('close_range', free, LAST_DESCRIPTOR, 0),
    ...launch.joinFiles.flatMap((path) => [
      call('openat', AT_FDCWD, path, WRITE_ONLY, 0),
      call('write', free, '0', 1),
      call('close', free),
    ]),
    ...rlimits(launch),
  ];
}

function rlimits({ limits, joinFiles, threadsOfUser }: LaunchLimits): Step[] {
  const always = [
    rlimit(RLIMIT_CORE, 0),
    rlimit(RLIMIT_NOFILE, OPEN_FILES),
    rlimit(RLIMIT_FSIZE, limits.diskBytes),
  ];
  if (joinFiles.length > 0) return always;
  return [
    ...always,
    rlimit(RLIMIT_DATA, limits.memoryBytes + RESERVED_DATA_BYTES),
    rlimit(RLIMIT_CPU, Math.max(1, (limits.wallMs / 1_000) * limits.cpus)),
    rlimit(RLIMIT_NPROC, limits.pids + threadsOfUser),
  ];
}

function rlimit(resource: number, value: number): Step {
  const bytes = Buffer.alloc(16);
  bytes.writeBigUInt64LE(BigInt(Math.ceil(value)), 0);
  bytes.writeBigUInt64LE(BigInt(Math.ceil(value)), 8);
  return call('prlimit64', 0, resource, bytes, 0);
}
