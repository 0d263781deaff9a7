'use client';

import type { RunEvent } from '@quantumlayer/sdk';
import { useMemo } from 'react';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { formatDuration } from '#lib/format.ts';
import { useNow } from '#lib/use-now.ts';
import { SpanList } from './span-list.tsx';
import { toSpans } from './spans.ts';
import { nameOfPart } from './stage-boxes.ts';
import type { Run, Stage } from './use-run.ts';

const EVERY_MS = 500;

/** When each attempt at each stage began and ended; the length of a bar is its time. */
export function TimelineView({ run, events }: { run: Run; events: readonly RunEvent[] }) {
  const now = useNow(EVERY_MS);
  const spans = useMemo(() => toSpans(events), [events]);
  const start = Date.parse(run.startedAt ?? run.createdAt);
  const end = run.finishedAt === null ? (now?.getTime() ?? start) : Date.parse(run.finishedAt);
  const whole = Math.max(end - start, 1);
  const titles = useMemo(() => titlesOf(run.stages), [run.stages]);

  return (
    <Panel>
      <PanelHeader title="Timeline">
        <span className="text-muted text-xs">{formatDuration(whole)} from start to end</span>
      </PanelHeader>
      <SpanList spans={spans} start={start} end={end} titles={titles} />
    </Panel>
  );
}

function titlesOf(stages: readonly Stage[]): Map<string, string> {
  return new Map(
    stages.flatMap(({ key, title, parts }) => [
      [key, title] as const,
      ...parts.map((part) => [part.key, nameOfPart(part)] as const),
    ]),
  );
}
