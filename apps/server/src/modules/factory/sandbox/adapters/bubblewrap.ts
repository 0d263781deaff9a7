import { closeSync, openSync } from 'node:fs';
import { type BubblewrapRequest, bubblewrapArguments } from '../domain/bubblewrap-arguments.ts';
import { call, failedStep, type Step } from '../domain/entry-program.ts';
import { launchSteps } from '../domain/launch-steps.ts';
import type { Bind } from '../domain/mount-steps.ts';
import { STAGE, STAGED_TMP, stageSteps } from '../domain/stage-steps.ts';
import type { Driver, LaunchRequest } from './driver.ts';
import { makeRootFolder, writeEntryProgram } from './entry-file.ts';
import type { Verdict } from './supervise.ts';

const STATUS_DESCRIPTOR = 3;
const SECCOMP_DESCRIPTOR = 4;

/** bubblewrap, run by nobody in a user namespace of its own, started with an empty environment. */
export function createBubblewrapDriver(program: string): Driver {
  return {
    name: 'bubblewrap',
    sandboxed: true,
    weaknesses:
      process.getuid?.() === 0 ? [] : ['the number of files in /tmp is bounded only by memory'],
    launch(request) {
      const filter = openSync(request.filterPath, 'r');
      const steps = [
        ...launchSteps(request.launch, [filter].length),
        ...(process.getuid?.() === 0 ? staged(program, request) : direct(program, request)),
      ];
      const entry = writeEntryProgram(request.folder, steps);
      return {
        command: [entry],
        env: {},
        cwd: '/',
        descriptors: [filter],
        judge: (status, stderr) => judge(status, stderr, steps),
        release: () => closeSync(filter),
      };
    },
  };
}

function direct(program: string, request: LaunchRequest): Step[] {
  const command = bubblewrapCommand(program, request, request.binds, {
    bytes: request.limits.diskBytes,
  });
  return [call('execve', program, command, [])];
}

function staged(program: string, request: LaunchRequest): Step[] {
  const placed = request.binds.map((bind, index) => ({ ...bind, target: `/${index}` }));
  const seen = request.binds.map((bind, index) => ({ ...bind, source: `${STAGE}/${index}` }));
  const command = bubblewrapCommand(program, request, seen, { source: `${STAGE}${STAGED_TMP}` });
  const folder = makeRootFolder(request.folder);
  return stageSteps({ folder, binds: placed, tmpBytes: request.limits.diskBytes, command });
}

function bubblewrapCommand(
  program: string,
  { spec }: LaunchRequest,
  binds: readonly Bind[],
  tmp: BubblewrapRequest['tmp'],
): [string, ...string[]] {
  const options = bubblewrapArguments({
    binds,
    command: spec.command,
    cwd: spec.cwd,
    env: spec.env,
    tmp,
    statusDescriptor: STATUS_DESCRIPTOR,
    seccompDescriptor: SECCOMP_DESCRIPTOR,
  });
  return [program, ...options];
}

/** bubblewrap reports an exit code only when its set-up was complete and the program was executed. */
function judge(status: Buffer, stderr: Buffer, steps: readonly Step[]): Verdict {
  if (status.includes('"exit-code"')) return 'executed';
  const said = stderr.toString('utf8');
  if (/^bwrap: execvp .*$/m.test(said)) return 'not-found';
  return { failure: failedStep(steps, status) ?? said };
}
