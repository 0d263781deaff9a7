import type { Metadata } from 'next';
import { DropsPage } from '#features/drops/drops-page.tsx';
import { dropPages, dropSearchOf } from '#lib/queries/drop-queries.ts';
import { projectChoicesQuery } from '#lib/queries/project-queries.ts';
import { readUrl, type SearchParams } from '../../page-url.ts';
import { Prefetched } from '../../prefetched.tsx';

export const metadata: Metadata = { title: 'Drops' };

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const search = dropSearchOf(await readUrl(searchParams));
  return (
    <Prefetched
      read={(client, api) => [
        client.fetchInfiniteQuery(dropPages(api, search).options),
        client.fetchQuery(projectChoicesQuery(api)),
      ]}
    >
      <DropsPage />
    </Prefetched>
  );
}
