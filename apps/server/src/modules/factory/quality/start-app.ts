import type { SandboxProcess, SandboxResult } from '#modules/factory/sandbox/index.ts';
import type { CheckContext } from './check-context.ts';
import { describeServer, socketPathOf } from './sandboxed-app.ts';
import { type Credentials, createCredentials } from './sign-in-people.ts';
import { type ReadyApp, waitForApp } from './wait-for-app.ts';

export const START_MS = 90_000;

export type StartedApp = {
  process: SandboxProcess;
  /** The app; or how it ended, or that it did not answer in time. */
  app: ReadyApp | SandboxResult | 'late';
  durationMs: number;
  /** The account that an app with people was started with; an app without does not look at it. */
  admin: Credentials;
  /** What the app has written so far. */
  readLog(): string;
};

type StartOptions = {
  admin?: Credentials;
  /** Beside what every app is started with. */
  env?: Readonly<Record<string, string>>;
};

/** Starts the app in the sandbox and waits until it answers. Whoever calls this stops the process. */
export async function startApp(
  context: CheckContext,
  { admin = createCredentials('admin'), env = {} }: StartOptions = {},
): Promise<StartedApp> {
  const { sandbox, stack, place, signal, connectApp, wall } = context;
  const started = performance.now();
  const log: Buffer[] = [];
  const spec = describeServer(place, stack.commands.start, wall.app, admin);
  const process = await sandbox.start(
    { ...spec, env: { ...spec.env, ...env } },
    {
      signal,
      onOutput: (chunk) => void log.push(chunk),
    },
  );
  try {
    const socketPath = socketPathOf(place);
    const wanted = { process, socketPath, connect: connectApp, limitMs: START_MS };
    const app = await waitForApp(wanted);
    const durationMs = performance.now() - started;
    return { process, app, durationMs, admin, readLog: () => Buffer.concat(log).toString() };
  } catch (error) {
    await process.stop();
    throw error;
  }
}
