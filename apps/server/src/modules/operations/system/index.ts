import type { System } from '@quantumlayer/contracts';
import type { Clock } from '#kernel/clock.ts';
import { createLocalMachine } from './adapters/local-machine.ts';
import type { Readiness, SandboxInUse } from './ports.ts';
import { createSystemService, type SystemService } from './system-service.ts';

export { systemRoutes } from './http/system-routes.ts';
export type { SystemService } from './system-service.ts';

type Dependencies = {
  /** An absolute path. */
  dataFolder: string;
  readiness: Readiness;
  sandbox: SandboxInUse;
  clock: Clock;
  about: Pick<System, 'version' | 'node' | 'database'>;
};

export function createSystem({ dataFolder, ...dependencies }: Dependencies): SystemService {
  const machine = createLocalMachine(dataFolder, dependencies.clock);
  return createSystemService({ ...dependencies, machine });
}
