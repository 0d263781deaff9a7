import type { Bind } from './mount-steps.ts';
import {
  DEFAULT_ENV,
  DEVICE_LINKS,
  DEVICES,
  HOST_NAME,
  NOBODY,
  orderBinds,
  ROOT_LINKS,
} from './sandbox-root.ts';

export type BubblewrapRequest = {
  binds: readonly Bind[];
  command: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
  /** Bytes of a `/tmp` that bubblewrap makes, or the host path of one that is made already. */
  tmp: { bytes: number } | { source: string };
  /** Descriptor numbers as bubblewrap sees them. */
  statusDescriptor: number;
  seccompDescriptor: number;
};

/** Every option is said here, so that reading this file is reading the policy. */
export function bubblewrapArguments(request: BubblewrapRequest): string[] {
  const { binds, command, cwd, env, tmp } = request;
  const id = String(NOBODY);
  return [
    ...['--unshare-user', '--unshare-pid', '--unshare-net', '--unshare-ipc', '--unshare-uts'],
    ...['--unshare-cgroup-try', '--die-with-parent', '--new-session', '--disable-userns'],
    ...['--uid', id, '--gid', id, '--cap-drop', 'ALL', '--hostname', HOST_NAME],
    ...['--seccomp', String(request.seccompDescriptor)],
    ...['--json-status-fd', String(request.statusDescriptor)],
    ...orderBinds(binds).flatMap(({ source, target, writable }) => [
      writable ? '--bind' : '--ro-bind',
      source,
      target,
    ]),
    ...symbolicLinks(ROOT_LINKS),
    ...['--proc', '/proc', '--perms', '0755', '--size', '65536', '--tmpfs', '/dev'],
    ...DEVICES.flatMap((name) => ['--dev-bind', `/dev/${name}`, `/dev/${name}`]),
    ...symbolicLinks(DEVICE_LINKS),
    ...['--remount-ro', '/dev'],
    ...('source' in tmp
      ? ['--bind', tmp.source, '/tmp']
      : ['--size', String(tmp.bytes), '--perms', '1777', '--tmpfs', '/tmp']),
    ...['--remount-ro', '/', '--clearenv'],
    ...Object.entries({ ...DEFAULT_ENV, ...env }).flatMap(([name, value]) => [
      '--setenv',
      name,
      value,
    ]),
    ...['--chdir', cwd, '--', ...command],
  ];
}

function symbolicLinks(links: readonly (readonly [target: string, path: string])[]): string[] {
  return links.flatMap(([target, path]) => ['--symlink', target, path]);
}
