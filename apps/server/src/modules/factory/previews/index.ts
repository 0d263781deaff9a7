import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { findStack } from '@quantumlayer/stacks';
import type { Logger } from 'pino';
import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import { ensureDependencySet } from '#modules/factory/quality/index.ts';
import type { Sandbox } from '#modules/factory/sandbox/index.ts';
import type { Config } from '#platform/config.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createPostgresPreviewLeases } from './adapters/postgres-preview-leases.ts';
import { createPostgresPreviewRepository } from './adapters/postgres-preview-repository.ts';
import { createSandboxAppLauncher } from './adapters/sandbox-app-launcher.ts';
import { createPreviewSite } from './domain/preview-site.ts';
import { attachProxy } from './http/attach-proxy.ts';
import { createPreviewProxy } from './http/preview-proxy.ts';
import type { CapsuleArchives, Projects } from './ports.ts';
import { LEASE_MS } from './preview-keeping.ts';
import { createPreviewService, type PreviewService as PreviewUseCases } from './preview-service.ts';

export { migrations } from './adapters/preview-table.ts';
export { previewRoutes } from './http/preview-routes.ts';

type Dependencies = {
  handle: DatabaseHandle;
  projects: Projects;
  capsules: CapsuleArchives;
  sandbox: Sandbox;
  config: Pick<
    Config,
    'DATA_DIR' | 'PREVIEW_TTL_MINUTES' | 'PREVIEW_MAX' | 'PREVIEW_URL' | 'PUBLIC_URL'
  >;
  /** The way to the npm registry, in case that a dependency set has to be installed again. */
  environment: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  newId: NewId;
  logger: Logger;
};

export type PreviewService = PreviewUseCases & {
  /** Lets the server answer `<label>.localhost`, before its own routes. */
  attach(server: Server): void;
};

export function createPreviews(dependencies: Dependencies): PreviewService {
  const { handle, projects, capsules, sandbox, config, environment, logger } = dependencies;
  const site = createPreviewSite({
    previewUrl: config.PREVIEW_URL,
    publicUrl: config.PUBLIC_URL,
  });
  const dependencyFolder = resolve(config.DATA_DIR, 'dependencies');
  const service = createPreviewService({
    previews: createPostgresPreviewRepository(handle.database),
    createLeases: (findOrigin) =>
      createPostgresPreviewLeases({
        database: handle.database,
        owner: dependencies.newId('prc'),
        leaseMs: LEASE_MS,
        findOrigin,
      }),
    isAlone: handle.home === 'embedded',
    projects,
    clock: dependencies.clock,
    newId: dependencies.newId,
    logger,
    lifeMinutes: config.PREVIEW_TTL_MINUTES,
    most: config.PREVIEW_MAX,
    site,
    launcher: createSandboxAppLauncher({
      sandbox,
      capsules,
      findStack,
      folder: join(resolve(config.DATA_DIR), 'previews'),
      async findDependencies(stack, signal) {
        const options = { dependencyFolder, environment, logger };
        return (await ensureDependencySet(stack, options, { signal })).folder;
      },
    }),
  });
  return {
    ...service,
    attach: (server) =>
      attachProxy(server, createPreviewProxy({ previews: service, logger, site })),
  };
}
