import type { SandboxProcess, SandboxResult, SandboxSpec } from '#modules/factory/sandbox/index.ts';
import { createSchemaChecker } from '../adapters/ajv-schema-checker.ts';
import { samplePattern } from '../adapters/sample-pattern.ts';
import { createUnixAppClient } from '../adapters/unix-app-client.ts';
import type { CheckContext } from '../check-context.ts';
import { notesBlueprint, notesStack } from '../fixtures/notes-stack.ts';
import { WALL_MS } from '../sandboxed-app.ts';

/** How an app ends that is stopped. */
export const stoppedApp: SandboxResult = {
  exitCode: null,
  signal: 'SIGKILL',
  stopped: 'cancelled',
  durationMs: 12,
  output: Buffer.from('listening\n'),
  stdout: Buffer.from(''),
  peakMemoryBytes: 1_000,
  cpuMs: 5,
};

type Given = Partial<CheckContext> & {
  /** How the app ends by itself. */
  finished?: Promise<SandboxResult>;
  /** What the app writes when it starts. */
  says?: string;
};

/**
 * What checks share, for an app outside the sandbox that listens where one inside would: in `.run` of the folder.
 * With what was started, and how often it was stopped.
 */
export function createCheckContext(
  folder: string,
  { finished = new Promise(() => {}), says = '', ...given }: Given = {},
) {
  const started: SandboxSpec[] = [];
  let stops = 0;
  const process: SandboxProcess = {
    pid: 1,
    finished,
    stop: async () => {
      stops += 1;
      return stoppedApp;
    },
  };
  const never = () => Promise.reject(new Error('not part of this test'));
  const context: CheckContext = {
    runId: 'run_1',
    files: [],
    blueprint: notesBlueprint,
    stack: notesStack,
    signal: new AbortController().signal,
    progress: () => {},
    sandbox: {
      describe: () => ({ driver: 'bubblewrap', sandboxed: true, limits: 'none', weaknesses: [] }),
      run: never,
      start: async (spec, hooks) => {
        started.push(spec);
        hooks?.onOutput?.(Buffer.from(says), 'stdout');
        return process;
      },
      collectOrphans: async () => 0,
    },
    connectApp: (socketPath) => createUnixAppClient({ socketPath, timeoutMs: 1_000 }),
    createChecker: createSchemaChecker,
    samplePattern,
    workFolders: { open: never, collect: never },
    workFolder: { path: folder, read: never, readAll: never, search: never, remove: never },
    wall: WALL_MS,
    place: { workPath: folder, dependencyPath: folder, label: 'run_1' },
    ...given,
  };
  return { context, started, stops: () => stops };
}
