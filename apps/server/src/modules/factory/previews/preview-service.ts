import type { Page, Preview } from '@quantumlayer/contracts';
import type { Logger } from 'pino';
import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import { toPage } from '#platform/http/page-query.ts';
import {
  extendLife,
  isActive,
  isExpired,
  type PreviewRecord,
  presentPreview,
} from './domain/preview.ts';
import { PreviewNotFound, PreviewNotRunning } from './domain/preview-errors.ts';
import { createFindTarget } from './find-target.ts';
import { createLaunch, type LaunchPreview } from './launch-preview.ts';
import type { AppLauncher, PreviewRepository, Projects } from './ports.ts';
import { createPreviewLifecycle } from './preview-lifecycle.ts';
import {
  createPreviewSupervisor,
  type PreviewSupervisor,
  type RestartPolicy,
} from './preview-supervisor.ts';

type Dependencies = {
  previews: PreviewRepository;
  launcher: AppLauncher;
  projects: Projects;
  clock: Clock;
  newId: NewId;
  logger: Logger;
  /** Minutes that a preview lives unless it is extended. */
  lifeMinutes: number;
  /** How many run at the same time; the oldest makes room for a new one. */
  most: number;
  policy?: RestartPolicy;
};

const SWEEP_MS = 5_000;

export type PreviewService = ReturnType<typeof createPreviewService>;

export function createPreviewService(dependencies: Dependencies) {
  const { clock, logger } = dependencies;
  let origin: URL | null = null;
  let launching = 0;
  const supervisor = superviseWith(dependencies);
  const lifecycle = createPreviewLifecycle({ ...dependencies, supervisor });
  const launch = createLaunch({ ...dependencies, lifecycle, findOrigin: () => origin });
  const present = (preview: PreviewRecord) =>
    presentPreview(preview, origin ?? new URL('http://localhost'));

  const timer = setInterval(() => {
    lifecycle
      .sweep()
      .catch((error: unknown) => logger.error({ err: error }, 'sweeping previews failed'));
  }, SWEEP_MS);
  timer.unref();

  return {
    ...createReads(dependencies, supervisor, present),
    ...createControls(dependencies, lifecycle, present),
    findTarget: createFindTarget({ previews: dependencies.previews, supervisor, clock }),
    sweep: lifecycle.sweep,
    resume: lifecycle.resume,

    /** Starts the preview of a run, or answers the one that runs already. */
    async launch(request: LaunchPreview) {
      launching += 1;
      return launch(request).finally(() => {
        launching -= 1;
      });
    },

    /** Tells where the factory listens; URLs need its port. */
    setOrigin(url: string): void {
      origin = new URL(url);
    },

    hasActive: async (): Promise<boolean> => launching > 0 || supervisor.list().length > 0,

    async close(): Promise<void> {
      clearInterval(timer);
      await lifecycle.close();
    },
  };
}

function superviseWith({ launcher, previews, logger, policy }: Dependencies): PreviewSupervisor {
  return createPreviewSupervisor({
    launcher,
    logger,
    ...(policy && { policy }),
    async onFailed(preview, reason, log) {
      await previews.move(preview.id, ['starting', 'running'], { status: 'failed', reason, log });
      await launcher.remove(preview.id);
      logger.error({ previewId: preview.id, reason }, 'a preview has failed');
    },
  });
}

type Present = (preview: PreviewRecord) => Preview;

async function getPreview(
  previews: PreviewRepository,
  organisationId: string,
  id: string,
): Promise<PreviewRecord> {
  const preview = await previews.find(organisationId, id);
  if (preview === null) throw new PreviewNotFound(id);
  return preview;
}

function createReads(
  { previews, projects }: Dependencies,
  supervisor: PreviewSupervisor,
  present: Present,
) {
  return {
    async list(
      organisationId: string,
      projectId: string,
      { cursor, limit }: { cursor: string | null; limit: number },
    ): Promise<Page<Preview>> {
      await projects.get(organisationId, projectId);
      const page = { before: cursor, limit: limit + 1 };
      const found = await previews.list(organisationId, projectId, page);
      return toPage(found.map(present), limit);
    },

    async get(organisationId: string, id: string): Promise<Preview> {
      return present(await getPreview(previews, organisationId, id));
    },

    /** The last 64 KiB that the app wrote, also after its end. */
    async readLog(organisationId: string, id: string): Promise<string> {
      const preview = await getPreview(previews, organisationId, id);
      return supervisor.readLog(id) ?? preview.log;
    },
  };
}

function createControls(
  { previews, clock }: Dependencies,
  lifecycle: ReturnType<typeof createPreviewLifecycle>,
  present: Present,
) {
  return {
    /** Adds minutes to its life, up to a day from now. */
    async extend(organisationId: string, id: string, minutes: number): Promise<Preview> {
      const preview = await getPreview(previews, organisationId, id);
      const now = clock();
      if (!isActive(preview)) throw new PreviewNotRunning(id, preview.status);
      if (isExpired(preview, now)) throw new PreviewNotRunning(id, 'expired');
      const expiresAt = extendLife(preview, minutes, now);
      const changed = await previews.move(id, ['starting', 'running'], { expiresAt });
      const stored = await getPreview(previews, organisationId, id);
      if (!changed) throw new PreviewNotRunning(id, stored.status);
      return present(stored);
    },

    /** Safe to repeat: a preview that has ended stays as it ended. */
    async stop(organisationId: string, id: string): Promise<Preview> {
      const preview = await getPreview(previews, organisationId, id);
      if (isActive(preview)) await lifecycle.end(preview, 'stopped', 'It was stopped by a person.');
      return present(await getPreview(previews, organisationId, id));
    },
  };
}
