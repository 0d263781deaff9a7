'use client';

import { formatRelative } from '#lib/format.ts';
import { useNow } from '#lib/use-now.ts';

const EVERY_MS = 10_000;

/** A relative time; the absolute one on hover. */
export function TimeAgo({ at, className }: { at: string; className?: string }) {
  const now = useNow(EVERY_MS);
  const date = new Date(at);
  return (
    <time
      dateTime={at}
      title={now === null ? at : date.toLocaleString()}
      className={className}
      suppressHydrationWarning
    >
      {now === null ? at.slice(0, 10) : formatRelative(date, now)}
    </time>
  );
}
