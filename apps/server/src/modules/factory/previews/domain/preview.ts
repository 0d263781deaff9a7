import type { Preview, previewStatuses } from '@quantumlayer/contracts';
import type { PreviewSite } from './preview-site.ts';

export type PreviewStatus = (typeof previewStatuses)[number];

/** A running copy of a capsule with a time to live. */
export type PreviewRecord = {
  readonly id: string;
  readonly organisationId: string;
  readonly projectId: string;
  readonly runId: string;
  readonly capsuleId: string;
  readonly stackId: string;
  /** First part of the host name: unguessable, so that knowing it is the permission to look. */
  readonly label: string;
  readonly status: PreviewStatus;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Why it is not running; null while it is. */
  readonly reason: string | null;
  /** The end of what the app wrote, kept beyond its life. */
  readonly log: string;
};

export const LONGEST_LIFE_MINUTES = 1_440;

const MINUTE_MS = 60_000;

export function isActive({ status }: PreviewRecord): boolean {
  return status === 'starting' || status === 'running';
}

export function isExpired({ expiresAt }: PreviewRecord, now: Date): boolean {
  return expiresAt.getTime() <= now.getTime();
}

export function minutesFrom(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * MINUTE_MS);
}

/** Adds to the life of a preview, up to a day from now. */
export function extendLife(preview: PreviewRecord, minutes: number, now: Date): Date {
  const longest = minutesFrom(now, LONGEST_LIFE_MINUTES).getTime();
  return new Date(Math.min(longest, minutesFrom(preview.expiresAt, minutes).getTime()));
}

/** `owner` is where the factory process is reached that runs it. */
export function presentPreview(preview: PreviewRecord, owner: URL, site: PreviewSite): Preview {
  const { id, projectId, runId, capsuleId, status, createdAt, expiresAt, reason } = preview;
  return {
    id,
    projectId,
    runId,
    capsuleId,
    status,
    url: `${site.originOf(preview.label, owner)}/`,
    reach: site.isPublic ? 'network' : 'machine',
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    reason,
  };
}
