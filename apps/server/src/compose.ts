import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { createCapsules, readMasterKey } from '#modules/factory/capsules/index.ts';
import { createDrops } from '#modules/factory/drops/index.ts';
import { createChangePreview, createStageHandlers } from '#modules/factory/pipeline/index.ts';
import { createPreviews } from '#modules/factory/previews/index.ts';
import { createQualityGate } from '#modules/factory/quality/index.ts';
import {
  createPostgresRunRepository,
  createPostgresStageAttempts,
  createProjectActivity,
  createRunProjector,
  createRunSearch,
  createRunService,
  createStatistics,
} from '#modules/factory/runs/index.ts';
import { createBlobOutputStore, openEmbeddedRunner } from '#modules/factory/workflows/index.ts';
import { createIdentity } from '#modules/tenancy/identity/index.ts';
import { createProjects } from '#modules/tenancy/projects/index.ts';
import type { Config } from '#platform/config.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createFolderBlobStore } from '#platform/folder-blob-store.ts';
import { createIdempotencyStore } from '#platform/http/idempotency-store.ts';
import type { Lifecycle } from '#platform/lifecycle.ts';
import type { Logger } from '#platform/logger.ts';
import type { Services } from './app.ts';
import { createReadiness } from './create-readiness.ts';
import { openOutbox } from './open-outbox.ts';
import { openSandbox } from './open-sandbox.ts';
import { openSystem } from './open-system.ts';
import { openPipeline, openVersionSources } from './open-version-sources.ts';
import { type RunnerHooks, withHooks } from './runner-hooks.ts';
import { version } from './version.ts';

const BUILDER_ID = 'https://quantumlayer.dev/factory';

export type Composition = {
  config: Config;
  logger: Logger;
  handle: DatabaseHandle;
  lifecycle: Lifecycle;
  /** The way to the npm registry, for installing dependency sets; nothing of it reaches a sandbox. */
  environment: Readonly<Record<string, string | undefined>>;
  hooks?: RunnerHooks;
};

/** Connects the modules: the one place that knows all of them. The database is open and migrated. */
export async function compose(composition: Composition): Promise<Services> {
  const { config, logger, handle, lifecycle, environment, hooks = {} } = composition;
  const { database } = handle;
  const folder = (name: string) => join(config.DATA_DIR, name);
  const common = { database, clock: systemClock, newId };
  await mkdir(config.DATA_DIR, { recursive: true, mode: 0o700 });

  const blobs = createFolderBlobStore(folder('blobs'));
  const sandbox = await openSandbox(config, logger, folder('sandbox'));
  const credentialsPath = folder('credentials.json');
  const identity = createIdentity({ ...common, config, credentialsPath });
  const projects = createProjects({ ...common, activity: createProjectActivity(database) });
  const runs = createPostgresRunRepository(database);
  const drops = createDrops({ ...common, blobs, projects, runs: createRunSearch(database) });
  const masterKey = await readMasterKey(config.SECRET_KEY, folder('master.key'));
  const builder = { id: BUILDER_ID, version };
  const capsules = createCapsules({
    ...{ ...common, blobs, projects, masterKey, builder },
    blueprintOfRun: drops.blueprintOfRun,
  });
  const gate = createQualityGate({
    ...{ sandbox, blobs, logger },
    dependencyFolder: folder('dependencies'),
    workFolder: folder('work'),
    environment,
  });
  await gate.collectLeftovers();
  const previews = createPreviews({
    ...common,
    ...{ handle, projects, config, sandbox, capsules, logger, environment },
  });

  const attempts = createPostgresStageAttempts(database);
  const sources = openVersionSources({ capsules, blobs });
  const packager = { package: capsules.createCapsule };
  const handlers = createStageHandlers({ ...sources, gate, capsules: packager, previews });
  const outputs = createBlobOutputStore(blobs);
  const runner = await openEmbeddedRunner(
    withHooks(hooks, {
      database: handle,
      handlers,
      outputs,
      projectors: [createRunProjector(runs, attempts, drops, outputs)],
      log: logger,
      concurrency: config.RUN_CONCURRENCY,
    }),
  );
  lifecycle.onStop('previews', previews.close);
  lifecycle.onStop('runner', runner.close);

  const { organisationId } = await identity.prepare();
  await projects.ensureDefault(organisationId);
  await capsules.prepare(organisationId);
  await previews.resume();

  const outbox = await openOutbox({ handle, logger, lifecycle });
  const health = createReadiness({ handle, sandbox, outbox });

  return {
    identity,
    projects,
    drops,
    capsules,
    previews,
    health,
    logger,
    runs: createRunService({
      ...common,
      ...{ runs, runner, attempts, projects, drops, blobs },
      versions: { look: capsules.lookAtVersion, newestId: capsules.newestVersion },
      pipeline: openPipeline(sources, blobs),
    }),
    showChanges: createChangePreview(sources),
    system: openSystem({ config, handle, sandbox, health }),
    statistics: createStatistics({ ...common, projects }),
    idempotency: createIdempotencyStore(handle, systemClock),
    stopping: lifecycle.stopping,
  };
}
