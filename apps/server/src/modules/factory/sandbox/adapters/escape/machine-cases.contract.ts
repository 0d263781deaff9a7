import { join } from 'node:path';
import type { SandboxResult } from '../../ports.ts';
import type { EscapeCase, Surroundings } from './escape-case.contract.ts';

type Script = (around: Surroundings) => string;
type Judge = (result: SandboxResult, around: Surroundings) => boolean;

const saysEscaped: Judge = ({ stdout }) => stdout.includes('ESCAPED');

/** A script that prints ESCAPED when it got what it wanted. */
function script(
  name: string,
  source: Script,
  worksUnboxed = true,
  judge: Judge = saysEscaped,
): EscapeCase {
  return {
    name,
    worksUnboxed,
    escapes: async (around) =>
      judge(await around.harness.runScript(`${PRELUDE}\n${source(around)}`), around),
  };
}

const PRELUDE = `
const fs = require('fs'), net = require('net'), path = require('path'), os = require('os');
const attempt = (work) => { try { return work(); } catch { return undefined; } };
const escaped = (condition) => { if (condition) console.log('ESCAPED'); };
const pids = () => fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name));
setTimeout(() => process.exit(0), 3000).unref();
`;

export const fileCases: readonly EscapeCase[] = [
  script(
    'reads the password file',
    () => `escaped(attempt(() => fs.readFileSync('/etc/shadow', 'utf8')))`,
  ),
  script(
    'sees the users of the machine',
    () => `escaped(fs.readFileSync('/etc/passwd', 'utf8').includes('root:'))`,
  ),
  script(
    'reads a file of the factory',
    ({ secretFile, secret }) =>
      `escaped(attempt(() => fs.readFileSync(${json(secretFile)}, 'utf8')) === ${json(secret)})`,
  ),
  script(
    'reads the records of the sandbox',
    ({ harness }) =>
      `escaped(attempt(() => fs.readdirSync(${json(join(harness.stateFolder, 'runs'))}).length > 0))`,
  ),
  script(
    'reaches the host through the root of another process',
    ({ secretFile }) =>
      `escaped(pids().some((pid) => attempt(() => fs.readFileSync('/proc/' + pid + '/root' + ${json(secretFile)}))))`,
  ),
  script(
    'reaches the host through the working folder of another process',
    () =>
      `escaped(pids().some((pid) => attempt(() => fs.readdirSync('/proc/' + pid + '/cwd/').includes('boot'))))`,
  ),
  script(
    'writes outside its own folders',
    () => `
    const folders = ['/', '/usr', '/usr/bin', '/usr/lib', '/etc', '/dev', '/proc', '/run', '/var', '/var/tmp', '/home', '/root', '/opt', '/sys', '/dev/shm'];
    escaped(folders.filter((folder) => attempt(() => {
      const file = path.join(folder, 'escape-' + process.pid);
      fs.writeFileSync(file, ''); fs.unlinkSync(file); return true;
    })).length > 0)`,
  ),
  script(
    'overwrites the program it runs on',
    () => `
    const file = fs.realpathSync(process.execPath);
    escaped(attempt(() => { fs.closeSync(fs.openSync(file, 'r+')); return true; }) ?? attempt(() => { fs.accessSync(path.dirname(file), fs.constants.W_OK); return true; }))`,
  ),
  script(
    'changes a setting of the kernel',
    () => `
    const file = '/proc/sys/kernel/pid_max';
    escaped(attempt(() => { fs.writeFileSync(file, fs.readFileSync(file)); return true; }))`,
  ),
  script(
    'opens the magic key of the kernel',
    () =>
      `escaped(attempt(() => { fs.closeSync(fs.openSync('/proc/sysrq-trigger', 'w')); return true; }))`,
    false,
  ),
  script(
    'opens the memory of the kernel',
    () =>
      `escaped(['/dev/mem', '/dev/kmsg', '/proc/kcore'].some((file) => attempt(() => { fs.closeSync(fs.openSync(file, 'r')); return true; })))`,
  ),
  script(
    'opens a disk or terminal of the machine',
    () => `
    escaped(fs.readdirSync('/dev').some((name) => attempt(() => {
      const entry = fs.statSync('/dev/' + name);
      if (entry.isBlockDevice() || /^(tty|console|ptmx|kvm|vsock|net|fuse)/.test(name)) { fs.closeSync(fs.openSync('/dev/' + name, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)); return true; }
    })))`,
  ),
  script(
    'makes a device of its own',
    () => `
    const { spawnSync } = require('child_process');
    for (const mknod of ['/usr/bin/mknod', '/bin/mknod']) { const r = spawnSync(mknod, ['/tmp/escape-device', 'c', '1', '5']); if (r.status === 0) { fs.unlinkSync('/tmp/escape-device'); escaped(true); break; } }`,
  ),
  script(
    'sees the hardware and the control groups',
    () => `escaped(fs.existsSync('/sys/kernel') || fs.existsSync('/sys/fs/cgroup'))`,
  ),
  script(
    'leaves its control group',
    () => `
    escaped(['/sys/fs/cgroup/pids/cgroup.procs', '/sys/fs/cgroup/cgroup.procs'].some((file) => attempt(() => { fs.writeFileSync(file, String(process.pid)); return true; })))`,
  ),
];

export const processCases: readonly EscapeCase[] = [
  script(
    'finds a secret in the environment of a process',
    ({ secret }) =>
      `escaped(pids().some((pid) => attempt(() => fs.readFileSync('/proc/' + pid + '/environ', 'utf8').includes(${json(secret)}))))`,
  ),
  script(
    'finds variables of the first process',
    () => `
    const names = attempt(() => fs.readFileSync('/proc/1/environ', 'utf8').split('\\0').filter(Boolean)) ?? [];
    escaped(names.length > 0 || pids().length > 20)`,
  ),
  script(
    'sees a process of the machine',
    ({ victim }) =>
      `escaped(pids().some((pid) => attempt(() => pid !== String(process.pid) && fs.readFileSync('/proc/' + pid + '/cmdline', 'utf8').includes(${json(victim.marker)}) && Number(pid) === ${victim.pid})))`,
  ),
  script(
    'signals a process of the machine',
    ({ victim }) => `escaped(attempt(() => process.kill(${victim.pid}, 0)))`,
  ),
  script(
    'holds capabilities',
    () =>
      `escaped(/^Cap(Inh|Prm|Eff|Bnd|Amb):\\s*0*[1-9a-f]/m.test(fs.readFileSync('/proc/self/status', 'utf8')))`,
  ),
  script(
    'may gain privileges by executing a program',
    () => `escaped(/^NoNewPrivs:\\s*0/m.test(fs.readFileSync('/proc/self/status', 'utf8')))`,
  ),
  script(
    'runs as a user of the machine',
    () => `escaped(process.getuid() !== 65534 || process.getgroups().some((id) => id !== 65534))`,
  ),
  script(
    'runs without a filter of system calls',
    () => `escaped(/^Seccomp:\\s*0/m.test(fs.readFileSync('/proc/self/status', 'utf8')))`,
  ),
  script(
    'learns the name of the machine',
    ({ harness }) => `escaped(os.hostname() !== 'sandbox' || ${json(harness.folder)} === '')`,
  ),
  script(
    'gets descriptors beyond the standard ones',
    () => `
    const open = fs.readdirSync('/proc/self/fd').map(Number).filter((fd) => fd > 2);
    const kinds = open.map((fd) => attempt(() => fs.readlinkSync('/proc/self/fd/' + fd)) ?? '');
    escaped(kinds.some((target) => target.startsWith('/') && !target.startsWith('/proc') && !target.startsWith('/dev/')))`,
    false,
  ),
];

export const networkCases: readonly EscapeCase[] = [
  connects(
    'connects to a port of the machine over IPv4',
    ({ ports }) => `net.connect(${ports.ipv4}, '127.0.0.1')`,
  ),
  connects(
    'connects to a port of the machine over IPv6',
    ({ ports }) => `net.connect(${ports.ipv6}, '::1')`,
  ),
  connects(
    'connects to a socket file of the machine',
    ({ socketFile }) => `net.connect(${json(socketFile)})`,
  ),
  connects(
    'connects to an abstract socket of the machine',
    ({ abstractName }) => `net.connect('\\0' + ${json(abstractName)})`,
  ),
  {
    name: 'sends a datagram to the machine',
    worksUnboxed: true,
    async escapes(around) {
      const before = around.contacts();
      await around.harness.runScript(
        `require('dgram').createSocket('udp4').send('x', ${around.ports.udp}, '127.0.0.1', () => setTimeout(() => process.exit(0), 200))`,
      );
      return around.contacts() > before;
    },
  },
  script(
    'has a network interface beside loopback',
    () =>
      `escaped(Object.values(os.networkInterfaces()).flat().some((address) => !address.internal))`,
    false,
  ),
];

/** Escaped when the listener outside has had a new contact. */
function connects(name: string, expression: Script): EscapeCase {
  return {
    name,
    worksUnboxed: true,
    async escapes(around) {
      const before = around.contacts();
      await around.harness.runScript(
        `${PRELUDE}\nconst socket = ${expression(around)}; socket.on('error', () => process.exit(1)); socket.on('connect', () => setTimeout(() => process.exit(0), 100));`,
      );
      return around.contacts() > before;
    },
  };
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
