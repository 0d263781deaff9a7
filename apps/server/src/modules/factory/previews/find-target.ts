import type { Clock } from '#kernel/clock.ts';
import { isActive, isExpired, type PreviewRecord } from './domain/preview.ts';
import type { PreviewSite } from './domain/preview-site.ts';
import type { PreviewLeases, PreviewRepository } from './ports.ts';
import type { PreviewSupervisor } from './preview-supervisor.ts';

/** Where a request to a preview goes: to a socket, or to a page that says why not. */
export type PreviewTarget =
  /** `withdrawn` is aborted when the address that was asked for no longer counts. */
  | { kind: 'app'; socketPath: string; withdrawn?: AbortSignal }
  | { kind: 'starting' }
  /** Another process runs it: there the preview has this origin, and the process itself is reached at `owner`. */
  | { kind: 'elsewhere'; origin: string; owner: URL }
  | { kind: 'ended'; preview: PreviewRecord }
  | { kind: 'unknown' };

export type FindTarget = (label: string) => Promise<PreviewTarget>;

type Dependencies = {
  previews: Pick<PreviewRepository, 'findByLabel'>;
  leases: Pick<PreviewLeases, 'findHolder'>;
  supervisor: PreviewSupervisor;
  clock: Clock;
  site: PreviewSite;
};

/** Asks the database only when no app of this process has the label. */
export function createFindTarget(dependencies: Dependencies): FindTarget {
  const { previews, leases, supervisor, clock, site } = dependencies;
  return async (label) => {
    const app = supervisor.findApp(label);
    if (app !== null) return { kind: 'app', ...app };
    const preview = await previews.findByLabel(label);
    if (preview === null) return { kind: 'unknown' };
    if (!isActive(preview)) return { kind: 'ended', preview };
    if (isExpired(preview, clock())) {
      return { kind: 'ended', preview: { ...preview, status: 'expired' } };
    }
    const holder = await leases.findHolder(preview.id);
    if (holder === null || holder.isSelf || holder.origin === null) return { kind: 'starting' };
    const owner = new URL(holder.origin);
    return { kind: 'elsewhere', origin: site.originOf(label, owner), owner };
  };
}
