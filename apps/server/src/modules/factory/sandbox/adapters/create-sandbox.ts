import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { SandboxUnavailable } from '../domain/sandbox-errors.ts';
import type { Sandbox } from '../ports.ts';
import { createBubblewrapDriver } from './bubblewrap.ts';
import { createDrivenSandbox } from './driven-sandbox.ts';
import type { Driver } from './driver.ts';
import { findLimitMechanism } from './find-limits.ts';
import { createNamespacesDriver } from './namespaces.ts';
import { createUnsafeProcessDriver } from './unsafe-process.ts';

export type DriverName = Driver['name'];

export type SandboxOptions = {
  driver: 'auto' | DriverName;
  /** A folder of the sandbox's own: runtime, records of live runs. */
  stateFolder: string;
  /** The node binary that programs inside run on. */
  nodePath: string;
  logger: Logger;
};

export const INSTALL_COMMAND = 'apt-get install -y bubblewrap';
const PROGRAM_FOLDERS = ['/usr/bin', '/usr/local/bin', '/bin'];
const TRIAL_MS = 10_000;

/**
 * The named driver, or for `auto` the first of bubblewrap and namespaces in which a program really runs.
 * Throws `SandboxUnavailable` with the reasons and the command that mends it.
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const names: readonly DriverName[] =
    options.driver === 'auto' ? ['bubblewrap', 'namespaces'] : [options.driver];
  const reasons: string[] = [];
  for (const name of names) {
    const tried = await tryDriver(name, options);
    if (tried.sandbox !== null) return tried.sandbox;
    reasons.push(`${name}: ${tried.reason}`);
  }
  throw new SandboxUnavailable(reasons, INSTALL_COMMAND);
}

export type Trial = { sandbox: Sandbox; reason: null } | { sandbox: null; reason: string };

/** Makes the driver's sandbox and runs a program in it; files in the right places prove nothing. */
export async function tryDriver(name: DriverName, options: SandboxOptions): Promise<Trial> {
  const driver = createDriver(name, options.nodePath);
  if (driver === null) return { sandbox: null, reason: 'bubblewrap is not installed' };
  const limits = await findLimitMechanism();
  const sandbox = await createDrivenSandbox({ ...options, driver, limits });
  try {
    const result = await sandbox.run({
      label: 'trial',
      command: ['true'],
      cwd: '/',
      env: {},
      mounts: [],
      limits: { wallMs: TRIAL_MS },
    });
    if (result.exitCode === 0) return { sandbox, reason: null };
    return { sandbox: null, reason: `a trial ended with ${result.exitCode ?? result.stopped}` };
  } catch (error) {
    return { sandbox: null, reason: error instanceof Error ? error.message : String(error) };
  }
}

function createDriver(name: DriverName, nodePath: string): Driver | null {
  if (name === 'namespaces') return createNamespacesDriver();
  if (name === 'unsafe-process') return createUnsafeProcessDriver(nodePath);
  const program = PROGRAM_FOLDERS.map((folder) => join(folder, 'bwrap')).find(existsSync);
  return program === undefined ? null : createBubblewrapDriver(program);
}
