import type { Metadata } from 'next';
import { DashboardPage } from '#features/dashboard/dashboard-page.tsx';
import { projectChoicesQuery } from '#lib/queries/project-queries.ts';
import { statisticsQuery } from '#lib/queries/run-queries.ts';
import { periodOf } from '#lib/statistics-period.ts';
import { readUrl, type SearchParams } from '../../page-url.ts';
import { Prefetched } from '../../prefetched.tsx';

export const metadata: Metadata = { title: 'Dashboard' };

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const url = await readUrl(searchParams);
  const days = Number(periodOf(url.get('days')));
  return (
    <Prefetched
      read={(client, api) => [
        client.fetchQuery(statisticsQuery(api, days, url.get('project') ?? '')),
        client.fetchQuery(projectChoicesQuery(api)),
      ]}
    >
      <DashboardPage />
    </Prefetched>
  );
}
