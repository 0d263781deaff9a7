import type { Logger } from 'pino';
import type { Clock } from '#kernel/clock.ts';
import { PlatformError } from '#kernel/errors.ts';
import { isExpired, type PreviewRecord } from './domain/preview.ts';
import type { AppLauncher, PreviewRepository } from './ports.ts';
import type { PreviewSupervisor } from './preview-supervisor.ts';

type Dependencies = {
  previews: PreviewRepository;
  launcher: AppLauncher;
  supervisor: PreviewSupervisor;
  clock: Clock;
  logger: Logger;
  /** How many run at the same time; the oldest makes room for a new one. */
  most: number;
};

const ACTIVE = ['starting', 'running'] as const;

export type PreviewLifecycle = ReturnType<typeof createPreviewLifecycle>;

/** The ways into and out of life: every one keeps process, row and files in step. */
export function createPreviewLifecycle(dependencies: Dependencies) {
  const { previews, launcher, supervisor, clock, logger, most } = dependencies;
  let closed = false;

  /** Ends a preview for good. */
  async function end(preview: PreviewRecord, status: 'stopped' | 'expired', reason: string) {
    const log = await supervisor.stop(preview.id);
    const kept = log === null ? {} : { log };
    await previews.move(preview.id, ACTIVE, { status, reason, ...kept });
    await launcher.remove(preview.id);
  }

  async function fail(preview: PreviewRecord, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    const log = String((PlatformError.is(error) ? error.details().log : null) ?? '');
    await previews.move(preview.id, ACTIVE, { status: 'failed', reason, log });
    await launcher.remove(preview.id);
  }

  /** The row becomes `running` when the app answers, or `failed` with the reason when it does not. */
  async function bringUp(preview: PreviewRecord): Promise<void> {
    try {
      await supervisor.start(preview);
      await previews.move(preview.id, ['starting'], { status: 'running', reason: null });
    } catch (error) {
      if (!closed) await fail(preview, error);
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

  /** Ends what has expired; returns how many previews it were. */
  async function sweep(): Promise<number> {
    const now = clock();
    const expired = (await previews.listActive()).filter((preview) => isExpired(preview, now));
    for (const preview of expired) await end(preview, 'expired', 'Its time to live was over.');
    return expired.length;
  }

  /** After a start: what has expired ends, what has not is started again with its data, leftovers go. */
  async function resume(): Promise<void> {
    await sweep();
    const active = await previews.listActive();
    const known = new Set(active.map(({ id }) => id));
    for (const id of await launcher.list()) if (!known.has(id)) await launcher.remove(id);
    const surplus = active.slice(0, Math.max(0, active.length - most));
    for (const preview of surplus) {
      await end(preview, 'stopped', `Only ${most} run at the same time.`);
    }
    for (const preview of active.slice(surplus.length)) void returnToLife(preview);
  }

  async function returnToLife(preview: PreviewRecord): Promise<void> {
    try {
      await bringUp(preview);
    } catch (error) {
      const { id: previewId } = preview;
      if (!closed) logger.error({ err: error, previewId }, 'a preview did not come back');
    }
  }

  /** Stops the apps, not the previews: they come back with the next start. */
  async function close(): Promise<void> {
    closed = true;
    const stopping = supervisor.list().map(async ({ id }) => {
      const log = await supervisor.stop(id);
      if (log !== null) await previews.update(id, { log });
    });
    await Promise.all(stopping);
  }

  return { end, bringUp, makeRoom, sweep, resume, close };
}
