'use client';

import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import type { Series } from '#components/chart-options.ts';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { DaysTable } from './days-table.tsx';
import type { Statistics } from './use-statistics.ts';

const HEIGHT = 208;

const Chart = dynamic(() => import('#components/chart.tsx').then((m) => m.Chart), {
  ssr: false,
  loading: () => <Skeleton className="h-52" />,
});

type Day = Statistics['days'][number];
type Line = { name: string; colour: string; count: (day: Day) => number };

const LINES = {
  runs: [
    { name: 'Succeeded', colour: '--succeeded', count: ({ runs }) => runs.succeeded ?? 0 },
    { name: 'Failed', colour: '--failed', count: ({ runs }) => runs.failed ?? 0 },
    { name: 'Cancelled', colour: '--gray-8', count: ({ runs }) => runs.cancelled ?? 0 },
    {
      name: 'Not ended',
      colour: '--running',
      count: ({ runs: { queued = 0, running = 0, waiting = 0, paused = 0 } }) =>
        queued + running + waiting + paused,
    },
  ],
  tests: [
    { name: 'Passed', colour: '--succeeded', count: ({ tests }) => tests.passed },
    { name: 'Failed', colour: '--failed', count: ({ tests }) => tests.failed },
  ],
} satisfies Record<'runs' | 'tests', Line[]>;

const TITLES = { runs: 'Runs by day', tests: 'Tests executed by day' };

type DaysPanelProps = { of: 'runs' | 'tests'; statistics: Statistics };

/** Day by day as a drawing, and as a table for whoever does not see it or wants the rows. */
export function DaysPanel({ of, statistics }: DaysPanelProps) {
  const { days } = statistics;
  const [hovered, setHovered] = useState<number | null>(null);
  const times = useMemo(() => days.map(({ since }) => Date.parse(since) / 1_000), [days]);
  const series = useMemo<Series[]>(
    () => LINES[of].map(({ count, ...line }) => ({ ...line, values: days.map(count) })),
    [of, days],
  );
  return (
    <Panel className="min-w-0">
      <PanelHeader title={TITLES[of]}>
        <Legend series={series} hovered={hovered} day={days[hovered ?? -1]?.day ?? null} />
      </PanelHeader>
      <div className="px-2 pt-3 pb-1">
        <Chart times={times} series={series} height={HEIGHT} onHover={setHovered} />
      </div>
      <DaysTable title={TITLES[of]} series={series} statistics={statistics} />
    </Panel>
  );
}

type LegendProps = { series: readonly Series[]; hovered: number | null; day: string | null };

/** The sums; those of one day while the pointer is on it. */
function Legend({ series, hovered, day }: LegendProps) {
  return (
    <p aria-hidden className="flex flex-wrap gap-x-3 text-muted text-xs">
      <span>{day}</span>
      {series.map(({ name, colour, values }) => (
        <span key={name} className="flex items-center gap-1.5">
          <span className="size-2 rounded-sm" style={{ background: `var(${colour})` }} />
          {name}{' '}
          {hovered === null
            ? values.reduce((sum, value) => sum + value, 0)
            : (values[hovered] ?? 0)}
        </span>
      ))}
    </p>
  );
}
