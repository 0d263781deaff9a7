import { call, type Step } from '../../domain/entry-program.ts';
import type { EscapeCase, Surroundings } from './escape-case.contract.ts';
import { EAFNOSUPPORT, ENOSYS, EPERM, numberOf, probe } from './probe.contract.ts';

const NEW_USER = 0x10000000;
const NEW_MOUNT = 0x20000;
const SIGCHLD = 17;
const buffer = (): Uint8Array => new Uint8Array(256);

/** The call is made and must not succeed. */
function succeeds(name: string, steps: () => Step[], worksUnboxed = true): EscapeCase {
  return {
    name,
    worksUnboxed,
    escapes: async (around) => (await probe(around, steps())).exitCode === 0,
  };
}

/** The call is made with arguments that can do no harm; any answer but the filter's means that it was reached. */
function reachesKernel(name: string, step: () => Step, refusals = [EPERM]): EscapeCase {
  return {
    name,
    worksUnboxed: true,
    async escapes(around: Surroundings) {
      const { exitCode } = await probe(around, [step()]);
      return exitCode === null || !refusals.includes(exitCode);
    },
  };
}

export const kernelCases: readonly EscapeCase[] = [
  succeeds('makes a user namespace', () => [call('unshare', NEW_USER)]),
  succeeds('makes a mount namespace', () => [call('unshare', NEW_MOUNT)]),
  succeeds('clones into a user namespace', () => [
    call(numberOf(56, 220), NEW_USER | SIGCHLD, 0, 0, 0, 0),
  ]),
  reachesKernel('clones by clone3, whose flags a filter cannot see', () => call(435, 0, 0), [
    ENOSYS,
  ]),
  reachesKernel('joins a namespace', () => call(numberOf(308, 268), -1, 0)),
  succeeds('mounts a file system', () => [
    call('mkdirat', -100, '/tmp/escape-mount', 0o700),
    call('mount', 'none', '/tmp/escape-mount', 'tmpfs', 0, 0),
    call('umount2', '/tmp/escape-mount', 0),
    call(
      numberOf(84, 35),
      ...(process.arch === 'x64' ? ['/tmp/escape-mount'] : [-100, '/tmp/escape-mount', 0x200]),
    ),
  ]),
  reachesKernel('unmounts', () => call('umount2', '/no/such/mount', 0)),
  reachesKernel('swaps the root', () => call('pivot_root', '/no/such', '/no/such')),
  succeeds('changes the root folder', () => [call(numberOf(161, 51), '/')]),
  succeeds('clones a mount tree', () => [call(428, -100, '/', 1)]),
  succeeds('opens a new file system', () => [call(430, 'tmpfs', 0)]),
  reachesKernel('changes flags of a mount', () => call('mount_setattr', -1, '', 0, 0, 0)),
  reachesKernel('opens a file by handle', () => call(numberOf(304, 265), -1, 0, 0)),
  succeeds('traces a process', () => [call(numberOf(101, 117), 0, 0, 0, 0)]),
  succeeds('reads the memory of a process', () => [
    call(numberOf(310, 270), 1, buffer(), 0, buffer(), 0, 0),
  ]),
  reachesKernel('uses io_uring', () => call(425, 8, buffer())),
  succeeds('looks into a kernel keyring', () => [call(numberOf(250, 219), 0, -3, 1, 0, 0)]),
  succeeds('adds a key to the kernel', () => [
    call(numberOf(248, 217), 'user', 'escape', buffer(), 8, -2),
  ]),
  reachesKernel('loads a BPF program', () => call(numberOf(321, 280), 5, buffer(), 48)),
  reachesKernel('measures the kernel by perf events', () =>
    call(numberOf(298, 241), 0, 0, -1, -1, 0),
  ),
  succeeds('handles page faults itself', () => [call(numberOf(323, 282), 1)]),
  reachesKernel('loads a kernel module', () => call(numberOf(175, 105), 0, 0, '')),
  succeeds('reads the kernel log', () => [call(numberOf(103, 116), 10, 0, 0)]),
  succeeds('changes its personality', () => [call(numberOf(135, 92), 0x0040000)]),
  succeeds('watches all files by fanotify', () => [call(numberOf(300, 262), 0, 0)]),
  reachesKernel('takes a descriptor of another process', () => call(438, -1, 0, 0)),
  reachesKernel('pushes input into a terminal', () => call('ioctl', 0, 0x5412, 'x')),
  reachesKernel('opens a socket to the hypervisor', () => call('socket', 40, 1, 0), [EAFNOSUPPORT]),
  reachesKernel('opens a raw packet socket', () => call('socket', 17, 3, 0), [EPERM, EAFNOSUPPORT]),
  // a container's root may lack the capability for it
  succeeds('raises its own limits', () => [call('prlimit64', 0, 7, limitOf(1_000_000n), 0)], false),
  succeeds('becomes root', () => [call('setresuid', 0, 0, 0)]),
];

function limitOf(value: bigint): Uint8Array {
  const bytes = Buffer.alloc(16);
  bytes.writeBigUInt64LE(value, 0);
  bytes.writeBigUInt64LE(value, 8);
  return bytes;
}
