'use client';

import { ListTree, SearchX } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '#components/empty-state.tsx';
import { LoadingRows } from '#components/loading-rows.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { RunRow } from '#components/run-row.tsx';
import { ShowMore } from '#components/show-more.tsx';
import { Button } from '#components/ui/button.tsx';
import { Narrowings } from './narrowings.tsx';
import { RunFilters } from './run-filters.tsx';
import { useRuns } from './use-runs.ts';

/** Every run of every project, newest first. */
export function RunsPage() {
  const { query, rows, isFiltered } = useRuns();
  return (
    <>
      <PageHeader title="Runs">
        <Narrowings />
        <RunFilters />
        <Button asChild variant="primary">
          <Link href="/">New</Link>
        </Button>
      </PageHeader>
      {query.error !== null && (
        <div className="p-4">
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.isPending && <LoadingRows label="runs" />}
      {query.data !== undefined && rows.length === 0 && <Nothing isFiltered={isFiltered} />}
      <ul aria-label="Runs">
        {rows.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </ul>
      <ShowMore query={query} />
    </>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={SearchX}
        title="No run fits"
        text="Other words, or any status, may find it."
      >
        <Button asChild>
          <Link href="/runs">Show all runs</Link>
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={ListTree}
      title="No run yet"
      text="A run turns a sentence into software that was built, tested, signed and started."
    >
      <Button asChild variant="primary">
        <Link href="/">Start the first</Link>
      </Button>
    </EmptyState>
  );
}
