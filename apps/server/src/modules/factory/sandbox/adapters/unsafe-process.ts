import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
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
      'a mount inside a writable mount is a symbolic link, and no mount is read-only',
    ],
    launch({ spec, limits, group }) {
      const plan = planHostPaths(spec);
      for (const { path, target } of plan.links) {
        mkdirSync(dirname(path), { recursive: true });
        rmSync(path, { force: true });
        symlinkSync(target, path);
      }
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
