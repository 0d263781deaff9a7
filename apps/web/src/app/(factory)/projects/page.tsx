import type { Metadata } from 'next';
import { ProjectsPage } from '#features/projects/projects-page.tsx';
import { projectPages, projectSearchOf } from '#lib/queries/project-queries.ts';
import { readUrl, type SearchParams } from '../../page-url.ts';
import { Prefetched } from '../../prefetched.tsx';

export const metadata: Metadata = { title: 'Projects' };

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const search = projectSearchOf(await readUrl(searchParams));
  return (
    <Prefetched
      read={(client, api) => [client.fetchInfiniteQuery(projectPages(api, search).options)]}
    >
      <ProjectsPage />
    </Prefetched>
  );
}
