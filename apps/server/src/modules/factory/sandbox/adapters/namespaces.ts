import { failedStep } from '../domain/entry-program.ts';
import { launchSteps } from '../domain/launch-steps.ts';
import { inodesFor } from '../domain/limits.ts';
import { namespaceSteps, READY } from '../domain/namespace-steps.ts';
import { DEFAULT_ENV } from '../domain/sandbox-root.ts';
import type { Driver } from './driver.ts';
import { makeRootFolder, writeEntryProgram } from './entry-file.ts';

const ALIVE_BYTES = 'alive'.length;

/** The kernel's namespaces without bubblewrap: an entry program makes the system calls itself. */
export function createNamespacesDriver(): Driver {
  return {
    name: 'namespaces',
    sandboxed: true,
    weaknesses: ['the set-up inside is our own code, read by fewer people than bubblewrap'],
    launch(request) {
      const { spec, limits } = request;
      const steps = [
        ...launchSteps(request.launch, 0),
        ...namespaceSteps({
          root: makeRootFolder(request.folder),
          uid: process.getuid?.() ?? 0,
          gid: process.getgid?.() ?? 0,
          binds: request.binds,
          command: spec.command,
          cwd: spec.cwd,
          env: { ...DEFAULT_ENV, ...spec.env },
          tmpBytes: limits.diskBytes,
          tmpInodes: inodesFor(limits.diskBytes),
          filter: request.filter,
        }),
      ];
      const entry = writeEntryProgram(request.folder, steps);
      return {
        command: [entry],
        env: {},
        cwd: '/',
        descriptors: [],
        judge(status, stderr) {
          if (status.includes(READY)) return 'executed';
          const report = status.subarray(status.length % 16 === 0 ? 0 : ALIVE_BYTES);
          return { failure: failedStep(steps, report) ?? stderr.toString('utf8') };
        },
        release: () => undefined,
      };
    },
  };
}
