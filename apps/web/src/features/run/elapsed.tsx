'use client';

import { formatDuration } from '#lib/format.ts';
import { useNow } from '#lib/use-now.ts';

const EVERY_MS = 200;

type Timed = { startedAt: string | null; finishedAt: string | null; durationMs: number | null };

/** How long something took, or has taken so far. */
export function Elapsed({ of, className }: { of: Timed; className?: string }) {
  return of.startedAt !== null && of.finishedAt === null ? (
    <Running since={of.startedAt} {...(className !== undefined && { className })} />
  ) : (
    <span className={className}>{formatDuration(of.durationMs)}</span>
  );
}

function Running({ since, className }: { since: string; className?: string }) {
  const now = useNow(EVERY_MS);
  const spent = now === null ? null : Math.max(0, now.getTime() - Date.parse(since));
  return <span className={className}>{formatDuration(spent)}</span>;
}
