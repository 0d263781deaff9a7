import type { SandboxSpec } from '../ports.ts';
import type { Runtime } from './runtime.ts';

/** The program inside finds commands here unless its environment says otherwise. */
export const INNER_PATH = '/usr/bin';

const NOBODY = '65534';

type Request = {
  spec: SandboxSpec;
  runtime: Runtime;
  diskBytes: number;
  /** Descriptor numbers as bubblewrap sees them. */
  statusDescriptor: number;
  seccompDescriptor: number;
};

/** Every option is said here, so that reading this file is reading the policy. */
export function bubblewrapArguments(request: Request): string[] {
  const { spec, runtime, diskBytes, statusDescriptor, seccompDescriptor } = request;
  return [
    ...['--unshare-user', '--unshare-pid', '--unshare-net', '--unshare-ipc', '--unshare-uts'],
    '--unshare-cgroup-try',
    ...['--die-with-parent', '--new-session', '--disable-userns'],
    ...['--uid', NOBODY, '--gid', NOBODY, '--cap-drop', 'ALL', '--hostname', 'sandbox'],
    ...['--seccomp', String(seccompDescriptor), '--json-status-fd', String(statusDescriptor)],
    ...runtimeArguments(runtime),
    ...['--proc', '/proc', '--dev', '/dev', '--remount-ro', '/dev'],
    ...['--size', String(diskBytes), '--perms', '1777', '--tmpfs', '/tmp'],
    ...spec.mounts.flatMap(({ source, target, writable }) => [
      writable ? '--bind' : '--ro-bind',
      source,
      target,
    ]),
    ...['--remount-ro', '/'],
    '--clearenv',
    ...Object.entries({ PATH: INNER_PATH, HOME: '/tmp', ...spec.env }).flatMap(([name, value]) => [
      '--setenv',
      name,
      value,
    ]),
    ...['--chdir', spec.cwd, '--', ...spec.command],
  ];
}

function runtimeArguments({ folder, nodePath }: Runtime): string[] {
  const links = ['bin', 'sbin', 'lib', 'lib64'].flatMap((name) => [
    '--symlink',
    `usr/${name === 'sbin' ? 'bin' : name}`,
    `/${name}`,
  ]);
  return [
    ...['--ro-bind', `${folder}/usr`, '/usr', '--ro-bind', `${folder}/etc`, '/etc'],
    ...['--ro-bind', nodePath, '/usr/bin/node'],
    ...links,
  ];
}
