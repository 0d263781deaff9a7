import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Preview } from '@quantumlayer/contracts';
import type { Stack } from '@quantumlayer/stacks';
import type { Logger } from 'pino';
import type { Clock } from '#kernel/clock.ts';
import { PlatformError } from '#kernel/errors.ts';
import type { NewId } from '#kernel/ids.ts';
import { toPage } from '#platform/http/page-query.ts';
import { createHostLabel } from './domain/host-label.ts';
import {
  extendLife,
  isActive,
  isExpired,
  minutesFrom,
  type PreviewRecord,
  presentPreview,
} from './domain/preview.ts';
import {
  PreviewNotFound,
  PreviewNotRunning,
  PreviewsSwitchedOff,
} from './domain/preview-errors.ts';
import type { AppLauncher, PreviewRepository, Projects } from './ports.ts';
import { createPreviewSupervisor, type RestartPolicy } from './preview-supervisor.ts';

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

export type LaunchPreview = {
  organisationId: string;
  projectId: string;
  runId: string;
  capsuleId: string;
  stack: Pick<Stack, 'id'>;
  signal: AbortSignal;
  progress(message: string, data?: Record<string, unknown>): void;
};

/** Where a request to a preview goes: to a socket, or to a page that says why not. */
export type PreviewTarget =
  | { kind: 'app'; socketPath: string }
  | { kind: 'starting' }
  | { kind: 'ended'; preview: PreviewRecord }
  | { kind: 'unknown' };

const SWEEP_MS = 5_000;
const ORIGIN_POLL_MS = 50;

export type PreviewService = ReturnType<typeof createPreviewService>;

export function createPreviewService(dependencies: Dependencies) {
  const { previews, launcher, projects, clock, newId, logger, lifeMinutes, most } = dependencies;
  let origin: URL | null = null;
  let closed = false;
  let launching = 0;

  const supervisor = createPreviewSupervisor({
    launcher,
    logger,
    ...(dependencies.policy && { policy: dependencies.policy }),
    async onFailed(preview, reason, log) {
      await previews.move(preview.id, ['starting', 'running'], { status: 'failed', reason, log });
      await launcher.remove(preview.id);
      logger.error({ previewId: preview.id, reason }, 'a preview has failed');
    },
  });

  const timer = setInterval(() => {
    sweep().catch((error: unknown) => logger.error({ err: error }, 'sweeping previews failed'));
  }, SWEEP_MS);
  timer.unref();

  function present(preview: PreviewRecord): Preview {
    return presentPreview(preview, origin ?? new URL('http://localhost'));
  }

  async function find(organisationId: string, id: string): Promise<PreviewRecord> {
    const preview = await previews.find(organisationId, id);
    if (preview === null) throw new PreviewNotFound(id);
    return preview;
  }

  /** Ends a preview for good: process, row and files. */
  async function end(preview: PreviewRecord, status: 'stopped' | 'expired', reason: string) {
    const log = await supervisor.stop(preview.id);
    const kept = log === null ? {} : { log };
    await previews.move(preview.id, ['starting', 'running'], { status, reason, ...kept });
    await launcher.remove(preview.id);
  }

  async function sweep(): Promise<number> {
    const now = clock();
    const expired = (await previews.listActive()).filter((preview) => isExpired(preview, now));
    for (const preview of expired) await end(preview, 'expired', 'Its time to live was over.');
    return expired.length;
  }

  async function makeRoom(preview: PreviewRecord): Promise<void> {
    const others = supervisor.list().filter(({ id }) => id !== preview.id);
    const surplus = Math.max(0, others.length + 1 - most);
    for (const oldest of others.slice(0, surplus)) {
      await end(oldest, 'stopped', `It made room for a newer one: ${most} run at the same time.`);
    }
  }

  /** The row becomes `running` when the app answers, or `failed` with the reason when it does not. */
  async function bringUp(preview: PreviewRecord): Promise<void> {
    try {
      await supervisor.start(preview);
      await previews.move(preview.id, ['starting'], { status: 'running', reason: null });
    } catch (error) {
      if (closed) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      const log = String((PlatformError.is(error) ? error.details().log : null) ?? '');
      await previews.move(preview.id, ['starting', 'running'], { status: 'failed', reason, log });
      await launcher.remove(preview.id);
      throw error;
    }
  }

  async function waitForOrigin(signal: AbortSignal): Promise<URL> {
    while (origin === null) await sleep(ORIGIN_POLL_MS, undefined, { signal });
    return origin;
  }

  async function launch(request: LaunchPreview) {
    if (most === 0) throw new PreviewsSwitchedOff();
    const { organisationId, projectId, runId, capsuleId, stack, signal, progress } = request;
    signal.throwIfAborted();
    const place = await waitForOrigin(signal);
    const now = clock();
    const expiresAt = minutesFrom(now, lifeMinutes);
    const stored = await previews.insert({
      id: newId('prv'),
      organisationId,
      projectId,
      runId,
      capsuleId,
      stackId: stack.id,
      label: createHostLabel(),
      status: 'starting',
      createdAt: now,
      expiresAt,
      reason: null,
      log: '',
    });
    const stands = isActive(stored) && !isExpired(stored, now) && stored.capsuleId === capsuleId;
    if (isActive(stored) && !stands) await end(stored, 'stopped', 'It is started anew.');
    const fresh = { capsuleId, status: 'starting', expiresAt, reason: null } as const;
    if (!stands) await previews.update(stored.id, fresh);
    const preview: PreviewRecord = stands ? stored : { ...stored, ...fresh };
    await makeRoom(preview);
    progress('starting the app in the sandbox');
    const cancel = () => void end(preview, 'stopped', 'Its run was cancelled.');
    signal.addEventListener('abort', cancel, { once: true });
    try {
      await bringUp(preview);
    } finally {
      signal.removeEventListener('abort', cancel);
    }
    signal.throwIfAborted();
    const { url } = presentPreview(preview, place);
    return { previewId: preview.id, url, expiresAt: preview.expiresAt };
  }

  return {
    /** Starts the preview of a run, or answers the one that runs already. */
    async launch(request: LaunchPreview) {
      launching += 1;
      try {
        return await launch(request);
      } finally {
        launching -= 1;
      }
    },

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
      return present(await find(organisationId, id));
    },

    /** Adds minutes to its life, up to a day from now. */
    async extend(organisationId: string, id: string, minutes: number): Promise<Preview> {
      const preview = await find(organisationId, id);
      const now = clock();
      if (!isActive(preview) || isExpired(preview, now)) {
        throw new PreviewNotRunning(id, isActive(preview) ? 'expired' : preview.status);
      }
      const expiresAt = extendLife(preview, minutes, now);
      const changed = await previews.move(id, ['starting', 'running'], { expiresAt });
      const stored = await find(organisationId, id);
      if (!changed) throw new PreviewNotRunning(id, stored.status);
      return present(stored);
    },

    /** Safe to repeat: a preview that has ended stays as it ended. */
    async stop(organisationId: string, id: string): Promise<Preview> {
      const preview = await find(organisationId, id);
      if (isActive(preview)) await end(preview, 'stopped', 'It was stopped by a person.');
      return present(await find(organisationId, id));
    },

    /** The last 64 KiB that the app wrote, also after its end. */
    async readLog(organisationId: string, id: string): Promise<string> {
      const preview = await find(organisationId, id);
      return supervisor.readLog(id) ?? preview.log;
    },

    async findTarget(label: string): Promise<PreviewTarget> {
      const local = supervisor.list().find((preview) => preview.label === label);
      const socketPath = local && supervisor.findSocket(local.id);
      if (socketPath) return { kind: 'app', socketPath };
      const preview = await previews.findByLabel(label);
      if (preview === null) return { kind: 'unknown' };
      if (!isActive(preview)) return { kind: 'ended', preview };
      if (!isExpired(preview, clock())) return { kind: 'starting' };
      return { kind: 'ended', preview: { ...preview, status: 'expired' } };
    },

    sweep,

    /** Tells where the factory listens; URLs need its port. */
    setOrigin(url: string): void {
      origin = new URL(url);
    },

    /** After a start: what has expired ends, what has not is started again with its data, leftovers go. */
    async resume(): Promise<void> {
      await sweep();
      const active = await previews.listActive();
      const known = new Set(active.map(({ id }) => id));
      for (const id of await launcher.list()) if (!known.has(id)) await launcher.remove(id);
      for (const preview of active.slice(-most)) {
        bringUp(preview).catch((error: unknown) => {
          if (!closed)
            logger.error({ err: error, previewId: preview.id }, 'a preview did not come back');
        });
      }
      const surplus = active.slice(0, Math.max(0, active.length - most));
      for (const preview of surplus)
        await end(preview, 'stopped', `Only ${most} run at the same time.`);
    },

    hasActive: async (): Promise<boolean> => launching > 0 || supervisor.list().length > 0,

    /** Stops the apps, not the previews: they come back with the next start. */
    async close(): Promise<void> {
      closed = true;
      clearInterval(timer);
      const stopping = supervisor.list().map(async ({ id }) => {
        const log = await supervisor.stop(id);
        if (log !== null) await previews.update(id, { log });
      });
      await Promise.all(stopping);
    },
  };
}
