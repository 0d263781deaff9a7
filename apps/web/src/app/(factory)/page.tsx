import type { Metadata } from 'next';
import { NewRun } from '#features/new-run/new-run.tsx';

export const metadata: Metadata = { title: 'New' };

type NewPageProps = { searchParams: Promise<{ prompt?: string | string[] }> };

/** `?prompt=` fills the box, so that a prompt can be a link. */
export default async function NewPage({ searchParams }: NewPageProps) {
  const { prompt } = await searchParams;
  return <NewRun prompt={typeof prompt === 'string' ? prompt : ''} />;
}
