import type { components } from '@quantumlayer/sdk';
import Link from 'next/link';
import { Chip, StatusIcon } from '#components/status-icon.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { formatDuration } from '#lib/format.ts';

type RunSummary = components['schemas']['RunSummary'];

/** One line: how it stands, what it builds, what it does now or what it proved, when. */
export function RunRow({ run }: { run: RunSummary }) {
  const { id, status, title, prompt, projectName, stage, failure, tests } = run;
  const news = failure?.message ?? (status === 'succeeded' ? prompt : (stage?.message ?? prompt));
  return (
    <Link
      href={`/runs/${id}`}
      className="grid min-h-11 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-2 hover:bg-hover focus-visible:-outline-offset-2 md:grid-cols-[auto_minmax(0,14rem)_minmax(0,1fr)_auto_auto_5rem] md:px-6"
    >
      <StatusIcon status={status} />
      <span className="truncate font-medium">{title ?? prompt}</span>
      <span className="hidden truncate text-muted md:block">{news}</span>
      <span className="hidden items-center gap-2 md:flex">
        {tests !== null && (
          <Chip tone={tests.failed === 0 ? 'succeeded' : 'failed'}>
            {tests.passed} of {tests.passed + tests.failed} tests
          </Chip>
        )}
        <span className="text-muted text-xs">{projectName}</span>
      </span>
      <span className="hidden text-right text-muted text-xs md:block">
        {formatDuration(run.durationMs)}
      </span>
      <TimeAgo at={run.createdAt} className="text-right text-muted text-xs" />
    </Link>
  );
}
