import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Logger } from 'pino';
import { SandboxUnavailable } from '../domain/sandbox-errors.ts';
import type { Sandbox } from '../ports.ts';
import { createBubblewrapDriver } from './bubblewrap.ts';
import { createDrivenSandbox } from './driven-sandbox.ts';
import { findLimitMechanism } from './find-limits.ts';

export type SandboxOptions = {
  driver: 'auto' | 'bubblewrap' | 'namespaces' | 'unsafe-process';
  /** A folder of the sandbox's own: runtime, records of live runs. */
  stateFolder: string;
  /** The node binary that programs inside run on. */
  nodePath: string;
  logger: Logger;
};

const INSTALL = 'apt-get install -y bubblewrap';
const PROGRAM_FOLDERS = ['/usr/bin', '/usr/local/bin', '/bin'].join(delimiter);

export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const program = findProgram('bwrap');
  if (program === null) throw new SandboxUnavailable(['bubblewrap is not installed'], INSTALL);
  const limits = await findLimitMechanism();
  return createDrivenSandbox({ ...options, driver: createBubblewrapDriver(program), limits });
}

function findProgram(name: string): string | null {
  const paths = PROGRAM_FOLDERS.split(delimiter).map((folder) => join(folder, name));
  return paths.find((path) => existsSync(path)) ?? null;
}
