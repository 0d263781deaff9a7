import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleEntryProgram, type Step } from '../domain/entry-program.ts';
import { SandboxUnavailable } from '../domain/sandbox-errors.ts';
import { isMachine, type Machine } from '../domain/syscalls.ts';

/** The machine we run on, when there is code and a filter for it. */
export function thisMachine(): Machine {
  if (isMachine(process.arch)) return process.arch;
  throw new SandboxUnavailable(
    [`there is no seccomp filter for ${process.arch}`],
    'run on x86_64 or aarch64',
  );
}

/** Writes the entry program of one run and returns its path. */
export function writeEntryProgram(folder: string, steps: readonly Step[]): string {
  const path = join(folder, 'entry');
  writeFileSync(path, assembleEntryProgram(thisMachine(), steps), { mode: 0o700 });
  return path;
}

/** An empty folder to build a root on, in a mount namespace that nobody else sees. */
export function makeRootFolder(folder: string): string {
  const root = join(folder, 'root');
  mkdirSync(root, { mode: 0o755 });
  return root;
}
