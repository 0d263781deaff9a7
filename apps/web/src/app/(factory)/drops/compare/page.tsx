import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CompareDropsPage } from '#features/drop/compare-drops-page.tsx';

export const metadata: Metadata = { title: 'Compare drops' };

type ComparePageProps = {
  searchParams: Promise<Record<'from' | 'to', string | string[] | undefined>>;
};

export default async function Page({ searchParams }: ComparePageProps) {
  const { from, to } = await searchParams;
  if (typeof from !== 'string' || typeof to !== 'string') notFound();
  return <CompareDropsPage from={from} to={to} />;
}
