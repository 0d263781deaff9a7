'use client';

import { ApiProblem } from '@quantumlayer/sdk';
import { useQuery } from '@tanstack/react-query';
import { notFound } from 'next/navigation';
import { CompareFiles, type Side } from '#components/compare-files.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api.ts';
import { VersionChoice } from './version-choice.tsx';

type CompareVersionsPageProps = { projectId: string; from: string; to: string };

/** What changed in the code from one version to another. */
export function CompareVersionsPage({ projectId, from, to }: CompareVersionsPageProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['capsule-diff', from, to],
    queryFn: () => api.diffCapsules(to, from),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error instanceof ApiProblem && error.status === 404) notFound();
  const read = (path: string, side: Side) =>
    api.getCapsulePart(side === 'from' ? from : to, `code/${path}`);
  return (
    <>
      <PageHeader
        title="Compare versions"
        crumbs={[
          { name: 'Projects', href: '/projects' },
          { name: 'Versions', href: `/projects/${projectId}?view=versions` },
        ]}
      >
        <VersionChoice projectId={projectId} from={from} to={to} />
      </PageHeader>
      <div className="px-4 py-4 md:px-6">
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton className="h-96" />}
        {data !== undefined && (
          <CompareFiles
            key={`${from} ${to}`}
            changes={data.files}
            queryKey={['capsule-files', from, to]}
            read={read}
          />
        )}
      </div>
    </>
  );
}
