import type { Sandbox } from '../ports.ts';
import { clearOrphans } from './clear-run.ts';
import { startRun } from './start-run.ts';
import { type SandboxParts, setUpWorkbench } from './workbench.ts';

const RLIMITS_WEAKNESS =
  'memory is watched, not enforced, and CPU is bounded for each process: control groups are not writable here';
const WATCHER_WEAKNESS =
  'the size of writable mounts is watched, not enforced: a program can pass it for a moment before it is killed';

/** The sandbox that a driver makes; all that drivers have in common lies here. */
export async function createDrivenSandbox(parts: SandboxParts): Promise<Sandbox> {
  const bench = await setUpWorkbench(parts);
  const { driver, limits } = bench;
  return {
    describe: () => ({
      driver: driver.name,
      sandboxed: driver.sandboxed,
      limits: limits.kind,
      weaknesses: [
        ...driver.weaknesses,
        ...(limits.kind === 'rlimits' ? [RLIMITS_WEAKNESS] : []),
        ...(bench.hasDisks ? [] : [WATCHER_WEAKNESS]),
      ],
    }),
    run: async (spec, hooks = {}) => (await startRun(bench, spec, hooks)).finished,
    start: (spec, hooks = {}) => startRun(bench, spec, hooks),
    collectOrphans: () => clearOrphans(bench),
  };
}
