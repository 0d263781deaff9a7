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

/** After so long a look is renewed when somebody asks; it is told as it is meanwhile, with its time. */
const FRESH_MS = 60_000;

type Looked = { at: Date; look: Look };

export function createSystemService(dependencies: Dependencies) {
  const { machine, readiness, sandbox, clock, about } = dependencies;
  const startedAt = clock().toISOString();
  let last: Looked | null = null;
  let looking: Promise<Looked> | null = null;

  /** Requests that come together share one. What a look that fails was to replace is not told any longer. */
  function lookAgain(): Promise<Looked> {
    const at = clock();
    looking ??= machine
      .look()
      .then((look) => {
        last = { at, look };
        return last;
      })
      .catch((error: unknown) => {
        last = null;
        throw error;
      })
      .finally(() => {
        looking = null;
      });
    return looking;
  }

  async function look(): Promise<Looked> {
    if (last === null) return lookAgain();
    // Whoever asks next hears why it failed, since there is nothing to tell them then.
    if (clock().getTime() - last.at.getTime() >= FRESH_MS) lookAgain().catch(() => undefined);
    return last;
  }

  return {
    async read(): Promise<System> {
      const [{ at, look: found }, { ready, parts }] = await Promise.all([look(), readiness.read()]);
      return {
        ...about,
        startedAt,
        sandbox: isolationOf(sandbox),
        ...found,
        ready,
        parts,
        foundAt: at.toISOString(),
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
