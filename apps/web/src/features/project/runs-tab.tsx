'use client';

import { ListTree } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '#components/empty-state.tsx';
import { LoadingRows } from '#components/loading-rows.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { RunRow } from '#components/run-row.tsx';
import { ShowMore } from '#components/show-more.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#lib/api.ts';
import { hasEnded } from '#lib/statuses.ts';
import { usePages } from '#lib/use-pages.ts';
import type { Project } from './use-project.ts';

const LIVE_EVERY_MS = 2_000;

export function RunsTab({ project }: { project: Project }) {
  const { query, rows } = usePages(
    ['runs', 'of', project.id],
    (page) => api.listAllRuns({ ...page, projectId: project.id }),
    (runs) => (runs.some(({ status }) => !hasEnded(status)) ? LIVE_EVERY_MS : false),
  );
  if (query.error !== null) {
    return (
      <div className="p-4">
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (query.isPending) return <LoadingRows label="runs" />;
  if (rows.length === 0) {
    return (
      <EmptyState icon={ListTree} title="No run yet" text="The first run makes the first version.">
        {project.archivedAt === null && (
          <Button asChild variant="primary">
            <Link href={`/?project=${project.id}`}>Start the first</Link>
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label="Runs">
        {rows.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </ul>
      <ShowMore query={query} />
    </>
  );
}
