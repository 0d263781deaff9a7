import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Markdown } from '#components/markdown.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { findDocument } from '#lib/documents.ts';

type GuidePageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: GuidePageProps): Promise<Metadata> {
  const guide = await findGuide((await params).slug);
  return { title: guide?.title ?? 'Guide' };
}

export default async function Page({ params }: GuidePageProps) {
  const guide = await findGuide((await params).slug);
  if (guide === null) notFound();
  return (
    <>
      <PageHeader title={guide.title} crumbs={[{ name: 'Developers', href: '/developers' }]} />
      <article className="mx-auto max-w-3xl px-4 py-6 md:px-6">
        <Markdown>{guide.markdown}</Markdown>
      </article>
    </>
  );
}

async function findGuide(slug: string) {
  return (await findDocument('guides', slug)) ?? (await findDocument('reference', slug));
}
