import type { Metadata } from 'next';
import { ProjectPage } from '#features/project/project-page.tsx';
import { serverApi } from '#lib/server-api.ts';

type ProjectPageProps = { params: Promise<{ projectId: string }> };

/** The page itself says what is wrong when the project cannot be read. */
export async function generateMetadata({ params }: ProjectPageProps): Promise<Metadata> {
  const { projectId } = await params;
  const project = await (await serverApi()).getProject(projectId).catch(() => null);
  return { title: project?.name ?? 'Project' };
}

export default async function Page({ params }: ProjectPageProps) {
  const { projectId } = await params;
  return <ProjectPage projectId={projectId} />;
}
