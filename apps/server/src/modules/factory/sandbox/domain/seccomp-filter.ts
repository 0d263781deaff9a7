import { type Machine, syscallsOf } from './syscalls.ts';

// Classic BPF (linux/filter.h) over struct seccomp_data: nr at 0, arch at 4, args[n] at 16 + 8n, little-endian.
const LOAD_WORD = 0x20;
const JUMP_EQUAL = 0x15;
const JUMP_GREATER_EQUAL = 0x35;
const JUMP_ANY_BIT = 0x45;
const RETURN = 0x06;

const ALLOW = 0x7fff0000;
const KILL_PROCESS = 0x80000000;
const errno = (code: number): number => 0x00050000 | code;
const EPERM = 1;
const ENOSYS = 38;
const EAFNOSUPPORT = 97;

const X32_BIT = 0x40000000;
/** NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET. */
const NEW_NAMESPACE_FLAGS = 0x7e020000;
/** Push characters into a terminal's input; TIOCLINUX can paste into a console. */
const DENIED_IOCTLS = [0x5412, 0x541c];
/** UNIX, INET, INET6 and NETLINK. Everything else, such as VSOCK, is not bound to the network namespace. */
const SOCKET_FAMILIES = [1, 2, 10, 16];

/** Of a mode: set-user-id and set-group-id. */
const SET_ID_BITS = 0o6000;
/** O_CREAT and O_TMPFILE; without them the mode argument is whatever the register held. */
const CREATING_FLAGS = 0x40 | 0x400000;

type Instruction = readonly [code: number, onTrue: number, onFalse: number, operand: number];

const loadNumber: Instruction = [LOAD_WORD, 0, 0, 0];
const loadArgument = (index: number): Instruction => [LOAD_WORD, 0, 0, 16 + 8 * index];
const give = (verdict: number): Instruction => [RETURN, 0, 0, verdict];
const skipUnless = (number: number, skipped: number): Instruction => [
  JUMP_EQUAL,
  0,
  skipped,
  number,
];

/** The filter of sandboxed programs, as `struct sock_filter[]` for `bwrap --seccomp` or `prctl`. */
export function assembleSeccompFilter(machine: Machine): Buffer {
  const calls = syscallsOf(machine);
  return encode([
    [LOAD_WORD, 0, 0, 4],
    [JUMP_EQUAL, 1, 0, calls.auditArch],
    give(KILL_PROCESS),
    loadNumber,
    [JUMP_GREATER_EQUAL, 0, 1, X32_BIT],
    give(KILL_PROCESS),
    ...calls.denied.flatMap((number) => [skipUnless(number, 1), give(errno(EPERM))]),
    ...calls.unreadable.flatMap((number) => [skipUnless(number, 1), give(errno(ENOSYS))]),
    ...calls.modes.flatMap(({ number, mode, flags }) => guard(number, refuseSetId(mode, flags))),
    ...guard(calls.clone, [
      loadArgument(0),
      [JUMP_ANY_BIT, 0, 1, NEW_NAMESPACE_FLAGS],
      give(errno(EPERM)),
    ]),
    ...guard(calls.ioctl, [
      loadArgument(1),
      ...DENIED_IOCTLS.flatMap((request) => [skipUnless(request, 1), give(errno(EPERM))]),
    ]),
    ...guard(calls.socket, allowFamilies()),
    ...guard(calls.socketpair, allowFamilies()),
    give(ALLOW),
  ]);
}

/** Runs `body` for one call only, then lets the call through. */
function guard(number: number, body: readonly Instruction[]): Instruction[] {
  return [skipUnless(number, body.length + 1), ...body, give(ALLOW)];
}

/** A set-user-id file would outlive the run on the host's disk, with an owner of the host. */
function refuseSetId(mode: number, flags: number | undefined): Instruction[] {
  const check: Instruction[] = [
    loadArgument(mode),
    [JUMP_ANY_BIT, 0, 1, SET_ID_BITS],
    give(errno(EPERM)),
  ];
  if (flags === undefined) return check;
  return [loadArgument(flags), [JUMP_ANY_BIT, 0, check.length, CREATING_FLAGS], ...check];
}

function allowFamilies(): Instruction[] {
  const allowed = SOCKET_FAMILIES.flatMap((family) => [skipUnless(family, 1), give(ALLOW)]);
  return [loadArgument(0), ...allowed, give(errno(EAFNOSUPPORT))];
}

function encode(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  program.forEach(([code, onTrue, onFalse, operand], index) => {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(onTrue, index * 8 + 2);
    bytes.writeUInt8(onFalse, index * 8 + 3);
    bytes.writeUInt32LE(operand >>> 0, index * 8 + 4);
  });
  return bytes;
}
