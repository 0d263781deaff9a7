import { setTimeout as sleep } from 'node:timers/promises';
import type { Stack } from '@quantumlayer/stacks';
import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import { createHostLabel } from './domain/host-label.ts';
import {
  isActive,
  isExpired,
  minutesFrom,
  type PreviewRecord,
  presentPreview,
} from './domain/preview.ts';
import { PreviewsSwitchedOff } from './domain/preview-errors.ts';
import type { PreviewSite } from './domain/preview-site.ts';
import type { PreviewLeases, PreviewRepository } from './ports.ts';
import type { PreviewLifecycle } from './preview-lifecycle.ts';

export type LaunchPreview = {
  organisationId: string;
  projectId: string;
  runId: string;
  capsuleId: string;
  stack: Pick<Stack, 'id'>;
  signal: AbortSignal;
  progress(message: string, data?: Record<string, unknown>): void;
};

type Dependencies = {
  previews: PreviewRepository;
  leases: PreviewLeases;
  lifecycle: PreviewLifecycle;
  clock: Clock;
  newId: NewId;
  lifeMinutes: number;
  most: number;
  site: PreviewSite;
  /** Null until the factory listens. */
  findOrigin(): URL | null;
};

export type LaunchedPreview = { previewId: string; url: string; expiresAt: Date };

const ORIGIN_POLL_MS = 50;
const LEASE_POLL_MS = 250;

/** Makes the use case that starts the preview of a run, or finds the one that runs already. */
export function createLaunch(dependencies: Dependencies) {
  const { previews, lifecycle, clock, newId, lifeMinutes, most, site, findOrigin } = dependencies;
  const { hold, findElsewhere } = createHolding(dependencies);

  /** A run that is taken up again may come to this stage before the factory listens. */
  async function waitForOrigin(signal: AbortSignal): Promise<URL> {
    for (;;) {
      const origin = findOrigin();
      if (origin !== null) return origin;
      await sleep(ORIGIN_POLL_MS, undefined, { signal });
    }
  }

  /** The row of the run: kept while it serves the same capsule, else made ready for a new start. It is ours then. */
  async function claim(request: LaunchPreview): Promise<PreviewRecord | Elsewhere> {
    const { organisationId, projectId, runId, capsuleId, stack, signal } = request;
    const now = clock();
    const fresh = {
      capsuleId,
      status: 'starting',
      expiresAt: minutesFrom(now, lifeMinutes),
      reason: null,
    } as const;
    const names = { id: newId('prv'), label: createHostLabel(), stackId: stack.id };
    const owner = { organisationId, projectId, runId };
    const made = { ...names, ...owner, ...fresh, createdAt: now, log: '' };
    const stored = await previews.insert(made);
    const stands = isActive(stored) && !isExpired(stored, now) && stored.capsuleId === capsuleId;
    if (stands) return (await findElsewhere(stored, signal)) ?? stored;
    if (isActive(stored)) await lifecycle.end(stored, 'stopped', 'It is started anew.');
    await hold(stored.id, signal, () => previews.update(stored.id, fresh));
    return { ...stored, ...fresh };
  }

  return async function launch(request: LaunchPreview): Promise<LaunchedPreview> {
    if (most === 0) throw new PreviewsSwitchedOff();
    const { signal, progress } = request;
    signal.throwIfAborted();
    const origin = await waitForOrigin(signal);
    const claimed = await claim(request);
    if ('elsewhere' in claimed) {
      return launched(claimed.elsewhere, claimed.origin ?? origin, site);
    }
    const preview = claimed;
    await lifecycle.makeRoom(preview);
    progress('starting the app in the sandbox');
    const cancel = () => void lifecycle.end(preview, 'stopped', 'Its run was cancelled.');
    signal.addEventListener('abort', cancel, { once: true });
    try {
      await lifecycle.bringUp(preview);
    } finally {
      signal.removeEventListener('abort', cancel);
    }
    signal.throwIfAborted();
    return launched(preview, origin, site);
  };
}

function launched(preview: PreviewRecord, owner: URL, site: PreviewSite): LaunchedPreview {
  const { url } = presentPreview(preview, owner, site);
  return { previewId: preview.id, url, expiresAt: preview.expiresAt };
}

/** A preview of the run that another process runs already. */
type Elsewhere = { elsewhere: PreviewRecord; origin: URL | null };

/** Waits until a preview is ours: as long as another process takes to let go of it, or to be known as dead. */
function createHolding({ previews, leases, lifecycle }: Dependencies) {
  /** Does `work` in the moment in which it has become ours. */
  async function hold(id: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    const take = async () => {
      const isOurs = await leases.take(id);
      if (isOurs) await work();
      return isOurs;
    };
    while (!(await lifecycle.oneByOne(id, take))) {
      await sleep(LEASE_POLL_MS, undefined, { signal });
    }
  }

  /** Null when it is ours now. A process counts as alive when it was seen to renew its lease. */
  async function findElsewhere(
    { id, organisationId }: PreviewRecord,
    signal: AbortSignal,
  ): Promise<Elsewhere | null> {
    let first: Date | null = null;
    while (!(await leases.take(id))) {
      const preview = await previews.find(organisationId, id);
      const holder = await leases.findHolder(id);
      const isAlive = holder !== null && first !== null && holder.until > first;
      if (isAlive && preview?.status === 'running') {
        const { origin } = holder;
        return { elsewhere: preview, origin: origin === null ? null : new URL(origin) };
      }
      first ??= holder?.until ?? null;
      await sleep(LEASE_POLL_MS, undefined, { signal });
    }
    return null;
  }

  return { hold, findElsewhere };
}
