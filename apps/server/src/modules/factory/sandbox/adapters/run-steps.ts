import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { assembleEntryProgram, failedStep, type Step } from '../domain/entry-program.ts';
import { SandboxStartFailed } from '../domain/sandbox-errors.ts';
import { thisMachine } from './entry-file.ts';

/** Makes system calls that Node has no function for, in a program of its own at `path`; throws when one fails. */
export async function runSteps(path: string, steps: readonly Step[]): Promise<void> {
  writeFileSync(path, assembleEntryProgram(thisMachine(), steps), { mode: 0o700 });
  try {
    const child = spawn(path, [], { env: {}, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const report: Buffer[] = [];
    child.stdio[3]?.on('data', (chunk: Buffer) => report.push(chunk));
    await once(child, 'close');
    if (child.exitCode === 0) return;
    throw new SandboxStartFailed(
      failedStep(steps, Buffer.concat(report)) ?? 'a system call failed',
    );
  } finally {
    rmSync(path, { force: true });
  }
}
