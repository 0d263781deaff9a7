import type { Clock } from '#kernel/clock.ts';
import { isActive, isExpired, originOf, type PreviewRecord } from './domain/preview.ts';
import type { PreviewLeases, PreviewRepository } from './ports.ts';
import type { PreviewSupervisor } from './preview-supervisor.ts';

/** Where a request to a preview goes: to a socket, or to a page that says why not. */
export type PreviewTarget =
  | { kind: 'app'; socketPath: string }
  | { kind: 'starting' }
  /** Another process runs it; `origin` is that of the preview there, without a slash at its end. */
  | { kind: 'elsewhere'; origin: string }
  | { kind: 'ended'; preview: PreviewRecord }
  | { kind: 'unknown' };

export type FindTarget = (label: string) => Promise<PreviewTarget>;

type Dependencies = {
  previews: Pick<PreviewRepository, 'findByLabel'>;
  leases: Pick<PreviewLeases, 'findHolder'>;
  supervisor: PreviewSupervisor;
  clock: Clock;
};

/** Asks the database only when no app of this process has the label. */
export function createFindTarget(dependencies: Dependencies): FindTarget {
  const { previews, leases, supervisor, clock } = dependencies;
  return async (label) => {
    const socketPath = supervisor.findSocket(label);
    if (socketPath !== null) return { kind: 'app', socketPath };
    const preview = await previews.findByLabel(label);
    if (preview === null) return { kind: 'unknown' };
    if (!isActive(preview)) return { kind: 'ended', preview };
    if (isExpired(preview, clock())) {
      return { kind: 'ended', preview: { ...preview, status: 'expired' } };
    }
    const holder = await leases.findHolder(preview.id);
    if (holder === null || holder.isSelf || holder.origin === null) return { kind: 'starting' };
    return { kind: 'elsewhere', origin: originOf(preview, new URL(holder.origin)) };
  };
}
