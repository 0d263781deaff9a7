import { REPORT_DESCRIPTOR } from './entry-machine-code.ts';
import { attempt, call, type Step } from './entry-program.ts';
import { AT_FDCWD } from './mount-steps.ts';
import { NOBODY } from './sandbox-root.ts';

const NEW_USER = 0x10000000;
const SIGKILL = 9;
const PR_SET_PDEATHSIG = 1;
const PR_SET_DUMPABLE = 4;
const PR_SET_SECCOMP = 22;
const PR_CAPBSET_DROP = 24;
const PR_SET_NO_NEW_PRIVS = 38;
const SECCOMP_MODE_FILTER = 2;
const CAPABILITY_COUNT = 64;
const CAPABILITY_VERSION_3 = 0x20080522;
const WRITE_ONLY = 1;
/** All lower descriptors are open or were closed on purpose, so the next file gets this one. */
const NEXT_DESCRIPTOR = REPORT_DESCRIPTOR + 1;

const AF_INET = 2;
const SOCK_DGRAM = 2;
const SIOCSIFFLAGS = 0x8914;
const IFF_UP = 1;

/** SIGKILL when the parent ends. A change of user clears it, so it is said again after each. */
export const dieWithParent: Step = call('prctl', PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);

/** A user namespace in which we are nobody, made together with other namespaces that it then owns. */
export function enterUserNamespace(uid: number, gid: number, others: number): Step[] {
  return [
    call('unshare', NEW_USER | others),
    ...writeFile('/proc/self/setgroups', 'deny'),
    ...writeFile('/proc/self/uid_map', `${NOBODY} ${uid} 1`),
    ...writeFile('/proc/self/gid_map', `${NOBODY} ${gid} 1`),
  ];
}

/** From root to nobody for good: the machine's nobody, and a user namespace that owns nothing of the sandbox. */
export function dropPrivileges(): Step[] {
  return [...becomeNobody(), ...enterUserNamespace(NOBODY, NOBODY, 0)];
}

/** The machine's own nobody, not only a mapped one: root-owned files and sysctls refuse it. */
export function becomeNobody(): Step[] {
  return [
    ...dropBoundingSet(),
    call('setgroups', 0, 0),
    call('setresgid', NOBODY, NOBODY, NOBODY),
    call('setresuid', NOBODY, NOBODY, NOBODY),
    // the change of user gave /proc/self to root; the user map is written through it
    call('prctl', PR_SET_DUMPABLE, 1, 0, 0, 0),
  ];
}

export function renounceCapabilities(): Step[] {
  const header = Buffer.alloc(8);
  header.writeUInt32LE(CAPABILITY_VERSION_3);
  return [...dropBoundingSet(), call('capset', header, Buffer.alloc(24))];
}

/** Numbers beyond the kernel's last capability are refused, which is as good. */
function dropBoundingSet(): Step[] {
  return Array.from({ length: CAPABILITY_COUNT }, (_, capability) =>
    attempt('prctl', PR_CAPBSET_DROP, capability, 0, 0, 0),
  );
}

/** From here on no program gains privileges by being executed, and the filter judges every call. */
export function applyFilter(filter: Uint8Array): Step[] {
  return [
    call('prctl', PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
    call('prctl', PR_SET_SECCOMP, SECCOMP_MODE_FILTER, { filter }, 0, 0),
  ];
}

/** `ip link set lo up` in the new network namespace, for programs that talk to themselves. */
export function raiseLoopback(): Step[] {
  const request = Buffer.alloc(40);
  request.write('lo');
  request.writeUInt16LE(IFF_UP, 16);
  return [
    call('socket', AF_INET, SOCK_DGRAM, 0),
    call('ioctl', NEXT_DESCRIPTOR, SIOCSIFFLAGS, request),
    call('close', NEXT_DESCRIPTOR),
  ];
}

function writeFile(path: string, content: string): Step[] {
  return [
    call('openat', AT_FDCWD, path, WRITE_ONLY, 0),
    call('write', NEXT_DESCRIPTOR, content, content.length),
    call('close', NEXT_DESCRIPTOR),
  ];
}
