import { lstatSync, mkdirSync, rmdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { REPORT_DESCRIPTOR } from '../domain/entry-machine-code.ts';
import { call, failedStep } from '../domain/entry-program.ts';
import { executeSteps } from '../domain/execute-steps.ts';
import { planHostPaths } from '../domain/host-paths.ts';
import { launchSteps } from '../domain/launch-steps.ts';
import { DEFAULT_ENV } from '../domain/sandbox-root.ts';
import type { Driver } from './driver.ts';
import { writeEntryProgram } from './entry-file.ts';

const HOST_PATH = '/usr/bin:/bin';

/** No isolation at all: a child process with limits. Only for operators who ask for it by name. */
export function createUnsafeProcessDriver(nodePath: string): Driver {
  return {
    name: 'unsafe-process',
    sandboxed: false,
    weaknesses: [
      'programs run as this user, with its files, network and processes within reach',
      'a mount inside another is a symbolic link, and no mount is read-only',
    ],
    launch({ spec, launch, folder }) {
      const plan = planHostPaths(spec);
      plan.links.forEach(makeLink);
      const [program = '', ...parameters] = plan.command;
      const command = [program === 'node' ? nodePath : program, ...parameters];
      const path = `${dirname(nodePath)}:${HOST_PATH}`;
      const steps = [
        ...launchSteps(launch, 0),
        call('close', REPORT_DESCRIPTOR),
        call('chdir', plan.cwd),
        ...executeSteps(command, { ...DEFAULT_ENV, PATH: path, ...plan.env }),
      ];
      return {
        command: [writeEntryProgram(folder, steps)],
        env: {},
        cwd: '/',
        descriptors: [],
        judge(status) {
          const failure = failedStep(steps, status);
          return failure === null ? 'executed' : { failure };
        },
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
