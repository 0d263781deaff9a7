import type { Logger } from 'pino';
import { PlatformError } from '#kernel/errors.ts';
import { createOneByOne } from './domain/one-by-one.ts';
import type { PreviewRecord } from './domain/preview.ts';
import type { AppLauncher, PreviewLeases, PreviewRepository } from './ports.ts';
import type { PreviewSupervisor } from './preview-supervisor.ts';

type Dependencies = {
  previews: PreviewRepository;
  leases: PreviewLeases;
  launcher: AppLauncher;
  supervisor: PreviewSupervisor;
  logger: Logger;
  /** How many run at the same time; the oldest makes room for a new one. */
  most: number;
};

const ACTIVE = ['starting', 'running'] as const;

export type PreviewLifecycle = ReturnType<typeof createPreviewLifecycle>;

/** The ways into and out of life: every one keeps process, row, lease and files in step. */
export function createPreviewLifecycle(dependencies: Dependencies) {
  const { previews, leases, supervisor, logger, most } = dependencies;
  const { isHeld, isStillActive, stopApp, clear, fail } = createTies(dependencies);
  const oneByOne = createOneByOne();
  let closed = false;

  /** Ends a preview for good. Where another process runs it, that one sees so, stops the app and removes its files. */
  function end(preview: PreviewRecord, status: 'stopped' | 'expired', reason: string) {
    return oneByOne(preview.id, async () => {
      const log = await supervisor.stop(preview.id);
      const isOurs = await leases.take(preview.id);
      const kept = log === null ? {} : { log };
      await previews.move(preview.id, ACTIVE, { status, reason, ...kept });
      if (isOurs) await clear(preview.id);
    });
  }

  /** The row becomes `running` when the app answers, or `failed` with the reason when it does not. */
  async function bringUp(preview: PreviewRecord): Promise<void> {
    try {
      await supervisor.start(preview);
      await previews.move(preview.id, ['starting'], { status: 'running', reason: null });
    } catch (error) {
      if (!closed) await oneByOne(preview.id, () => fail(preview, error));
      throw error;
    }
  }

  async function makeRoom(preview: PreviewRecord): Promise<void> {
    const others = supervisor.list().filter(({ id }) => id !== preview.id);
    const surplus = Math.max(0, others.length + 1 - most);
    for (const oldest of others.slice(0, surplus)) {
      await end(oldest, 'stopped', `It made room for a newer one: ${most} run at the same time.`);
    }
  }

  /** Starts the app of a preview that is ours again; does not wait for it. */
  function returnToLife(preview: PreviewRecord): Promise<void> {
    const { id: previewId } = preview;
    return oneByOne(previewId, async () => {
      if (closed || !(await isHeld(previewId)) || !(await isStillActive(previewId))) return;
      bringUp(preview).catch((error: unknown) => {
        if (!closed) logger.error({ err: error, previewId }, 'a preview did not come back');
      });
    });
  }

  return {
    end,
    bringUp,
    makeRoom,
    returnToLife,
    oneByOne,

    /** Clears up after a preview of ours that another process ended. */
    letGo: (id: string) =>
      oneByOne(id, async () => {
        if (await isStillActive(id)) return;
        await stopApp(id);
        await clear(id);
      }),

    /** Stops the app of a preview that another process has taken over. */
    giveUp: (id: string) =>
      oneByOne(id, async () => {
        if (!(await isHeld(id))) await supervisor.stop(id);
      }),

    /** Stops the apps, not the previews: they come back with the next process. */
    async close(): Promise<void> {
      closed = true;
      await Promise.all(supervisor.list().map(({ id }) => stopApp(id)));
      await leases.releaseAll();
    },
  };
}

/** What ties a preview to this process, asked and undone. */
function createTies({ previews, leases, launcher, supervisor }: Dependencies) {
  const isHeld = async (id: string) => (await leases.findHolder(id))?.isSelf === true;

  async function clear(id: string): Promise<void> {
    await launcher.remove(id);
    await leases.release(id);
  }

  return {
    isHeld,
    clear,

    isStillActive: async (id: string) =>
      (await previews.listActive()).some((preview) => preview.id === id),

    async stopApp(id: string): Promise<void> {
      const log = await supervisor.stop(id);
      if (log !== null) await previews.update(id, { log });
    },

    /** One that was ended meanwhile, or that another process took over, has not failed. */
    async fail(preview: PreviewRecord, error: unknown): Promise<void> {
      if (!(await isHeld(preview.id))) return;
      const reason = error instanceof Error ? error.message : String(error);
      const log = String((PlatformError.is(error) ? error.details().log : null) ?? '');
      await previews.move(preview.id, ACTIVE, { status: 'failed', reason, log });
      await clear(preview.id);
    },
  };
}
