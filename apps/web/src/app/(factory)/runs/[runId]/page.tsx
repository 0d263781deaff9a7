import type { Metadata } from 'next';
import { RunPage } from '#features/run/run-page.tsx';
import { runQuery } from '#lib/queries/run-queries.ts';
import { Prefetched } from '../../../prefetched.tsx';

export const metadata: Metadata = { title: 'Run' };

type RunPageProps = { params: Promise<{ runId: string }> };

export default async function Page({ params }: RunPageProps) {
  const { runId } = await params;
  return (
    <Prefetched read={(client, api) => [client.fetchQuery(runQuery(api, runId))]}>
      <RunPage runId={runId} />
    </Prefetched>
  );
}
