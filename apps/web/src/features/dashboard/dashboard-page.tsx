'use client';

import { ChartLine } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { ProjectFilter } from '#components/project-filter.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/input.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { PERIODS, periodOf, USUAL_PERIOD } from '#lib/statistics-period.ts';
import { useUrlValue } from '#lib/use-url-value.ts';
import { DaysPanel } from './days-panel.tsx';
import { FailuresPanel } from './failures-panel.tsx';
import { Figures } from './figures.tsx';
import { StagesPanel } from './stages-panel.tsx';
import { type Statistics, useStatistics } from './use-statistics.ts';

/** What the factory does and how well, over the last days; every figure leads to the runs behind it. */
export function DashboardPage() {
  const [days, setDays] = useUrlValue('days', USUAL_PERIOD);
  const [projectId, setProjectId] = useUrlValue('project', '');
  const period = periodOf(days);
  useCommands(
    'dashboard',
    PERIODS.map((one) => ({
      id: `dashboard.${one}`,
      name: `Show the last ${one} days`,
      group: 'Dashboard',
      run: () => setDays(one),
    })),
  );
  const { data, error, refetch } = useStatistics(Number(period), projectId);
  return (
    <>
      <PageHeader title="Dashboard">
        <ProjectFilter value={projectId} onChange={setProjectId} every="Every project" />
        <Select
          aria-label="Period"
          value={period}
          onChange={(event) => setDays(event.target.value)}
          className="w-auto"
        >
          {PERIODS.map((one) => (
            <option key={one} value={one}>
              {one} days
            </option>
          ))}
        </Select>
      </PageHeader>
      <div className="grid gap-4 px-4 py-4 md:px-6">
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Loading />}
        {data !== undefined && <Content statistics={data} />}
      </div>
    </>
  );
}

function Content({ statistics }: { statistics: Statistics }) {
  if (statistics.runs.count === 0) {
    return (
      <EmptyState
        icon={ChartLine}
        title="No run in these days"
        text="Figures are computed from runs: the first one fills this page."
      >
        <Button asChild variant="primary">
          <Link href="/">Start a run</Link>
        </Button>
      </EmptyState>
    );
  }
  return (
    <>
      <Figures statistics={statistics} />
      <div className="grid gap-4 xl:grid-cols-2">
        <DaysPanel of="runs" statistics={statistics} />
        <DaysPanel of="tests" statistics={statistics} />
      </div>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <StagesPanel statistics={statistics} />
        <FailuresPanel statistics={statistics} />
      </div>
    </>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Loading figures" className="grid gap-4">
      <Skeleton className="h-36 sm:h-18" />
      <div className="grid gap-4 xl:grid-cols-2">
        <Skeleton className="h-72" />
        <Skeleton className="h-72" />
        <Skeleton className="h-80" />
        <Skeleton className="h-80" />
      </div>
    </div>
  );
}
