'use client';

import type { RunEvent } from '@quantumlayer/sdk';
import { useMemo } from 'react';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { cn } from '#lib/cn.ts';
import { formatDuration } from '#lib/format.ts';
import { useNow } from '#lib/use-now.ts';
import { type Span, toSpans } from './spans.ts';
import type { Run } from './use-run.ts';

const EVERY_MS = 500;
const BARS: Record<Span['state'], string> = {
  running: 'bg-running pulse',
  succeeded: 'bg-succeeded',
  failed: 'bg-failed',
  other: 'bg-line-strong',
};

/** When each attempt at each stage began and ended; the length of a bar is its time. */
export function TimelineView({ run, events }: { run: Run; events: readonly RunEvent[] }) {
  const now = useNow(EVERY_MS);
  const spans = useMemo(() => toSpans(events), [events]);
  const start = Date.parse(run.startedAt ?? run.createdAt);
  const end = run.finishedAt === null ? (now?.getTime() ?? start) : Date.parse(run.finishedAt);
  const whole = Math.max(end - start, 1);
  const titles = new Map(run.stages.map(({ key, title }) => [key, title]));

  return (
    <Panel>
      <PanelHeader title="Timeline">
        <span className="text-muted text-xs">{formatDuration(whole)} in all</span>
      </PanelHeader>
      <ol className="grid gap-1 p-3">
        {spans.map((span) => {
          const from = Math.max(0, span.from - start);
          const to = (span.to ?? end) - start;
          return (
            <li
              key={span.id}
              className="grid grid-cols-[9rem_minmax(0,1fr)_4.5rem] items-center gap-3 sm:grid-cols-[12rem_minmax(0,1fr)_5rem]"
            >
              <span className={cn('truncate', span.isPart && 'pl-4 text-muted')}>
                {titles.get(span.stage) ?? span.label}
                {span.attempt > 1 && ` · attempt ${span.attempt}`}
              </span>
              <span className="relative h-4 rounded-sm bg-sunken">
                <span
                  className={cn('absolute inset-y-0 min-w-0.5 rounded-sm', BARS[span.state])}
                  style={{
                    left: `${(100 * from) / whole}%`,
                    width: `${(100 * Math.max(0, to - from)) / whole}%`,
                  }}
                />
              </span>
              <span className="text-right text-muted text-xs">{formatDuration(to - from)}</span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
