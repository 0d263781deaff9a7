import type { Page, Preview } from '@quantumlayer/contracts';
import type { Logger } from 'pino';
import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import { toPage } from '#platform/http/page-query.ts';
import { createHostLabel } from './domain/host-label.ts';
import {
  extendLife,
  isActive,
  isExpired,
  type PreviewRecord,
  presentPreview,
} from './domain/preview.ts';
import { PreviewNotFound, PreviewNotRunning } from './domain/preview-errors.ts';
import { createPreviewSite, type PreviewSite } from './domain/preview-site.ts';
import { createFindTarget } from './find-target.ts';
import { createLaunch, type LaunchPreview } from './launch-preview.ts';
import type {
  AppLauncher,
  PreviewChange,
  PreviewLeases,
  PreviewRepository,
  Projects,
} from './ports.ts';
import { createPreviewKeeping } from './preview-keeping.ts';
import { createPreviewLifecycle, type PreviewLifecycle } from './preview-lifecycle.ts';
import {
  createPreviewSupervisor,
  type PreviewSupervisor,
  type RestartPolicy,
} from './preview-supervisor.ts';

type Options = {
  previews: PreviewRepository;
  /** Makes the leases of this process, which tell others where it is reached. */
  createLeases(findOrigin: () => string | null): PreviewLeases;
  /** No other process can be on this database. */
  isAlone: boolean;
  launcher: AppLauncher;
  projects: Projects;
  clock: Clock;
  newId: NewId;
  logger: Logger;
  /** Minutes that a preview lives unless it is extended. */
  lifeMinutes: number;
  /** How many run at the same time; the oldest makes room for a new one. */
  most: number;
  /** Below `.localhost` when it is not given. */
  site?: PreviewSite;
  policy?: RestartPolicy;
};

type Dependencies = Options & { leases: PreviewLeases; site: PreviewSite };

export type PreviewService = ReturnType<typeof createPreviewService>;

export function createPreviewService(options: Options) {
  let origin: URL | null = null;
  let launching = 0;
  const leases = options.createLeases(() => origin?.origin ?? null);
  const { site = createPreviewSite() } = options;
  const dependencies = { ...options, leases, site };
  const supervisor = superviseWith(dependencies);
  const parts = { ...dependencies, supervisor };
  const lifecycle = createPreviewLifecycle(parts);
  const { sweep, resume, stopSweeping } = createPreviewKeeping({ ...parts, lifecycle });
  const launch = createLaunch({ ...dependencies, lifecycle, findOrigin: () => origin });

  /** Under the origin of the process that runs it. */
  async function present(preview: PreviewRecord): Promise<Preview> {
    const holder = isActive(preview) ? await leases.findHolder(preview.id) : null;
    const elsewhere = holder?.isSelf === false ? holder.origin : null;
    const ours = origin ?? new URL('http://localhost');
    return presentPreview(preview, elsewhere === null ? ours : new URL(elsewhere), site);
  }

  return {
    ...createReads(dependencies, supervisor, present),
    ...createControls({ ...parts, lifecycle }, present),
    findTarget: createFindTarget(parts),
    sweep,
    resume,

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
      await stopSweeping();
      await lifecycle.close();
    },
  };
}

function superviseWith({
  launcher,
  previews,
  leases,
  logger,
  policy,
}: Dependencies): PreviewSupervisor {
  return createPreviewSupervisor({
    launcher,
    logger,
    ...(policy && { policy }),
    async onFailed(preview, reason, log) {
      await previews.move(preview.id, ['starting', 'running'], { status: 'failed', reason, log });
      await launcher.remove(preview.id);
      await leases.release(preview.id);
      logger.error({ previewId: preview.id, reason }, 'a preview has failed');
    },
  });
}

type Present = (preview: PreviewRecord) => Promise<Preview>;

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
      return toPage(await Promise.all(found.map(present)), limit);
    },

    async get(organisationId: string, id: string): Promise<Preview> {
      return await present(await getPreview(previews, organisationId, id));
    },

    /** The last 64 KiB that the app wrote, also after its end. */
    async readLog(organisationId: string, id: string): Promise<string> {
      const preview = await getPreview(previews, organisationId, id);
      return supervisor.readLog(id) ?? preview.log;
    },
  };
}

type Controls = Dependencies & { supervisor: PreviewSupervisor; lifecycle: PreviewLifecycle };

function createControls({ previews, clock, supervisor, lifecycle }: Controls, present: Present) {
  async function getRunning(organisationId: string, id: string): Promise<PreviewRecord> {
    const preview = await getPreview(previews, organisationId, id);
    if (!isActive(preview)) throw new PreviewNotRunning(id, preview.status);
    if (isExpired(preview, clock())) throw new PreviewNotRunning(id, 'expired');
    return preview;
  }

  /** Changes it only while it runs, and reads it again. */
  async function changeRunning(preview: PreviewRecord, change: PreviewChange) {
    const { id, organisationId } = preview;
    const changed = await previews.move(id, ['starting', 'running'], change);
    const stored = await getPreview(previews, organisationId, id);
    if (!changed) throw new PreviewNotRunning(id, stored.status);
    return stored;
  }

  return {
    /** Adds minutes to its life, up to a day from now. */
    async extend(organisationId: string, id: string, minutes: number): Promise<Preview> {
      const preview = await getRunning(organisationId, id);
      const expiresAt = extendLife(preview, minutes, clock());
      return await present(await changeRunning(preview, { expiresAt }));
    },

    /** Withdraws the address: it leads nowhere from now on, and what is open under it is cut off. */
    async renewAddress(organisationId: string, id: string): Promise<Preview> {
      const preview = await getRunning(organisationId, id);
      const stored = await changeRunning(preview, { label: createHostLabel() });
      supervisor.readdress(stored);
      return await present(stored);
    },

    /** Safe to repeat: a preview that has ended stays as it ended. */
    async stop(organisationId: string, id: string): Promise<Preview> {
      const preview = await getPreview(previews, organisationId, id);
      if (isActive(preview)) await lifecycle.end(preview, 'stopped', 'It was stopped by a person.');
      return await present(await getPreview(previews, organisationId, id));
    },
  };
}
