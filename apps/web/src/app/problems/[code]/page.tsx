import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Markdown } from '#components/markdown.tsx';
import { findDocument } from '#lib/documents.ts';

type ProblemPageProps = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: ProblemPageProps): Promise<Metadata> {
  const problem = await findDocument('problems', (await params).code);
  return { title: problem?.title ?? 'Problem' };
}

/** Where the `type` of a problem document leads. */
export default async function Page({ params }: ProblemPageProps) {
  const problem = await findDocument('problems', (await params).code);
  if (problem === null) notFound();
  return (
    <article>
      <h1 className="font-medium text-2xl tracking-tight">{problem.title}</h1>
      <p className="mt-1 mb-6 font-mono text-muted text-sm">{problem.slug}</p>
      <Markdown>{problem.markdown}</Markdown>
    </article>
  );
}
