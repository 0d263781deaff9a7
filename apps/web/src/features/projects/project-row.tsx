import type { components } from '@quantumlayer/sdk';
import Link from 'next/link';
import { Chip, StatusIcon } from '#components/status-icon.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { cn } from '#lib/cn.ts';
import { formatCount } from '#lib/format.ts';

/** One line: how its last run stands, what it is, how much happened in it and when. */
export function ProjectRow({ project }: { project: components['schemas']['Project'] }) {
  const { id, name, description, archivedAt, runs, createdAt } = project;
  return (
    <Link
      href={`/projects/${id}`}
      className="grid min-h-11 grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-2 hover:bg-hover focus-visible:-outline-offset-2 md:grid-cols-[1rem_minmax(0,14rem)_minmax(0,1fr)_auto_5rem_5rem] md:px-6"
    >
      {runs.last === null ? <span /> : <StatusIcon status={runs.last.status} />}
      <span className={cn('truncate font-medium', archivedAt !== null && 'text-muted')}>
        {name}
      </span>
      <span className="hidden truncate text-muted md:block">{description}</span>
      <span className="hidden md:block">
        {archivedAt !== null && <Chip tone="queued">Archived</Chip>}
      </span>
      <span className="hidden text-right text-muted text-xs md:block">
        {formatCount(runs.count, 'run')}
      </span>
      <TimeAgo at={runs.last?.createdAt ?? createdAt} className="text-right text-muted text-xs" />
    </Link>
  );
}
