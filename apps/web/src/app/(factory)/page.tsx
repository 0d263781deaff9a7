import type { Metadata } from 'next';
import { NewRun } from '#features/new-run/new-run.tsx';
import { projectChoicesQuery } from '#lib/queries/project-queries.ts';
import { recentRunsQuery } from '#lib/queries/run-queries.ts';
import { Prefetched } from '../prefetched.tsx';

export const metadata: Metadata = { title: 'New' };

type NewPageProps = {
  searchParams: Promise<Record<'prompt' | 'project', string | string[] | undefined>>;
};

/** `?prompt=` fills the box and `?project=` chooses where, so that a prompt can be a link. */
export default async function NewPage({ searchParams }: NewPageProps) {
  const { prompt, project } = await searchParams;
  return (
    <Prefetched
      read={(client, api) => [
        client.fetchQuery(projectChoicesQuery(api)),
        client.fetchQuery(recentRunsQuery(api, textOf(project))),
      ]}
    >
      <NewRun prompt={textOf(prompt)} projectId={textOf(project)} />
    </Prefetched>
  );
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}
