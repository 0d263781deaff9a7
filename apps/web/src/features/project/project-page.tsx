'use client';

import { ApiProblem } from '@quantumlayer/sdk';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { PageHeader } from '#components/page-header.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Chip } from '#components/status-icon.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '#components/ui/tabs.tsx';
import { useGo } from '#lib/use-go.ts';
import { useUrlValue } from '#lib/use-url-value.ts';
import { RunsTab } from './runs-tab.tsx';
import { useProject } from './use-project.ts';

const loading = () => <Skeleton className="h-96" />;
/** Each view comes when it is looked at. */
const PreviewsTab = dynamic(() => import('./previews-tab.tsx').then((m) => m.PreviewsTab), {
  loading,
});
const SettingsTab = dynamic(() => import('./settings-tab.tsx').then((m) => m.SettingsTab), {
  loading,
});
const VersionsTab = dynamic(() => import('./versions-tab.tsx').then((m) => m.VersionsTab), {
  loading,
});

const VIEWS = [
  { id: 'runs', name: 'Runs' },
  { id: 'versions', name: 'Versions' },
  { id: 'previews', name: 'Previews' },
  { id: 'settings', name: 'Settings' },
] as const;

/** One piece of software: its runs, the versions that came of them, what runs of it now. */
export function ProjectPage({ projectId }: { projectId: string }) {
  const { data: project, error, refetch } = useProject(projectId);
  const [view, setView] = useUrlValue('view', 'runs');
  useProjectCommands({ projectId, isOpen: project?.archivedAt === null, onView: setView });

  if (project === undefined) {
    if (error instanceof ApiProblem && error.status === 404) notFound();
    return (
      <div className="p-6">
        {error === null ? (
          <Skeleton className="h-96" />
        ) : (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        )}
      </div>
    );
  }

  const isArchived = project.archivedAt !== null;
  return (
    <>
      <PageHeader title={project.name} crumbs={[{ name: 'Projects', href: '/projects' }]}>
        {isArchived && <Chip tone="queued">Archived</Chip>}
        {!isArchived && (
          <Button asChild variant="primary">
            <Link href={`/?project=${projectId}`}>
              <Plus aria-hidden />
              New run
            </Link>
          </Button>
        )}
      </PageHeader>
      {project.description !== '' && (
        <p className="max-w-3xl whitespace-pre-wrap break-words px-4 pt-3 text-muted md:px-6">
          {project.description}
        </p>
      )}
      <Tabs value={view} onValueChange={setView} className="px-4 pt-1 pb-10 md:px-6">
        <TabsList aria-label="Views of the project">
          {VIEWS.map(({ id, name }) => (
            <TabsTrigger key={id} value={id}>
              {name}
            </TabsTrigger>
          ))}
        </TabsList>
        <TabsContent value="runs" className="-mx-4 md:-mx-6">
          <RunsTab project={project} />
        </TabsContent>
        <TabsContent value="versions" className="pt-4">
          <VersionsTab projectId={projectId} />
        </TabsContent>
        <TabsContent value="previews" className="pt-4">
          <PreviewsTab projectId={projectId} />
        </TabsContent>
        <TabsContent value="settings" className="pt-4">
          <SettingsTab key={project.id} project={project} />
        </TabsContent>
      </Tabs>
    </>
  );
}

type ProjectCommands = { projectId: string; isOpen: boolean; onView: (view: string) => void };

function useProjectCommands({ projectId, isOpen, onView }: ProjectCommands): void {
  const go = useGo();
  const group = 'This project';
  const start = () => go(`/?project=${projectId}`);
  useCommands('project', [
    ...(isOpen
      ? [{ id: 'project.run', name: 'Start a run in this project', group, run: start }]
      : []),
    ...VIEWS.map(({ id, name }) => ({
      id: `project.show.${id}`,
      name: `Show: ${name}`,
      group,
      run: () => onView(id),
    })),
  ]);
}
