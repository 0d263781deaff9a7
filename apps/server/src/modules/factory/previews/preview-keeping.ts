import type { Logger } from 'pino';
import type { Clock } from '#kernel/clock.ts';
import { isExpired, type PreviewRecord } from './domain/preview.ts';
import type { AppLauncher, PreviewLeases, PreviewRepository } from './ports.ts';
import type { PreviewLifecycle } from './preview-lifecycle.ts';
import type { PreviewSupervisor } from './preview-supervisor.ts';

const SWEEP_MS = 5_000;
/** Longer than this without a renewal, and somebody else may soon hold what runs here. */
const UNCERTAIN_AFTER_MS = 12_000;
/** How long a lease holds; more than a sweep and what it may take when the machine is busy. */
export const LEASE_MS = 20_000;

type Dependencies = {
  previews: PreviewRepository;
  leases: PreviewLeases;
  launcher: AppLauncher;
  supervisor: PreviewSupervisor;
  lifecycle: PreviewLifecycle;
  clock: Clock;
  logger: Logger;
  most: number;
  /** No other process can be on this database. */
  isAlone: boolean;
};

/** Looks every few seconds that what should run here does, and that nothing else does. */
export function createPreviewKeeping(dependencies: Dependencies) {
  const { previews, leases, launcher, supervisor, lifecycle, clock, most } = dependencies;
  let renewedAt = performance.now();

  /** The active previews that are ours; takes those that nobody has, say because their process has died. */
  async function findOurs(): Promise<PreviewRecord[]> {
    const since = performance.now();
    const held = new Set(await leases.renew());
    renewedAt = since;
    const taken = await leases.takeUnheld();
    if (taken.length > 0) await launcher.collectOrphans();
    for (const id of taken) held.add(id);
    const active = await previews.listActive();
    const activeIds = new Set(active.map(({ id }) => id));
    for (const id of held) if (!activeIds.has(id)) await lifecycle.letGo(id);
    for (const { id } of supervisor.list()) if (!held.has(id)) await lifecycle.giveUp(id);
    return active.filter(({ id }) => held.has(id));
  }

  /** Ends what has expired, starts what should run; returns how many previews had expired. */
  async function sweep(): Promise<number> {
    const now = clock();
    const ours = await findOurs();
    const expired = ours.filter((preview) => isExpired(preview, now));
    for (const preview of expired) {
      await lifecycle.end(preview, 'expired', 'Its time to live was over.');
    }
    const living = ours.filter((preview) => !isExpired(preview, now));
    const surplus = Math.max(0, living.length - most);
    for (const preview of living.slice(0, surplus)) {
      await lifecycle.end(preview, 'stopped', `Only ${most} run at the same time.`);
    }
    const running = new Set(supervisor.list().map(({ id }) => id));
    for (const preview of living.slice(surplus)) {
      // Another process may have given it a new address.
      supervisor.readdress(preview);
      if (!running.has(preview.id)) await lifecycle.returnToLife(preview);
    }
    return expired.length;
  }

  /** After a start: what has expired ends, what has not is started again with its data, leftovers go. */
  async function resume(): Promise<void> {
    if (dependencies.isAlone) await leases.endOthers();
    await sweep();
    const known = new Set((await previews.listActive()).map(({ id }) => id));
    for (const id of await launcher.list()) if (!known.has(id)) await launcher.remove(id);
  }

  /** Stops the apps here before another process may start them: two must never run over the same data. */
  async function stopUncertain(): Promise<void> {
    const isCertain = performance.now() - renewedAt < UNCERTAIN_AFTER_MS;
    if (dependencies.isAlone || isCertain || supervisor.list().length === 0) return;
    dependencies.logger.error('the database does not answer; previews stop until it does');
    await Promise.all(supervisor.list().map(({ id }) => supervisor.stop(id)));
  }

  return { sweep, resume, ...startSweeping(sweep, stopUncertain, dependencies.logger) };
}

/** A sweep that hangs is not begun a second time, and keeps nobody from stopping what has become uncertain. */
function startSweeping(
  sweep: () => Promise<unknown>,
  stopUncertain: () => Promise<void>,
  logger: Logger,
) {
  let sweeping: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    stopUncertain().catch((error: unknown) =>
      logger.error({ err: error }, 'previews could not be stopped'),
    );
    sweeping ??= sweep()
      .catch((error: unknown) => logger.error({ err: error }, 'sweeping previews failed'))
      .finally(() => {
        sweeping = null;
      });
  }, SWEEP_MS);
  timer.unref();

  return {
    async stopSweeping(): Promise<void> {
      clearInterval(timer);
      await sweeping;
    },
  };
}
