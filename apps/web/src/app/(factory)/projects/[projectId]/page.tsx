import type { Metadata } from 'next';
import { ProjectPage } from '#features/project/project-page.tsx';
import { projectQuery } from '#lib/queries/project-queries.ts';
import { runPages } from '#lib/queries/run-queries.ts';
import { serverApi } from '#lib/server-api.ts';
import { Prefetched } from '../../../prefetched.tsx';

type ProjectPageProps = { params: Promise<{ projectId: string }> };

/** The page itself says what is wrong when the project cannot be read. */
export async function generateMetadata({ params }: ProjectPageProps): Promise<Metadata> {
  const { projectId } = await params;
  const project = await (await serverApi()).getProject(projectId).catch(() => null);
  return { title: project?.name ?? 'Project' };
}

export default async function Page({ params }: ProjectPageProps) {
  const { projectId } = await params;
  return (
    <Prefetched
      read={(client, api) => [
        client.fetchQuery(projectQuery(api, projectId)),
        client.fetchInfiniteQuery(runPages(api, { projectId }).options),
      ]}
    >
      <ProjectPage projectId={projectId} />
    </Prefetched>
  );
}
