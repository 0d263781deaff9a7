import { closeSync, openSync } from 'node:fs';
import { bubblewrapArguments } from './bubblewrap-arguments.ts';
import type { Driver } from './driver.ts';
import { launcherCommand } from './launcher.ts';

const STATUS_DESCRIPTOR = 3;
const SECCOMP_DESCRIPTOR = 4;

/** bubblewrap in a user namespace of its own; bubblewrap itself is started with an empty environment. */
export function createBubblewrapDriver(program: string): Driver {
  return {
    name: 'bubblewrap',
    sandboxed: true,
    weaknesses: [],
    launch({ spec, limits, group, runtime, filterPath }) {
      const filter = openSync(filterPath, 'r');
      const options = bubblewrapArguments({
        spec,
        runtime,
        diskBytes: limits.diskBytes,
        statusDescriptor: STATUS_DESCRIPTOR,
        seccompDescriptor: SECCOMP_DESCRIPTOR,
      });
      return {
        command: launcherCommand(group, limits, [program, ...options]),
        env: {},
        cwd: '/',
        descriptors: [filter],
        // bubblewrap reports an exit code only when its own set-up was complete
        reached: (status) => status.includes('"exit-code"'),
        release: () => closeSync(filter),
      };
    },
  };
}
