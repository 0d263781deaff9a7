export type Machine = 'x64' | 'arm64';

/** Numbers of the calls that sandboxed programs may not make; null where the machine has no such call. */
const DENIED: Record<string, readonly [x64: number | null, arm64: number | null]> = {
  // other processes' memory and files
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  kcmp: [312, 272],
  pidfd_getfd: [438, 438],
  process_madvise: [440, 440],
  // the mount family
  mount: [165, 40],
  umount2: [166, 39],
  pivot_root: [155, 41],
  chroot: [161, 51],
  open_tree: [428, 428],
  move_mount: [429, 429],
  fsopen: [430, 430],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fspick: [433, 433],
  mount_setattr: [442, 442],
  open_tree_attr: [467, 467],
  name_to_handle_at: [303, 264],
  open_by_handle_at: [304, 265],
  // namespaces
  unshare: [272, 97],
  setns: [308, 268],
  // kernel keyrings
  add_key: [248, 217],
  request_key: [249, 218],
  keyctl: [250, 219],
  // large attack surfaces of the kernel
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  fanotify_init: [300, 262],
  lookup_dcookie: [212, 18],
  // the machine itself
  init_module: [175, 105],
  finit_module: [313, 273],
  delete_module: [176, 106],
  kexec_load: [246, 104],
  kexec_file_load: [320, 294],
  reboot: [169, 142],
  swapon: [167, 224],
  swapoff: [168, 225],
  acct: [163, 89],
  quotactl: [179, 60],
  quotactl_fd: [443, 443],
  syslog: [103, 116],
  settimeofday: [164, 170],
  clock_settime: [227, 112],
  clock_adjtime: [305, 266],
  adjtimex: [159, 171],
  vhangup: [153, 58],
  nfsservctl: [180, 42],
  personality: [135, 92],
  iopl: [172, null],
  ioperm: [173, null],
  modify_ldt: [154, null],
  uselib: [134, null],
  _sysctl: [156, null],
  // placing memory on nodes
  mbind: [237, 235],
  set_mempolicy: [238, 237],
  migrate_pages: [256, 238],
  move_pages: [279, 239],
};

const MACHINES = {
  x64: { auditArch: 0xc000003e, clone: 56, ioctl: 16, socket: 41, socketpair: 53 },
  arm64: { auditArch: 0xc00000b7, clone: 220, ioctl: 29, socket: 198, socketpair: 199 },
} as const;

/** Calls whose arguments lie in memory that a filter cannot read; C libraries fall back to the older ones. */
const UNREADABLE = { clone3: 435, openat2: 437, fchmodat2: 452 };

/** Calls that give a file its mode, with the argument that holds it and, where only some flags create, the flags'. */
const MODES: Record<Machine, readonly ModeCall[]> = {
  x64: [
    { number: 90, mode: 1 },
    { number: 91, mode: 1 },
    { number: 268, mode: 2 },
    { number: 85, mode: 1 },
    { number: 133, mode: 1 },
    { number: 259, mode: 2 },
    { number: 2, mode: 2, flags: 1 },
    { number: 257, mode: 3, flags: 2 },
  ],
  arm64: [
    { number: 52, mode: 1 },
    { number: 53, mode: 2 },
    { number: 33, mode: 2 },
    { number: 56, mode: 3, flags: 2 },
  ],
};

type ModeCall = { number: number; mode: number; flags?: number };

export function syscallsOf(machine: Machine) {
  const column = machine === 'x64' ? 0 : 1;
  const denied = Object.values(DENIED)
    .map((numbers) => numbers[column])
    .filter((number) => number !== null && number !== undefined);
  return {
    ...MACHINES[machine],
    denied,
    unreadable: Object.values(UNREADABLE),
    modes: MODES[machine],
  };
}

export function isMachine(name: string): name is Machine {
  return name === 'x64' || name === 'arm64';
}
