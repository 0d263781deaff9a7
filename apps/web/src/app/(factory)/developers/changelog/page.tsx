import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Markdown } from '#components/markdown.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { findChangelog } from '#lib/documents.ts';

export const metadata: Metadata = { title: 'Changelog' };
/** It stands beside the documents and may change without a build. */
export const dynamic = 'force-dynamic';

export default async function Page() {
  const changelog = await findChangelog();
  if (changelog === null) notFound();
  return (
    <>
      <PageHeader title="Changelog" crumbs={[{ name: 'Developers', href: '/developers' }]} />
      <article className="mx-auto max-w-3xl px-4 py-6 md:px-6">
        <Markdown>{changelog.markdown}</Markdown>
      </article>
    </>
  );
}
