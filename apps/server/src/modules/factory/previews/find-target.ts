import type { Clock } from '#kernel/clock.ts';
import { isActive, isExpired, type PreviewRecord } from './domain/preview.ts';
import type { PreviewRepository } from './ports.ts';
import type { PreviewSupervisor } from './preview-supervisor.ts';

/** Where a request to a preview goes: to a socket, or to a page that says why not. */
export type PreviewTarget =
  | { kind: 'app'; socketPath: string }
  | { kind: 'starting' }
  | { kind: 'ended'; preview: PreviewRecord }
  | { kind: 'unknown' };

export type FindTarget = (label: string) => Promise<PreviewTarget>;

type Dependencies = {
  previews: Pick<PreviewRepository, 'findByLabel'>;
  supervisor: PreviewSupervisor;
  clock: Clock;
};

/** Asks the database only when no app of this process has the label. */
export function createFindTarget({ previews, supervisor, clock }: Dependencies): FindTarget {
  return async (label) => {
    const socketPath = supervisor.findSocket(label);
    if (socketPath !== null) return { kind: 'app', socketPath };
    const preview = await previews.findByLabel(label);
    if (preview === null) return { kind: 'unknown' };
    if (!isActive(preview)) return { kind: 'ended', preview };
    if (!isExpired(preview, clock())) return { kind: 'starting' };
    return { kind: 'ended', preview: { ...preview, status: 'expired' } };
  };
}
