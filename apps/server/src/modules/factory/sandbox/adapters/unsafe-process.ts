import { lstatSync, mkdirSync, rmdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { planHostPaths } from '../domain/host-paths.ts';
import { DEFAULT_ENV } from '../domain/sandbox-root.ts';
import type { Driver } from './driver.ts';
import { launcherCommand } from './launcher.ts';

/** No isolation at all: a child process with limits. Only for operators who ask for it by name. */
export function createUnsafeProcessDriver(nodePath: string): Driver {
  return {
    name: 'unsafe-process',
    sandboxed: false,
    weaknesses: [
      'programs run as this user, with its files, network and processes within reach',
      'a mount inside another is a symbolic link, and no mount is read-only',
    ],
    launch({ spec, limits, group }) {
      const plan = planHostPaths(spec);
      plan.links.forEach(makeLink);
      const [program = '', ...parameters] = plan.command;
      return {
        command: launcherCommand(group, limits, [
          program === 'node' ? nodePath : program,
          ...parameters,
        ]),
        env: { ...DEFAULT_ENV, PATH: `${dirname(nodePath)}:/usr/bin:/bin`, ...plan.env },
        cwd: plan.cwd,
        descriptors: [],
        judge: () => 'executed',
        release: () => undefined,
      };
    },
  };
}

/** Takes the place of an empty folder, the usual mount point, but never of one that holds something. */
function makeLink({ path, target }: { path: string; target: string }): void {
  mkdirSync(dirname(path), { recursive: true });
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink()) unlinkSync(path);
  else if (entry !== undefined) rmdirSync(path);
  symlinkSync(target, path);
}
