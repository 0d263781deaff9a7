import { REPORT_DESCRIPTOR } from './entry-machine-code.ts';
import { call, fork, type Step } from './entry-program.ts';
import { executeSteps } from './execute-steps.ts';
import {
  type Bind,
  bind,
  detach,
  detachMounts,
  link,
  makeFolder,
  mountTmpfs,
  NO_DEV,
  NO_EXEC,
  NO_SUID,
  READ_ONLY,
  restrict,
} from './mount-steps.ts';
import {
  applyFilter,
  dieWithParent,
  dropPrivileges,
  enterUserNamespace,
  raiseLoopback,
  renounceCapabilities,
} from './privilege-steps.ts';
import { DEVICE_LINKS, DEVICES, HOST_NAME, orderBinds, ROOT_LINKS } from './sandbox-root.ts';

/** Written to the report descriptor when all is set up and the program is about to be executed. */
export const READY = 'ready';

const NEW_MOUNT = 0x20000;
const NEW_CGROUP = 0x2000000;
const NEW_UTS = 0x4000000;
const NEW_IPC = 0x8000000;
const NEW_PID = 0x20000000;
const NEW_NET = 0x40000000;
const NEW_ALL = NEW_MOUNT | NEW_CGROUP | NEW_UTS | NEW_IPC | NEW_PID | NEW_NET;

export type NamespaceRequest = {
  /** An empty host folder that the new root is built on. */
  root: string;
  /** The caller's ids; root drops to nobody first, anybody else gets a user namespace first. */
  uid: number;
  gid: number;
  binds: readonly Bind[];
  command: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
  tmpBytes: number;
  tmpInodes: number;
  filter: Uint8Array;
};

/** Everything between the factory's spawn and the program's first instruction, without bubblewrap. */
export function namespaceSteps(request: NamespaceRequest): Step[] {
  const { uid, gid } = request;
  const asRoot = uid === 0;
  return [
    ...(asRoot ? [call('unshare', NEW_ALL)] : enterUserNamespace(uid, gid, NEW_ALL)),
    dieWithParent,
    ...report('alive'),
    fork,
    dieWithParent,
    call('setsid'),
    call('sethostname', HOST_NAME, HOST_NAME.length),
    ...raiseLoopback(),
    ...buildRoot(request),
    ...enterRoot(request.root),
    ...(asRoot ? dropPrivileges() : []),
    ...renounceCapabilities(),
    dieWithParent,
    ...report(READY),
    call('close', REPORT_DESCRIPTOR),
    ...applyFilter(request.filter),
    fork,
    call('setsid'),
    call('chdir', request.cwd),
    ...executeSteps(request.command, request.env),
  ];
}

/** A broken pipe here means that the factory is gone, and ends the program before anything runs unwatched. */
function report(text: string): Step[] {
  return [call('write', REPORT_DESCRIPTOR, text, text.length)];
}

function buildRoot({ root, binds, tmpBytes, tmpInodes }: NamespaceRequest): Step[] {
  const devices = DEVICES.map((name) => ({
    source: `/dev/${name}`,
    target: `/dev/${name}`,
    isFolder: false,
    writable: true,
    isDevice: true,
  }));
  return [
    ...detachMounts(),
    ...mountTmpfs(root, NO_SUID | NO_DEV, 'size=1m,mode=755'),
    ...['/proc', '/dev', '/tmp'].flatMap((path) => makeFolder(`${root}${path}`)),
    ...orderBinds(binds).flatMap((one) => bind(root, one)),
    ...ROOT_LINKS.map(([target, path]) => link(root, target, path)),
    call('mount', 'proc', `${root}/proc`, 'proc', NO_SUID | NO_DEV | NO_EXEC, 0),
    ...mountTmpfs(`${root}/dev`, NO_SUID | NO_EXEC, 'size=64k,mode=755'),
    ...devices.flatMap((one) => bind(root, one)),
    ...DEVICE_LINKS.map(([target, path]) => link(root, target, path)),
    restrict(`${root}/dev`, READ_ONLY | NO_SUID | NO_EXEC, false),
    ...mountTmpfs(
      `${root}/tmp`,
      NO_SUID | NO_DEV,
      `size=${tmpBytes},nr_inodes=${tmpInodes},mode=1777`,
    ),
  ];
}

/** Puts the new root over the old and lets go of the old, so that no path leads back. */
function enterRoot(root: string): Step[] {
  return [
    call('chdir', root),
    call('pivot_root', '.', '.'),
    ...detach('.'),
    call('chdir', '/'),
    restrict('/', READ_ONLY | NO_SUID | NO_DEV, false),
  ];
}
