import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ChangePage } from '#features/change/change-page.tsx';

export const metadata: Metadata = { title: 'Change it' };

type PageProps = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<'base', string | string[] | undefined>>;
};

/** `?base=` is the version that the change starts from. */
export default async function Page({ params, searchParams }: PageProps) {
  const { projectId } = await params;
  const { base } = await searchParams;
  if (typeof base !== 'string') notFound();
  return <ChangePage projectId={projectId} base={base} />;
}
