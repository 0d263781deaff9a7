import type { Metadata } from 'next';
import { RunPage } from '#features/run/run-page.tsx';

export const metadata: Metadata = { title: 'Run' };

type RunPageProps = { params: Promise<{ runId: string }> };

export default async function Page({ params }: RunPageProps) {
  const { runId } = await params;
  return <RunPage runId={runId} />;
}
