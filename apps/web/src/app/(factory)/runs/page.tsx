import type { Metadata } from 'next';
import { RunsPage } from '#features/runs/runs-page.tsx';
import { projectChoicesQuery } from '#lib/queries/project-queries.ts';
import { runPages, runSearchOf } from '#lib/queries/run-queries.ts';
import { readUrl, type SearchParams } from '../../page-url.ts';
import { Prefetched } from '../../prefetched.tsx';

export const metadata: Metadata = { title: 'Runs' };

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const search = runSearchOf(await readUrl(searchParams));
  return (
    <Prefetched
      read={(client, api) => [
        client.fetchInfiniteQuery(runPages(api, search).options),
        client.fetchQuery(projectChoicesQuery(api)),
      ]}
    >
      <RunsPage />
    </Prefetched>
  );
}
