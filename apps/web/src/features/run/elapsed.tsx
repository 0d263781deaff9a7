'use client';

import { formatDuration } from '#lib/format.ts';
import { useNow } from '#lib/use-now.ts';

const EVERY_MS = 200;

type Timed = { startedAt: string | null; finishedAt: string | null; durationMs: number | null };

/** How long a stage took, or has taken so far. */
export function Elapsed({ of, className }: { of: Timed; className?: string }) {
  const isRunning = of.startedAt !== null && of.finishedAt === null;
  return (
    <Clock since={isRunning ? of.startedAt : null} before={of.durationMs} className={className} />
  );
}

type Worked = { startedAt: string | null; workedMs: number; workingSince: string | null };

/** How long has been worked on a run: the clock stands while it waits for somebody. */
export function WorkedTime({ of, className }: { of: Worked; className?: string }) {
  const before = of.startedAt === null ? null : of.workedMs;
  return <Clock since={of.workingSince} before={before} className={className} />;
}

/** `since`: from when on it runs; null when it stands at `before`. */
type ClockProps = { since: string | null; before: number | null; className?: string | undefined };

function Clock({ since, before, className }: ClockProps) {
  return since === null ? (
    <span className={className}>{formatDuration(before)}</span>
  ) : (
    <Running since={since} before={before ?? 0} className={className} />
  );
}

type RunningProps = { since: string; before: number; className: string | undefined };

function Running({ since, before, className }: RunningProps) {
  const now = useNow(EVERY_MS);
  const spent = now === null ? null : before + Math.max(0, now.getTime() - Date.parse(since));
  return <span className={className}>{formatDuration(spent)}</span>;
}
