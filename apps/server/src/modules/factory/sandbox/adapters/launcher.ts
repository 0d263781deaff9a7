import type { SandboxLimits } from '../ports.ts';
import type { LimitGroup } from './limit-group.ts';

/**
 * A shell that joins the limit groups and sets the rlimits before anything of the run exists, then becomes it.
 * Parameters: the number of groups, their join files, the rlimits as `-c 0`, `--`, the command.
 */
const SCRIPT = `
count=$1; shift
while [ "$count" -gt 0 ]; do echo 0 > "$1" || exit 125; shift; count=$((count - 1)); done
while [ "$1" != -- ]; do ulimit "$1" "$2" || exit 125; shift 2; done
shift
exec "$@"`;

const OPEN_FILES = 4_096;
const KIB = 1_024;

export function launcherCommand(
  group: LimitGroup,
  limits: SandboxLimits,
  command: readonly string[],
): [string, ...string[]] {
  return [
    '/bin/sh',
    '-c',
    SCRIPT,
    'sandbox',
    String(group.joinFiles.length),
    ...group.joinFiles,
    ...rlimits(group, limits),
    '--',
    ...command,
  ];
}

/** Without groups, rlimits are all there is: data size and CPU seconds of each process. */
function rlimits(group: LimitGroup, limits: SandboxLimits): string[] {
  const always = ['-c', '0', '-n', String(OPEN_FILES), '-f', String(blocks(limits.diskBytes))];
  if (group.joinFiles.length > 0) return always;
  const cpuSeconds = Math.max(1, Math.ceil((limits.wallMs / 1_000) * limits.cpus));
  return [...always, '-d', String(Math.ceil(limits.memoryBytes / KIB)), '-t', String(cpuSeconds)];
}

/** dash and POSIX count file size in blocks of 512 bytes. */
function blocks(bytes: number): number {
  return Math.ceil(bytes / 512);
}
