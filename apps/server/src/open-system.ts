import { resolve } from 'node:path';
import { systemClock } from '#kernel/clock.ts';
import type { Sandbox } from '#modules/factory/sandbox/index.ts';
import { createSystem, type SystemService } from '#modules/operations/system/index.ts';
import type { Config } from '#platform/config.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import type { Health } from '#platform/health.ts';
import { version } from './version.ts';

type Parts = { config: Config; handle: DatabaseHandle; sandbox: Sandbox; health: Health };

/** What this process says of itself and of the machine under it. */
export function openSystem({ config, handle, sandbox, health }: Parts): SystemService {
  return createSystem({
    about: { version, node: process.versions.node, database: { kind: handle.home } },
    dataFolder: resolve(config.DATA_DIR),
    readiness: health,
    sandbox,
    clock: systemClock,
  });
}
