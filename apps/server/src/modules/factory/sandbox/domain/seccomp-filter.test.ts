import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleSeccompFilter } from './seccomp-filter.ts';
import { type Machine, syscallsOf } from './syscalls.ts';

const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const errno = (code: number) => 0x00050000 | code;

type Data = { number: number; arch?: number; arguments?: readonly number[] };

/** The kernel's interpreter, for the instructions that the filter uses. */
function judge(machine: Machine, { number, arch, arguments: given = [] }: Data): number {
  const words = new Map([
    [0, number],
    [4, arch ?? syscallsOf(machine).auditArch],
    ...given.map((value, index): [number, number] => [16 + 8 * index, value]),
  ]);
  const program = assembleSeccompFilter(machine);
  let accumulator = 0;
  for (let at = 0; ; at += 8) {
    const code = program.readUInt16LE(at);
    const operand = program.readUInt32LE(at + 4);
    const jump = (condition: boolean) => {
      at += 8 * program.readUInt8(at + (condition ? 2 : 3));
    };
    if (code === 0x20) accumulator = (words.get(operand) ?? 0) >>> 0;
    else if (code === 0x15) jump(accumulator === operand);
    else if (code === 0x35) jump(accumulator >= operand);
    else if (code === 0x45) jump((accumulator & operand) !== 0);
    else if (code === 0x06) return operand;
    else throw new Error(`unexpected instruction ${code}`);
  }
}

describe.each(['x64', 'arm64'] as const)('the system call filter for %s', (machine) => {
  const calls = syscallsOf(machine);
  const special = [
    ...[calls.clone, calls.ioctl, calls.socket, calls.socketpair],
    ...calls.unreadable,
    ...calls.modes.map(({ number }) => number),
  ];

  it('refuses every denied call, whatever its arguments', () => {
    for (const number of calls.denied) {
      expect(judge(machine, { number, arguments: [1, 2, 3] })).toBe(errno(1));
    }
  });

  it('lets every other call through', () => {
    fc.assert(
      fc.property(fc.nat(600), (number) => {
        fc.pre(!calls.denied.includes(number) && !special.some((one) => one === number));
        return judge(machine, { number, arguments: [0xffffffff, 0xffffffff] }) === ALLOW;
      }),
    );
  });

  it('kills programs of another architecture', () => {
    expect(judge(machine, { number: 0, arch: 0x40000003 })).toBe(KILL);
  });

  it('kills calls of the x32 interface', () => {
    expect(judge(machine, { number: 0x40000000 + 39 })).toBe(KILL);
  });

  it('answers calls that it cannot see into as a kernel that lacks them', () => {
    expect(calls.unreadable).toContain(435);
    for (const number of calls.unreadable) expect(judge(machine, { number })).toBe(errno(38));
  });

  it('refuses a mode that makes a program run as its owner', () => {
    for (const { number, mode, flags } of calls.modes) {
      const withMode = (value: number, given = 0x41) => {
        const values = [0, 0, 0, 0];
        if (flags !== undefined) values[flags] = given;
        values[mode] = value;
        return judge(machine, { number, arguments: values });
      };
      expect(withMode(0o100755)).toBe(ALLOW);
      expect(withMode(0o4755)).toBe(errno(1));
      expect(withMode(0o2755)).toBe(errno(1));
      // without a creating flag the argument is no mode
      if (flags !== undefined) expect(withMode(0o6755, 0)).toBe(ALLOW);
    }
  });

  it('lets threads and processes be made, but no namespace', () => {
    const clone = (flags: number) => judge(machine, { number: calls.clone, arguments: [flags] });
    expect(clone(0x3d0f00)).toBe(ALLOW);
    expect(clone(17)).toBe(ALLOW);
    for (const bit of [
      0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000,
    ]) {
      expect(clone(bit | 17)).toBe(errno(1));
    }
  });

  it('refuses to push input into a terminal and allows other controls', () => {
    const ioctl = (request: number) =>
      judge(machine, { number: calls.ioctl, arguments: [0, request] });
    expect(ioctl(0x5412)).toBe(errno(1));
    expect(ioctl(0x541c)).toBe(errno(1));
    expect(ioctl(0x5401)).toBe(ALLOW);
  });

  it('allows only sockets that the network namespace holds', () => {
    for (const number of [calls.socket, calls.socketpair]) {
      const socket = (family: number) => judge(machine, { number, arguments: [family] });
      expect([1, 2, 10, 16].map(socket)).toEqual([ALLOW, ALLOW, ALLOW, ALLOW]);
      expect([17, 38, 40, 44].map(socket)).toEqual(Array(4).fill(errno(97)));
    }
  });
});
