import { call, type Step } from './entry-program.ts';
import {
  type Bind,
  bind,
  detachMounts,
  mountTmpfs,
  moveMount,
  NO_DEV,
  NO_SUID,
} from './mount-steps.ts';
import { becomeNobody } from './privilege-steps.ts';

/** Where staged sources are found afterwards: a path that anybody may walk, whatever the host's folders allow. */
export const STAGE = '/tmp';

const NEW_MOUNT = 0x20000;

/**
 * Lets root start an unprivileged sandbox: binds the sources of its mounts, which may lie in folders that only root
 * may enter, to a place of their own, then becomes nobody for good and executes `command`.
 */
export function stageSteps(
  folder: string,
  binds: readonly Bind[],
  command: readonly [string, ...string[]],
): Step[] {
  return [
    call('unshare', NEW_MOUNT),
    ...detachMounts(),
    ...mountTmpfs(folder, NO_SUID | NO_DEV, 'size=1m,mode=755'),
    ...binds.flatMap((one) => bind(folder, one)),
    ...moveMount(folder, STAGE),
    ...becomeNobody(),
    call('execve', command[0], command, []),
  ];
}
