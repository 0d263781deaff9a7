import type { Isolation, System } from '@quantumlayer/contracts';
import type { Clock } from '#kernel/clock.ts';
import type { Look, Machine, Readiness, SandboxInUse } from './ports.ts';

export type SystemService = ReturnType<typeof createSystemService>;

type Dependencies = {
  machine: Machine;
  readiness: Readiness;
  sandbox: SandboxInUse;
  clock: Clock;
  about: Pick<System, 'version' | 'node' | 'database'>;
};

const KEEP_MS = 60_000;

type Kept = { at: Date; look: Promise<Look> };

export function createSystemService(dependencies: Dependencies) {
  const { machine, readiness, sandbox, clock, about } = dependencies;
  const startedAt = clock().toISOString();
  let kept: Kept | null = null;

  /** The look of the last minute; requests that come together share one. */
  function look(): Kept {
    const now = clock();
    if (kept !== null && now.getTime() - kept.at.getTime() < KEEP_MS) return kept;
    const fresh = { at: now, look: machine.look() };
    kept = fresh;
    fresh.look.catch(() => {
      if (kept === fresh) kept = null;
    });
    return fresh;
  }

  return {
    async read(): Promise<System> {
      const looked = look();
      const [{ dataFolder, disk, findings }, { ready, parts }] = await Promise.all([
        looked.look,
        readiness.read(),
      ]);
      return {
        ...about,
        startedAt,
        sandbox: isolationOf(sandbox),
        dataFolder,
        disk,
        ready,
        parts,
        findings,
        foundAt: looked.at.toISOString(),
      };
    },
  };
}

function isolationOf(sandbox: SandboxInUse): Isolation | null {
  try {
    return sandbox.describe();
  } catch {
    // Why there is none stands in the findings and in the part "sandbox".
    return null;
  }
}
