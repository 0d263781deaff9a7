import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CompareVersionsPage } from '#features/project/compare-versions-page.tsx';

export const metadata: Metadata = { title: 'Compare versions' };

type ComparePageProps = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<'from' | 'to', string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: ComparePageProps) {
  const { projectId } = await params;
  const { from, to } = await searchParams;
  if (typeof from !== 'string' || typeof to !== 'string') notFound();
  return <CompareVersionsPage projectId={projectId} from={from} to={to} />;
}
