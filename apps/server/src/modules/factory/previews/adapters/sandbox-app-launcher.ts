import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackCode } from '@quantumlayer/capsule';
import type { Stack } from '@quantumlayer/stacks';
import {
  type Credentials,
  createUnixAppClient,
  type ReadyApp,
  waitForApp,
} from '#modules/factory/quality/index.ts';
import type { Sandbox, SandboxResult, SandboxSpec } from '#modules/factory/sandbox/index.ts';
import type { PreviewRecord } from '../domain/preview.ts';
import { PreviewNotStarted } from '../domain/preview-errors.ts';
import type { AppLauncher, CapsuleArchives, LaunchRequest, RunningApp } from '../ports.ts';
import { describeSignIn, readPreviewAdmin } from './preview-admin.ts';

const MIB = 1024 * 1024;
/** Longer than any preview lives: its end is the sweeper's business. */
const WALL_MS = 20 * 24 * 3_600_000;
const START_MS = 90_000;
const LOG_TAIL = 2_000;

const LIMITS = {
  wallMs: WALL_MS,
  memoryBytes: 1536 * MIB,
  cpus: 1,
  pids: 128,
  diskBytes: 512 * MIB,
  outputBytes: 16 * MIB,
} as const;

export type LauncherOptions = {
  sandbox: Sandbox;
  capsules: CapsuleArchives;
  /** Holds a folder for each preview, absolute. */
  folder: string;
  findStack(id: string): Stack | null;
  /** Host path of the `node_modules` of a stack's apps. */
  findDependencies(stack: Stack, signal: AbortSignal): Promise<string>;
};

type Folders = Record<'root' | 'code' | 'data' | 'run', string>;

export function createSandboxAppLauncher(options: LauncherOptions): AppLauncher {
  const { sandbox, capsules, folder, findStack, findDependencies } = options;

  /** Code comes from the capsule each time, so that nothing an app did lives on but its data. */
  async function prepare(preview: PreviewRecord): Promise<Folders> {
    const root = join(folder, preview.id);
    const folders = {
      root,
      code: join(root, 'code'),
      data: join(root, 'data'),
      run: join(root, 'run'),
    };
    await mkdir(root, { recursive: true, mode: 0o755 });
    await rm(folders.code, { recursive: true, force: true });
    await rm(folders.run, { recursive: true, force: true });
    const { archive } = await capsules.openArchive(preview.organisationId, preview.capsuleId);
    await unpackCode(archive, folders.code);
    await mkdir(join(folders.code, 'node_modules'), { recursive: true });
    for (const writable of [folders.data, folders.run]) {
      await mkdir(writable, { recursive: true });
      await chmod(writable, 0o777);
    }
    return folders;
  }

  async function launch({ preview, signal, onOutput }: LaunchRequest): Promise<RunningApp> {
    const stack = findStack(preview.stackId);
    if (stack === null)
      throw new PreviewNotStarted(`there is no stack ${preview.stackId} here.`, '');
    const dependencies = await findDependencies(stack, signal);
    const folders = await prepare(preview);
    const admin = await readPreviewAdmin(folders.root);
    const spec = describeApp({ preview, stack, folders, dependencies, admin });
    const process = await sandbox.start(spec, { signal, onOutput });
    const app = await waitForApp({
      process,
      socketPath: join(folders.run, 'app.sock'),
      connect: (socketPath) => createUnixAppClient({ socketPath, timeoutMs: 5_000 }),
      limitMs: START_MS,
    });
    if (isReady(app)) {
      const signIn = await describeSignIn(app.client, admin).catch(async (error: unknown) => {
        await process.stop();
        throw error;
      });
      if (signIn !== null) onOutput(Buffer.from(signIn));
      app.client.close();
      const ended = process.finished.then(async (result) => {
        await app.close();
        return { reason: describeEnd(result), full: result.stopped === 'output' };
      });
      return {
        socketPath: app.socketPath,
        ended,
        stop: async () => void (await process.stop()),
      };
    }
    const end = app === 'late' ? await process.stop() : app;
    const reason =
      app === 'late' ? `it did not answer within ${START_MS / 1000} s.` : describeEnd(end);
    const log = end.output.subarray(-LOG_TAIL).toString('utf8');
    throw new PreviewNotStarted(`${reason}${log === '' ? '' : ` The log ends with:\n${log}`}`, log);
  }

  return {
    launch,
    remove: (previewId) => rm(join(folder, previewId), { recursive: true, force: true }),
    collectOrphans: async () => void (await sandbox.collectOrphans()),
    list: () => readdir(folder).catch(() => []),
  };
}

function isReady(app: ReadyApp | SandboxResult | 'late'): app is ReadyApp {
  return app !== 'late' && 'client' in app;
}

type App = {
  preview: PreviewRecord;
  stack: Stack;
  folders: Folders;
  dependencies: string;
  admin: Credentials;
};

/** No network; code and dependencies read-only; data of its own that outlives the process. */
function describeApp({ preview, stack, folders, dependencies, admin }: App): SandboxSpec {
  return {
    label: preview.id,
    command: stack.commands.start,
    cwd: '/app',
    env: {
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      SOCKET: '/run/app/app.sock',
      DATA_DIR: '/work/data',
      SEED: 'true',
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
    },
    mounts: [
      { source: folders.code, target: '/app' },
      { source: dependencies, target: '/app/node_modules' },
      { source: folders.run, target: '/run/app', writable: true },
      { source: folders.data, target: '/work/data', writable: true },
    ],
    limits: LIMITS,
  };
}

function describeEnd({ stopped, exitCode, signal }: SandboxResult): string {
  const reasons = {
    'wall-clock': 'the app ran longer than any preview may.',
    memory: `the app needed more than ${LIMITS.memoryBytes / MIB} MiB of memory.`,
    output: 'the app wrote more log than is kept.',
    disk: `the app filled its disk space of ${LIMITS.diskBytes / MIB} MiB.`,
    cancelled: 'the app was stopped.',
  };
  if (stopped !== null) return reasons[stopped];
  return exitCode === null
    ? `the app was ended by ${signal ?? 'a signal'}.`
    : `the app ended with exit code ${exitCode}.`;
}
