import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleEntryProgram, type Step } from '../../domain/entry-program.ts';
import type { SandboxResult } from '../../ports.ts';
import { thisMachine } from '../entry-file.ts';
import type { Surroundings } from './escape-case.contract.ts';

const NOT_EXECUTED = 127;
export const EPERM = 1;
export const ENOSYS = 38;
export const EAFNOSUPPORT = 97;

/** Makes the calls in a program of its own, inside; it ends with the errno of the first that fails, else with 0. */
export async function probe(
  { harness, outside }: Surroundings,
  steps: readonly Step[],
): Promise<SandboxResult> {
  const folder = mkdtempSync(join(outside, 'probe-'));
  writeFileSync(join(folder, 'probe'), assembleEntryProgram(thisMachine(), steps), { mode: 0o755 });
  chmodSync(folder, 0o755);
  const result = await harness.run(['/probe/probe'], {
    mounts: [{ source: folder, target: '/probe' }],
  });
  if (result.exitCode === NOT_EXECUTED) throw new Error('the probe itself was not executed');
  return result;
}

/** Number of a call that entry programs do not use, on the machine at hand. */
export function numberOf(x64: number, arm64: number): number {
  return thisMachine() === 'x64' ? x64 : arm64;
}
