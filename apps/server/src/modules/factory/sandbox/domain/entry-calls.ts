import type { Machine } from './syscalls.ts';

/** Numbers of the calls that entry programs make, on x86_64 and aarch64. */
const NUMBERS = {
  capset: [126, 91],
  chdir: [80, 49],
  close: [3, 57],
  close_range: [436, 436],
  execve: [59, 221],
  exit_group: [231, 94],
  ioctl: [16, 29],
  mkdirat: [258, 34],
  mknodat: [259, 33],
  mount: [165, 40],
  mount_setattr: [442, 442],
  openat: [257, 56],
  pivot_root: [155, 41],
  prctl: [157, 167],
  prlimit64: [302, 261],
  setgroups: [116, 159],
  sethostname: [170, 161],
  setresgid: [119, 149],
  setresuid: [117, 147],
  setsid: [112, 157],
  socket: [41, 198],
  symlinkat: [266, 36],
  umask: [95, 166],
  umount2: [166, 39],
  unshare: [272, 97],
  write: [1, 64],
} as const;

export type CallName = keyof typeof NUMBERS;

export function callNumber(machine: Machine, name: CallName): number {
  const [x64, arm64] = NUMBERS[name];
  return machine === 'x64' ? x64 : arm64;
}
