import { call, type Step } from './entry-program.ts';
import { inodesFor } from './limits.ts';
import {
  type Bind,
  bind,
  detachMounts,
  makeFolder,
  mountTmpfs,
  moveMount,
  NO_DEV,
  NO_SUID,
} from './mount-steps.ts';
import { becomeNobody } from './privilege-steps.ts';

/** Where staged sources are found afterwards: a path that anybody may walk, whatever the host's folders allow. */
export const STAGE = '/tmp';

/** Below the stage: a sized area for `/tmp` inside, since bubblewrap cannot bound the number of files in its own. */
export const STAGED_TMP = '/tmp';

export type StageRequest = {
  /** An empty host folder that the stage is built on. */
  folder: string;
  binds: readonly Bind[];
  tmpBytes: number;
  command: readonly [string, ...string[]];
};

const NEW_MOUNT = 0x20000;

/**
 * Lets root start an unprivileged sandbox: binds the sources of its mounts, which may lie in folders that only root
 * may enter, to a place of their own, then becomes nobody for good and executes `command`.
 */
export function stageSteps({ folder, binds, tmpBytes, command }: StageRequest): Step[] {
  return [
    call('unshare', NEW_MOUNT),
    ...detachMounts(),
    ...mountTmpfs(folder, NO_SUID | NO_DEV, 'size=1m,mode=755'),
    ...binds.flatMap((one) => bind(folder, one)),
    ...makeFolder(`${folder}${STAGED_TMP}`),
    ...mountTmpfs(
      `${folder}${STAGED_TMP}`,
      NO_SUID | NO_DEV,
      `size=${tmpBytes},nr_inodes=${inodesFor(tmpBytes)},mode=1777`,
    ),
    ...moveMount(folder, STAGE),
    ...becomeNobody(),
    call('execve', command[0], command, []),
  ];
}
