'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ListTree, SearchX } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { RunRow } from '#components/run-row.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api.ts';
import { hasEnded, isRunStatus } from '#lib/statuses.ts';
import { useUrlValue } from '#lib/use-url-value.ts';
import { RunFilters } from './run-filters.tsx';

const PAGE = 50;
const LIVE_EVERY_MS = 2_000;
const LOADING_ROWS = [1, 2, 3, 4, 5, 6, 7, 8];
/** Every run of every project, newest first. */
export function RunsPage() {
  const [status] = useUrlValue('status', '');
  const [projectId] = useUrlValue('project', '');
  const [words] = useUrlValue('q', '');
  const runs = useRuns({ status, projectId, words });
  const rows = runs.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = status !== '' || projectId !== '' || words !== '';

  return (
    <>
      <PageHeader title="Runs">
        <RunFilters />
        <Button asChild variant="primary">
          <Link href="/">New</Link>
        </Button>
      </PageHeader>
      {runs.error !== null && (
        <div className="p-4">
          <ProblemNotice error={runs.error} onRetry={() => void runs.refetch()} />
        </div>
      )}
      {runs.isPending && <Loading />}
      {runs.data !== undefined && rows.length === 0 && <Nothing isFiltered={isFiltered} />}
      <ul aria-label="Runs">
        {rows.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </ul>
      {runs.hasNextPage && (
        <div className="flex justify-center p-4">
          <Button disabled={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
            {runs.isFetchingNextPage ? 'Loading' : 'Show more'}
          </Button>
        </div>
      )}
    </>
  );
}

type Filters = { status: string; projectId: string; words: string };

function useRuns({ status, projectId, words }: Filters) {
  return useInfiniteQuery({
    queryKey: ['runs', status, projectId, words],
    queryFn: ({ pageParam }) =>
      api.listAllRuns({
        limit: PAGE,
        ...(pageParam !== null && { cursor: pageParam }),
        ...(isRunStatus(status) && { status: [status] }),
        ...(projectId !== '' && { projectId }),
        ...(words !== '' && { q: words }),
      }),
    // The first page has no cursor.
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((run) => !hasEnded(run.status)))
        ? LIVE_EVERY_MS
        : false,
  });
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

function Loading() {
  return (
    <div role="status" aria-label="Loading runs" className="grid gap-2 p-4">
      {LOADING_ROWS.map((row) => (
        <Skeleton key={row} className="h-11" />
      ))}
    </div>
  );
}
