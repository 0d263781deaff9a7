import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Sandbox, SandboxHooks, SandboxResult, SandboxSpec } from '../ports.ts';
import { createSandbox, type DriverName } from './create-sandbox.ts';

/** A sandbox with folders of its own, and short ways to run a program in it. */
export type Harness = {
  sandbox: Sandbox;
  folder: string;
  stateFolder: string;
  run(
    command: readonly string[],
    more?: Partial<SandboxSpec>,
    hooks?: SandboxHooks,
  ): Promise<SandboxResult>;
  /** Runs CommonJS source on the sandbox's node. */
  runScript(
    source: string,
    more?: Partial<SandboxSpec>,
    hooks?: SandboxHooks,
  ): Promise<SandboxResult>;
  close(): void;
};

export const baseSpec: SandboxSpec = {
  label: 'test',
  command: ['true'],
  cwd: '/',
  env: {},
  mounts: [],
  limits: { wallMs: 30_000 },
};

export async function openHarness(driver: DriverName): Promise<Harness> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-test-'));
  const stateFolder = join(folder, 'state');
  const sandbox = await createSandbox({
    driver,
    stateFolder,
    nodePath: process.execPath,
    logger: pino({ level: 'silent' }),
  });
  const run: Harness['run'] = (command, more = {}, hooks = {}) =>
    sandbox.run(
      { ...baseSpec, ...more, command, limits: { ...baseSpec.limits, ...more.limits } },
      hooks,
    );
  return {
    sandbox,
    folder,
    stateFolder,
    run,
    runScript: (source, more, hooks) => run(['node', '-e', source], more, hooks),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Ids of processes of this machine whose command line holds the marker. */
export function listMarked(marker: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => commandLineOf(pid).includes(marker)).map(Number);
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // it ended while we looked
    return '';
  }
}
